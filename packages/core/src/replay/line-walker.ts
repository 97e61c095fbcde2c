import type { DomainEvent, RecordedEvent } from "../kernel/event.ts";
import { Members, parsed } from "./members.ts";
import type { RecordEnds } from "./record-ends.ts";
import { behindNested, behindText, lost } from "./skipping.ts";
import type { WantedOf } from "./wanted.ts";
import * as json from "./words.ts";

const beforeActor = json.bytesOf('{"actor":"');
const beforeCommandHash = json.bytesOf(',"commandHash":"');
const beforeCommandId = json.bytesOf('","commandId":"');
const beforeEvents = json.bytesOf(',"events":[');
const beforeData = json.bytesOf('{"data":');
const beforeDay = json.bytesOf(',"effectiveOn":"');
const beforeInPlace = json.bytesOf(',"inPlaceOf":"');
const beforeTags = json.bytesOf(',"tags":');
const beforeType = json.bytesOf(',"type":"');
const behindType = json.bytesOf(',"version":1}');
const hashLength = 64;
const dayLength = 10;

/** What is wanted of a type, and the members of its data as bytes, in their order. */
interface Plan {
  readonly type: string;
  readonly wants: "whole" | "nothing" | "members";
  readonly names: readonly string[];
  readonly keys: readonly Uint8Array[];
  readonly wholeWith: readonly Uint8Array[];
}

/**
 * Reads of a record's bytes no more than what is wanted of its events. It knows the one layout in
 * which records are written, with every event in its first version, and at every byte whether it
 * is still there: a line of anything else is given up, to be parsed.
 */
export class LineWalker {
  readonly #wantedOf: WantedOf;
  readonly #plans = new Map<string, Plan>();
  readonly #words = new json.Words();
  readonly #members = new Members(this.#words);
  #bytes: Uint8Array = new Uint8Array();
  #at = 0;
  #actor = "";

  constructor(wantedOf: WantedOf) {
    this.#wantedOf = wantedOf;
  }

  /** Who recorded the line that was read last. */
  get actor(): string {
    return this.#actor;
  }

  /** The wanted events of a line; undefined where it is not fully known. */
  walk(bytes: Uint8Array, start: number, place: RecordEnds): readonly RecordedEvent[] | undefined {
    this.#bytes = bytes;
    this.#at = start;
    if (!this.#head()) return undefined;
    const found: RecordedEvent[] = [];
    for (let index = 0; this.#event(place, index, found); index += 1) {
      const next = bytes[this.#at];
      this.#at += 1;
      if (next === json.closeBracket) return this.#at === place.start ? found : undefined;
      if (next !== json.comma) return undefined;
    }
    return undefined;
  }

  /** Up to the first event. */
  #head(): boolean {
    if (!this.#expect(beforeActor)) return false;
    const start = this.#at;
    if (!this.#moveTo(behindText(this.#bytes, start))) return false;
    const actor = this.#words.text(this.#bytes, start, this.#at - 1);
    this.#actor = actor ?? "";
    return (
      actor !== undefined &&
      this.#expect(beforeCommandHash) &&
      this.#moveTo(this.#at + hashLength) &&
      this.#expect(beforeCommandId) &&
      this.#moveTo(behindText(this.#bytes, this.#at)) &&
      this.#expect(beforeEvents)
    );
  }

  #event(place: RecordEnds, index: number, found: RecordedEvent[]): boolean {
    const start = this.#at;
    if (!this.#expect(beforeData)) return false;
    if (!this.#moveTo(this.#members.find(this.#bytes, this.#at))) return false;
    if (!this.#expect(beforeDay)) return false;
    const day = this.#at;
    if (!this.#moveTo(behindText(this.#bytes, day)) || this.#at !== day + dayLength + 1)
      return false;
    if (this.#expect(beforeInPlace) && !this.#moveTo(behindText(this.#bytes, this.#at)))
      return false;
    if (!this.#expect(beforeTags) || this.#bytes[this.#at] !== json.openBracket) return false;
    if (!this.#moveTo(behindNested(this.#bytes, this.#at)) || !this.#expect(beforeType))
      return false;
    const type = this.#at;
    if (!this.#moveTo(behindText(this.#bytes, type))) return false;
    const plan = this.#planOf(type, this.#at - 1);
    if (plan === undefined || !this.#expect(behindType)) return false;
    if (plan.wants === "nothing") return true;
    const event = this.#read(plan, start, day);
    if (event === undefined) return false;
    found.push({ ...event, position: place.position, index, recordedAt: place.recordedAt });
    return true;
  }

  /** An event of which it is known where it starts and where its day does. */
  #read(plan: Plan, start: number, day: number): DomainEvent | undefined {
    const { type, wants, names, keys, wholeWith } = plan;
    if (wants === "whole" || wholeWith.some((key) => this.#members.has(key))) {
      return parsed(this.#bytes, start, this.#at) as DomainEvent | undefined;
    }
    const data = this.#members.values(keys, names);
    const effectiveOn = this.#words.text(this.#bytes, day, day + dayLength);
    if (data === undefined || effectiveOn === undefined) return undefined;
    return { type, version: 1, effectiveOn, data } as DomainEvent;
  }

  #planOf(start: number, end: number): Plan | undefined {
    const type = this.#words.text(this.#bytes, start, end);
    if (type === undefined) return undefined;
    const known = this.#plans.get(type);
    if (known !== undefined) return known;
    const plan = planOf(type, this.#wantedOf);
    this.#plans.set(type, plan);
    return plan;
  }

  #expect(expected: Uint8Array): boolean {
    if (!json.startsWith(this.#bytes, this.#at, expected)) return false;
    this.#at += expected.length;
    return true;
  }

  #moveTo(at: number): boolean {
    this.#at = at;
    return at !== lost;
  }
}

const planOf = (type: string, wantedOf: WantedOf): Plan => {
  const wanted = wantedOf(type);
  if (typeof wanted === "string") {
    return { type, wants: wanted, names: [], keys: [], wholeWith: [] };
  }
  const names = wanted.members.toSorted();
  const wholeWith = (wanted.wholeWith ?? []).map(json.bytesOf);
  return { type, wants: "members", names, keys: names.map(json.bytesOf), wholeWith };
};
