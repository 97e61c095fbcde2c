import type { CalendarDate, Instant } from "../kernel/date.ts";
import type { Place, RecordedEvent } from "../kernel/event.ts";
import type { Guard } from "../kernel/guard.ts";
import { isEvent } from "../log/record.ts";
import type { Upcast } from "../log/upcasters.ts";
import { parsed, textIn } from "./bytes.ts";
import type { EventShape, HeldValues } from "./event-shape.ts";
import type { Plan } from "./plans.ts";
import type { Walker } from "./walker.ts";

// What the walker tells of an event, and of a member. Behind the members of an event whose plan is
// closed it tells how many tags there are, and where each begins and ends.
const eventInts = 6;
const memberInts = 3;
const tagInts = 2;
const [isAbsent, isWord, isNumber, isText] = [0, 1, 2, 4];

/** Holds what is read to more than the walker looks at; what does not hold is read otherwise. */
export interface Check {
  /** A record between two offsets of the walker's lines. */
  readonly record: (walker: Walker, start: number, end: number) => boolean;
  readonly instant: Guard;
  readonly days: HeldValues;
  /** A value that was parsed, with its text. */
  readonly value: (text: string, value: unknown) => boolean;
}

/** Makes events of what the walker tells of lines. */
export class ToldEvents {
  /** Where among the bytes the lines begin that the walker holds. */
  from = 0;
  readonly #bytes: Uint8Array;
  readonly #upcast: Upcast;
  readonly #check: Check | undefined;

  constructor(bytes: Uint8Array, upcast: Upcast, check: Check | undefined) {
    this.#bytes = bytes;
    this.#upcast = upcast;
    this.#check = check;
  }

  /** The event that is told from a place on; undefined where it has to be read in another way. */
  event(
    walker: Walker,
    at: number,
    plan: Plan,
    position: number,
    recordedAt: Instant,
  ): RecordedEvent | "nothing" | undefined {
    const { told } = walker;
    const index = told[at + 4] as number;
    const place = { position, index, recordedAt };
    if (told[at + 5] === 1) return this.#whole(walker, at, place);
    const effectiveOn = this.#day(walker, told[at + 3] as number);
    if (effectiveOn === undefined) return undefined;
    const { type, shape, onlyIf } = plan;
    if (shape !== undefined) {
      const read = this.#held(walker, at + eventInts, shape);
      if (read === undefined) return this.#whole(walker, at, place);
      const { data, tags } = read;
      return { data, effectiveOn, tags, type, version: 1, position, index, recordedAt } as never;
    }
    const data = this.#listed(walker, at + eventInts, plan.members);
    if (data === undefined) return undefined;
    const read = { type, version: 1, effectiveOn, data, position, index, recordedAt } as never;
    if (onlyIf === undefined) return read;
    return onlyIf(read) ? this.#whole(walker, at, place) : "nothing";
  }

  /** Puts the values that are told of an event into a list; false where they are to be parsed. */
  values(walker: Walker, at: number, into: unknown[]): boolean {
    const { told } = walker;
    let member = at + eventInts;
    for (let each = 0; each < into.length; each += 1) {
      const isThere = told[member] !== isAbsent;
      const value = isThere ? this.#value(walker, member) : undefined;
      if (isThere && value === undefined) return false;
      into[each] = value;
      member += memberInts;
    }
    return true;
  }

  /** How many numbers are told of an event. */
  size(walker: Walker, at: number, { members, shape }: Plan): number {
    const size = eventInts + memberInts * members.length;
    return shape === undefined ? size : size + 1 + tagInts * (walker.told[at + size] as number);
  }

  #day(walker: Walker, word: number): CalendarDate | undefined {
    const text = walker.textOf(word);
    if (text === undefined) return undefined;
    return (this.#check?.days.hasWord(walker, word, text) ?? true)
      ? (text as CalendarDate)
      : undefined;
  }

  /** Data and tags, if they have their shape. */
  #held(walker: Walker, at: number, { members, subjects }: EventShape) {
    const data: Record<string, unknown> = {};
    let member = at;
    for (const { name, isRequired, values } of members) {
      if (walker.told[member] !== isAbsent) {
        const value = this.#value(walker, member);
        if (value === undefined || !isOne(walker, member, values, value)) return undefined;
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

  #whole(walker: Walker, at: number, place: Place): RecordedEvent | undefined {
    if (this.#check !== undefined) return undefined;
    const [start, end] = [walker.told[at + 1] as number, walker.told[at + 2] as number];
    const event = this.#parsed(walker, start, end);
    if (!isEvent(event)) return undefined;
    return { ...this.#upcast(event as never), ...place } as never;
  }

  /** The value between two places that the walker told. */
  #parsed(walker: Walker, start: number, end: number): unknown {
    const [from, to] = [this.from + walker.offset(start), this.from + walker.offset(end)];
    const text = textIn(this.#bytes, from, to);
    const value = text === undefined ? undefined : parsed(text);
    if (text === undefined || value === undefined) return undefined;
    return (this.#check?.value(text, value) ?? true) ? value : undefined;
  }
}

/** Whether the value of a member, which is told at a place, is one of those. */
const isOne = (
  walker: Walker,
  at: number,
  values: HeldValues,
  value: NonNullable<unknown> | null,
): boolean => {
  const { told } = walker;
  return told[at] === isWord
    ? values.hasWord(walker, told[at + 1] as number, value as string)
    : values.has(value);
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
  for (let each = 0; each < subjects.length; each += 1) {
    const subject = subjects[each] as string;
    if (subjects.indexOf(subject) < each) continue;
    if (!walker.stands(subject, told[tag] as number, told[tag + 1] as number)) return undefined;
    tag += tagInts;
  }
  if (tag !== end) return undefined;
  return end === at + 1 + tagInts * subjects.length ? subjects : [...new Set(subjects)];
};
