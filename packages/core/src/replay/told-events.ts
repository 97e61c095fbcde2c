import type { CalendarDate, Instant } from "../kernel/date.ts";
import type { RecordedEvent } from "../kernel/event.ts";
import { isEvent } from "../log/record.ts";
import type { Upcast } from "../log/upcasters.ts";
import { parsed } from "./bytes.ts";
import type { EventShape, ShapedMember, WordGuard } from "./event-shape.ts";
import type { Instants } from "./instants.ts";
import type { Plan } from "./plans.ts";
import type { Taken } from "./taken.ts";
import type { Walker } from "./walker.ts";

// What the walker tells of an event, and of a member. Behind the members of an event whose plan is
// closed it tells how many tags there are, and where each begins and ends.
const [startAt, endAt, dayAt, indexAt, wholeAt, eventInts] = [1, 2, 3, 4, 5, 6];
const memberInts = 3;
const tagInts = 2;
const [isAbsent, isWord, isNumber, isText] = [0, 1, 2, 4];

/** Holds what is read to more than the walker looks at; what does not hold is read otherwise. */
export interface Check {
  readonly instants: Pick<Instants, "holdsAt">;
  readonly days: WordGuard;
  /** Asked of a value that was parsed, with its text. */
  readonly isCanonical: (text: string, value: unknown) => boolean;
}

/** Makes events of what the walker tells of them. */
export class ToldEvents {
  readonly #upcast: Upcast;
  readonly #check: Check | undefined;

  constructor(upcast: Upcast, check: Check | undefined) {
    this.#upcast = upcast;
    this.#check = check;
  }

  /** How many numbers are told of the event that is told from a place on. */
  size(walker: Walker, at: number, { members, shape }: Plan): number {
    const size = eventInts + memberInts * members.length;
    return shape === undefined ? size : size + 1 + tagInts * (walker.told[at + size] as number);
  }

  isWhole(walker: Walker, at: number): boolean {
    return walker.told[at + wholeAt] === 1;
  }

  /** The event that is told from a place on; undefined where it has to be read in another way. */
  event(
    walker: Walker,
    at: number,
    plan: Plan,
    recordedAt: Instant,
    position: number,
  ): RecordedEvent | "nothing" | undefined {
    if (this.isWhole(walker, at)) return this.#whole(walker, at, recordedAt, position);
    const effectiveOn = this.#day(walker, at);
    if (effectiveOn === undefined) return undefined;
    const { type, shape, onlyIf } = plan;
    const index = walker.told[at + indexAt] as number;
    if (shape !== undefined) {
      const read = this.#shaped(walker, at + eventInts, shape);
      if (read === undefined) return this.#whole(walker, at, recordedAt, position);
      const { data, tags } = read;
      return { data, effectiveOn, tags, type, version: 1, position, index, recordedAt } as never;
    }
    const data = this.#listed(walker, at + eventInts, plan.members);
    if (data === undefined) return undefined;
    const read = { type, version: 1, effectiveOn, data, position, index, recordedAt } as never;
    if (onlyIf === undefined) return read;
    return onlyIf(read) ? this.#whole(walker, at, recordedAt, position) : "nothing";
  }

  /** Adds an event's values to what is taken; false where it has to be read in another way. */
  addValues(walker: Walker, at: number, { members, takeValues }: Plan, taken: Taken): boolean {
    const day = this.#day(walker, at);
    if (day === undefined || takeValues === undefined) return false;
    const size = members.length;
    const values = taken.addValues(takeValues, day, size);
    let member = at + eventInts;
    for (let each = 0; each < size; each += 1) {
      const isThere = walker.told[member] !== isAbsent;
      const value = isThere ? this.#value(walker, member) : undefined;
      if (isThere && value === undefined) return false;
      values[each] = value;
      member += memberInts;
    }
    return true;
  }

  #day(walker: Walker, at: number): CalendarDate | undefined {
    const word = walker.told[at + dayAt] as number;
    const text = walker.textOf(word) as CalendarDate | undefined;
    const isHeld = text === undefined || this.#check?.days.holdsWord(walker, word, text);
    return isHeld === false ? undefined : text;
  }

  /** Data and tags, if they have their shape; unchecked, a told text or number is asked no more. */
  #shaped(walker: Walker, at: number, { members, subjects }: EventShape) {
    const isTrusted = this.#check === undefined;
    const data: Record<string, unknown> = {};
    let member = at;
    for (const { name, isRequired, primitive, guard } of members) {
      if (walker.told[member] !== isAbsent) {
        const value = this.#value(walker, member);
        if (value === undefined) return undefined;
        const isTaken = isTrusted && isTold(primitive, walker.told[member] as number);
        if (!isTaken && !holdsAt(walker, member, guard, value)) return undefined;
        data[name] = value;
      } else if (isRequired) return undefined;
      member += memberInts;
    }
    const tags = tagsAt(walker, member, subjects(data));
    return tags && { data, tags };
  }

  /** The members that a plan names. */
  #listed(walker: Walker, at: number, members: readonly string[]): object | undefined {
    const data: Record<string, unknown> = {};
    let member = at;
    for (const name of members) {
      if (walker.told[member] !== isAbsent) {
        const value = this.#value(walker, member);
        if (value === undefined) return undefined;
        data[name] = value;
      }
      member += memberInts;
    }
    return data;
  }

  #value(walker: Walker, at: number): unknown {
    const { told } = walker;
    const [kind, first, last] = [told[at], told[at + 1], told[at + 2]];
    if (kind === isWord) return walker.textOf(first as number);
    if (kind === isText) return walker.textBetween(first as number, last as number);
    return kind === isNumber ? first : this.#parsed(walker, first as number, last as number);
  }

  #whole(
    walker: Walker,
    at: number,
    recordedAt: Instant,
    position: number,
  ): RecordedEvent | undefined {
    if (this.#check !== undefined) return undefined;
    const { told } = walker;
    const event = this.#parsed(walker, told[at + startAt] as number, told[at + endAt] as number);
    if (!isEvent(event)) return undefined;
    const index = told[at + indexAt] as number;
    return { ...this.#upcast(event as never), position, index, recordedAt } as never;
  }

  /** The value between two places that the walker told. */
  #parsed(walker: Walker, start: number, end: number): unknown {
    const text = walker.textBetween(start, end);
    const value = text === undefined ? undefined : parsed(text);
    if (text === undefined || value === undefined) return undefined;
    return (this.#check?.isCanonical(text, value) ?? true) ? value : undefined;
  }
}

/** Whether a kind is that of texts, or of numbers, which are told without being parsed. */
const isTold = (primitive: ShapedMember["primitive"], kind: number): boolean =>
  primitive === "string"
    ? kind === isWord || kind === isText
    : primitive === "number" && kind === isNumber;

/** Whether a guard holds of the value of a member, which is told at a place. */
const holdsAt = (walker: Walker, at: number, guard: WordGuard, value: unknown): boolean => {
  const { told } = walker;
  return told[at] === isWord
    ? guard.holdsWord(walker, told[at + 1] as number, value as string)
    : guard.holds(value);
};

/** Subjects of an event, each once, if just these are the tags that are told from a place on. */
const tagsAt = (
  walker: Walker,
  at: number,
  subjects: readonly string[],
): readonly string[] | undefined => {
  const { told } = walker;
  let tag = at + 1;
  const end = tag + tagInts * (told[at] as number);
  let once: string[] | undefined;
  for (let each = 0; each < subjects.length; each += 1) {
    const subject = subjects[each] as string;
    if (subjects.indexOf(subject) < each) {
      once ??= subjects.slice(0, each);
      continue;
    }
    if (!walker.stands(subject, told[tag] as number, told[tag + 1] as number)) return undefined;
    tag += tagInts;
    once?.push(subject);
  }
  return tag === end ? (once ?? subjects) : undefined;
};
