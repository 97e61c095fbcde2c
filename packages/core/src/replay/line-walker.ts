import type { RecordedEvent } from "../kernel/event.ts";
import { isEvent } from "../log/record.ts";
import { upcasters as own } from "../log/upcast.ts";
import { lifter, type Upcast, type Upcaster } from "../log/upcasters.ts";
import {
  bytesOf,
  closeBracket,
  comma,
  openBracket,
  parsed,
  quote,
  step,
  stepText,
} from "./bytes.ts";
import { Members, type WantedMember, wantedMember } from "./members.ts";
import { RecordHead } from "./record-head.ts";
import type { RecordLine } from "./replaying.ts";
import type { Wanted, WantedOf } from "./wanted.ts";
import { Words } from "./words.ts";

const beforeData = bytesOf('{"data":{');
const beforeDay = bytesOf(',"effectiveOn":"');
const beforePlace = bytesOf(',"inPlaceOf":"');
const beforeTags = bytesOf(',"tags":[');
const beforeType = bytesOf(',"type":"');
const behindType = bytesOf(',"version":1}');

/** What is wanted of a type. */
interface Plan {
  readonly type: string;
  readonly wants: "whole" | "nothing" | "members";
  readonly members: readonly WantedMember[];
  readonly wholeWith: readonly WantedMember[];
  readonly onlyIf: Wanted["onlyIf"];
}

/**
 * Reads of a record's bytes no more than what is wanted of its events. It knows the one layout in
 * which records are written, with every event in its first version and no escape in a text: a line
 * of anything else is given up, to be parsed.
 */
export class LineWalker {
  readonly #wantedOf: WantedOf;
  readonly #plans = new Map<string, Plan>();
  readonly #words = new Words();
  readonly #upcasters: readonly Upcaster[];
  readonly #upcast: Upcast;
  readonly #head = new RecordHead();
  readonly #members = new Members();
  /** Where the event that was stepped over begins, and what it says of itself. */
  #start = 0;
  #day = 0;
  #type = 0;

  constructor(wantedOf: WantedOf, upcasters: readonly Upcaster[] = own) {
    this.#wantedOf = wantedOf;
    this.#upcasters = upcasters;
    this.#upcast = lifter(upcasters);
  }

  /** Who recorded the line that was read last. */
  get actor(): string {
    return this.#head.actor;
  }

  /** The wanted events of a line; undefined where it is not fully known. */
  walk(line: RecordLine): readonly RecordedEvent[] | undefined {
    const { bytes, ends } = line;
    const found: RecordedEvent[] = [];
    let at = this.#head.read(line);
    if (bytes[at] !== openBracket) return undefined;
    for (let index = 0; ; index += 1) {
      at = this.#step(bytes, at + 1);
      if (at < 0) return undefined;
      const event = this.#read(bytes, at, ends, index);
      if (event === undefined) return undefined;
      if (event !== "nothing") found.push(event);
      if (bytes[at] === closeBracket) return at + 1 === ends.start ? found : undefined;
      if (bytes[at] !== comma) return undefined;
    }
  }

  /** Steps over an event. */
  #step(bytes: Uint8Array, start: number): number {
    this.#start = start;
    const behindData = this.#members.step(bytes, step(bytes, start, beforeData));
    this.#day = step(bytes, behindData, beforeDay);
    let at = stepText(bytes, this.#day);
    const place = step(bytes, at, beforePlace);
    if (place >= 0) at = stepText(bytes, place);
    this.#type = step(bytes, stepTags(bytes, step(bytes, at, beforeTags)), beforeType);
    return step(bytes, stepText(bytes, this.#type), behindType);
  }

  /** What is wanted of the event that ends here. */
  #read(
    bytes: Uint8Array,
    end: number,
    ends: RecordLine["ends"],
    index: number,
  ): RecordedEvent | "nothing" | undefined {
    const { type, wants, members, wholeWith, onlyIf } = this.#planOf(
      this.#words.textOf(bytes, this.#type, end - behindType.length - 1),
    );
    if (wants === "nothing") return "nothing";
    if (wants === "whole" || wholeWith.some((one) => this.#members.has(bytes, one))) {
      return this.#whole(bytes, end, ends, index);
    }
    const data = this.#members.read(bytes, members, this.#words);
    if (data === undefined) return undefined;
    const effectiveOn = this.#words.textOf(bytes, this.#day, stepText(bytes, this.#day) - 1);
    const { position, recordedAt } = ends;
    const read = { type, version: 1, effectiveOn, data, position, index, recordedAt };
    if (onlyIf === undefined) return read as unknown as RecordedEvent;
    return onlyIf(read as never) ? this.#whole(bytes, end, ends, index) : "nothing";
  }

  #whole(
    bytes: Uint8Array,
    end: number,
    { position, recordedAt }: RecordLine["ends"],
    index: number,
  ): RecordedEvent | undefined {
    const event = parsed(bytes, this.#start, end);
    if (!isEvent(event)) return undefined;
    return { ...this.#upcast(event as never), position, index, recordedAt } as never;
  }

  #planOf(type: string): Plan {
    const known = this.#plans.get(type);
    if (known !== undefined) return known;
    const plan = this.#newPlan(type);
    this.#plans.set(type, plan);
    return plan;
  }

  #newPlan(type: string): Plan {
    const wanted = this.#wantedOf(type);
    const simple = { type, members: [], wholeWith: [], onlyIf: undefined };
    if (typeof wanted === "string") return { ...simple, wants: wanted };
    // What its members were called in an older version is for its upcasters to know.
    if (this.#upcasters.some((one) => one.type === type)) return { ...simple, wants: "whole" };
    const { members, wholeWith = [], onlyIf } = wanted;
    return {
      type,
      wants: "members",
      members: members.map(wantedMember),
      wholeWith: wholeWith.map(wantedMember),
      onlyIf,
    };
  }
}

/** Steps over texts, from behind the bracket to behind the other. */
const stepTags = (bytes: Uint8Array, start: number): number => {
  if (bytes[start] === closeBracket) return start + 1;
  for (let at = start; bytes[at] === quote; ) {
    at = stepText(bytes, at + 1);
    const next = bytes[at];
    at += 1;
    if (next === closeBracket) return at;
    if (next !== comma) return -1;
  }
  return -1;
};
