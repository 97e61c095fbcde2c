import type { DomainEvent, RecordedEvent } from "../kernel/event.ts";
import { upcasters as own } from "../log/upcast.ts";
import { lifter, type Upcast, type Upcaster } from "../log/upcasters.ts";
import { closeBracket, comma, parsed } from "./json-text.ts";
import { isFlat, isWhole, membersOf, type WantedMember, wantedMember } from "./members.ts";
import type { RecordLine } from "./replaying.ts";
import type { WantedOf } from "./wanted.ts";
import { Words } from "./words.ts";

const beforeActor = '{"actor":"';
const beforeEvents = ',"events":[';
const beforeData = '{"data":';
const behindData = '},"effectiveOn":"';
const beforePlace = ',"inPlaceOf":"';
const beforeTags = ',"tags":[';
const behindTags = '],"type":"';
const behindType = ',"version":1}';

/** What is wanted of a type. */
interface Plan {
  readonly type: string;
  readonly wants: "whole" | "nothing" | "members";
  readonly members: readonly WantedMember[];
  readonly wholeWith: readonly WantedMember[];
}

/**
 * Reads of a record's text no more than what is wanted of its events. It knows the one layout in
 * which records are written, with every event in its first version: a line of anything else is
 * given up, to be parsed; so is one with an escape. Without escapes a quote opens or closes a text,
 * so that `},"effectiveOn":"` stands nowhere but where an object ends and that key follows.
 */
export class LineWalker {
  readonly #wantedOf: WantedOf;
  readonly #plans = new Map<string, Plan>();
  readonly #words = new Words();
  readonly #upcasters: readonly Upcaster[];
  readonly #upcast: Upcast;
  /** The record up to its last members. */
  #line = "";
  /** Up to here it was walked. */
  #at = 0;
  #actor = "";

  constructor(wantedOf: WantedOf, upcasters: readonly Upcaster[] = own) {
    this.#wantedOf = wantedOf;
    this.#upcasters = upcasters;
    this.#upcast = lifter(upcasters);
  }

  /** Who recorded the line that was read last. */
  get actor(): string {
    return this.#actor;
  }

  /** The wanted events of a line; undefined where it is not fully known. */
  walk({ text, start, ends }: RecordLine): readonly RecordedEvent[] | undefined {
    this.#line = text.slice(start, ends.start);
    this.#at = 0;
    if (this.#line.includes("\\") || !this.#head()) return undefined;
    const { position, recordedAt } = ends;
    const found: RecordedEvent[] = [];
    for (let index = 0; ; index += 1) {
      const event = this.#event();
      if (event === undefined) return undefined;
      if (event !== "nothing") found.push({ ...event, position, index, recordedAt });
      const next = this.#line.charCodeAt(this.#at);
      this.#at += 1;
      if (next === closeBracket) return this.#at === this.#line.length ? found : undefined;
      if (next !== comma) return undefined;
    }
  }

  /** Steps to the first event. */
  #head(): boolean {
    const head = this.#upTo(beforeEvents);
    if (head === undefined || !head.startsWith(beforeActor) || !isFlat(head)) return false;
    const end = head.indexOf('"', beforeActor.length);
    const actor = this.#words.one(head.slice(beforeActor.length, end));
    this.#actor = actor ?? "";
    return end > 0 && actor !== undefined;
  }

  #event(): DomainEvent | "nothing" | undefined {
    const start = this.#at;
    const data = this.#pass(beforeData) ? this.#upTo(behindData) : undefined;
    const day = data === undefined ? undefined : this.#upTo('"');
    if (data === undefined || day === undefined) return undefined;
    if (this.#pass(beforePlace)) this.#upTo('"');
    const tags = this.#pass(beforeTags) ? this.#upTo(behindTags) : undefined;
    const type = tags === undefined || tags.includes("[") ? undefined : this.#upTo('"');
    if (type === undefined || !this.#pass(behindType)) return undefined;
    const plan = this.#planOf(type);
    if (isFlat(data)) return this.#read(plan, { start, data, day });
    if (!isWhole(data)) return undefined;
    return plan.wants === "nothing" ? "nothing" : this.#whole(start);
  }

  #read(
    { type, wants, members, wholeWith }: Plan,
    { start, data, day }: { readonly start: number; readonly data: string; readonly day: string },
  ): DomainEvent | "nothing" | undefined {
    if (wants === "nothing") return "nothing";
    if (wants === "whole" || wholeWith.some((one) => data.includes(one.key))) {
      return this.#whole(start);
    }
    const read = membersOf(data, members, this.#words);
    const effectiveOn = this.#words.one(day);
    if (read === undefined || effectiveOn === undefined) return undefined;
    return { type, version: 1, effectiveOn, data: read } as DomainEvent;
  }

  #whole(start: number): DomainEvent | undefined {
    const event = parsed(this.#line, start, this.#at) as Parameters<Upcast>[0] | undefined;
    return event && (this.#upcast(event) as DomainEvent);
  }

  /** Steps over what has to stand here; stays where it does not. */
  #pass(expected: string): boolean {
    if (!this.#line.startsWith(expected, this.#at)) return false;
    this.#at += expected.length;
    return true;
  }

  /** Steps behind the next such mark, and gives what stands before it. */
  #upTo(mark: string): string | undefined {
    const start = this.#at;
    const end = this.#line.indexOf(mark, start);
    if (end < 0) return undefined;
    this.#at = end + mark.length;
    return this.#line.slice(start, end);
  }

  #planOf(type: string): Plan {
    const known = this.#plans.get(type);
    if (known !== undefined) return known;
    const word = this.#words.one(type) ?? type;
    const plan = this.#newPlan(word);
    this.#plans.set(word, plan);
    return plan;
  }

  #newPlan(type: string): Plan {
    const wanted = this.#wantedOf(type);
    const simple = { type, members: [], wholeWith: [] };
    if (typeof wanted === "string") return { ...simple, wants: wanted };
    // What its members were called in an older version is for its upcasters to know.
    if (this.#upcasters.some((one) => one.type === type)) return { ...simple, wants: "whole" };
    const { members, wholeWith = [] } = wanted;
    return {
      type,
      wants: "members",
      members: members.map(wantedMember),
      wholeWith: wholeWith.map(wantedMember),
    };
  }
}
