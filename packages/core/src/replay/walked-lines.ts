import type { CalendarDate, Instant } from "../kernel/date.ts";
import type { Place, RecordedEvent } from "../kernel/event.ts";
import type { Guard } from "../kernel/guard.ts";
import { isEvent } from "../log/record.ts";
import { newline, parsed, textIn } from "./bytes.ts";
import type { HeldWords } from "./held-words.ts";
import { Instants } from "./instants.ts";
import type { HeldMember, Plan, Plans } from "./plans.ts";
import { instantFromEnd } from "./record-ends.ts";
import type { LinesRead, Walking } from "./replaying.ts";
import { Taken } from "./taken.ts";
import { type Walker, walkerHere } from "./walker.ts";
import type { TakeValues } from "./wanted.ts";

// What the walker tells of a record, of an event, and of a member. Behind the members of an event
// whose plan is closed it tells how many tags there are, and each.
const recordInts = 5;
const eventInts = 6;
const memberInts = 3;
const tagInts = 2;
const [isWord, isNumber, isText] = [1, 2, 4];
/** In place of who recorded a record, where nobody asks. */
const unasked = -1;

const instants = new Instants();

/** Holds what is read to more than the walker looks at; what does not hold is read otherwise. */
export interface Check {
  /** A record between two offsets of the walker's lines. */
  readonly record: (walker: Walker, start: number, end: number) => boolean;
  readonly instant: Guard;
  readonly days: HeldWords;
  /** A value that was parsed, with its text. */
  readonly value: (text: string, value: unknown) => boolean;
  /** An event whose members have their shapes. */
  readonly event: (event: RecordedEvent) => boolean;
}

/**
 * Takes the records of some lines by the walker. It leaves to others what it does not fully know,
 * and all where a reading is begun by who takes the events of another.
 */
export class WalkedLines implements Walking {
  readonly #lines: LinesRead;
  readonly #plans: Plans;
  /** With one, a record with an event that is to be parsed is read by itself. */
  readonly #check: Check | undefined;
  readonly #taken = new Taken();
  /** Which of the lines the walker holds. */
  #from = 0;
  #to = 0;

  constructor(lines: LinesRead, plans: Plans, check?: Check) {
    this.#lines = lines;
    this.#plans = plans;
    this.#check = check;
  }

  walk(start: number): number {
    const walker = walkerHere();
    if (walker === undefined || walker.isBusy) return start;
    walker.isBusy = true;
    try {
      return this.#walk(walker, start);
    } finally {
      walker.isBusy = false;
    }
  }

  #walk(walker: Walker, start: number): number {
    const { bytes, ends } = this.#lines;
    if (walker.reader !== this) this.#to = 0;
    let at = start;
    while (at < bytes.length) {
      if (at >= this.#to && !this.#load(walker, at)) return at;
      if (!walker.follow(ends.position, ends.hashBytes)) return at;
      const stop = walker.walk(at - this.#from, this.#to - this.#from);
      const unread = this.#take(walker, at);
      if (unread !== undefined) return unread;
      const stopped = this.#from + walker.stopped;
      if (stopped > at) ends.moveTo(bytes, stopped - 1, walker.position);
      at = stopped;
      if (stop === "unknown") return at;
      if (stop === "words") this.#forget(walker);
      if (stop === "plan" && !this.#plans.add(walker, walker.asked)) return at;
    }
    return at;
  }

  /** Gives it as many whole lines as it takes; false where it does not take the first. */
  #load(walker: Walker, start: number): boolean {
    const { bytes } = this.#lines;
    const end = bytes.lastIndexOf(newline, Math.min(bytes.length, start + walker.room) - 1) + 1;
    if (end <= start) return false;
    walker.load(bytes.subarray(start, end));
    [this.#from, this.#to] = [start, end];
    if (walker.plans !== this.#plans) this.#plans.begin(walker);
    [walker.reader, walker.plans] = [this, this.#plans];
    return true;
  }

  #forget(walker: Walker): void {
    walker.forget();
    this.#plans.begin(walker);
  }

  /**
   * Takes what the walker tells of what is read behind an offset; gives where the first record
   * begins that cannot be read so.
   */
  #take(walker: Walker, read: number): number | undefined {
    const { bytes, ends, take } = this.#lines;
    const { told, count } = walker;
    const taken = this.#taken;
    for (let at = 0; at < count; ) {
      const [from, to] = [walker.offset(told[at] as number), walker.offset(told[at + 1] as number)];
      const [start, end] = [this.#from + from, this.#from + to];
      const position = told[at + 2] as number;
      const by = told[at + 3] as number;
      // An id, which is of ASCII.
      const actor = by === unasked ? "" : (walker.textOf(by) as string);
      let recordedAt: Instant | undefined;
      let isKnown = this.#isHeld(walker, from, to);
      taken.clear();
      let left = told[at + 4] as number;
      at += recordInts;
      for (; left > 0 && isKnown; left -= 1) {
        const plan = this.#plans.of(told[at] as number);
        if (plan.takeValues !== undefined && told[at + 5] === 0) {
          isKnown = this.#addValues(walker, at, plan, plan.takeValues);
        } else {
          recordedAt ??= instants.textOf(bytes, end - instantFromEnd);
          const event = this.#event(walker, at, plan, { position, recordedAt });
          if (event === undefined) isKnown = false;
          else if (event !== "nothing") taken.addEvent(event);
        }
        at += eventInts + memberInts * plan.members.length;
        if (plan.kind === "closed") at += 1 + tagInts * (told[at] as number);
      }
      if (!isKnown) {
        if (start > read) ends.moveTo(bytes, start - 1, position - 1);
        return start;
      }
      ends.moveTo(bytes, end, position);
      taken.give(take, actor);
    }
    return undefined;
  }

  /** Whether the record between two offsets of the walker's lines holds, apart from its events. */
  #isHeld(walker: Walker, from: number, to: number): boolean {
    const check = this.#check;
    if (check === undefined) return true;
    const instant = this.#from + to - instantFromEnd;
    return (
      instants.isAt(this.#lines.bytes, instant, check.instant) && check.record(walker, from, to)
    );
  }

  /** The event that is told from a place on; undefined where it has to be read in another way. */
  #event(
    walker: Walker,
    at: number,
    { type, members, shapes, kind, onlyIf }: Plan,
    { position, recordedAt }: Omit<Place, "index">,
  ): RecordedEvent | "nothing" | undefined {
    const { told } = walker;
    const index = told[at + 4] as number;
    if (told[at + 5] === 1) return this.#whole(walker, at, { position, index, recordedAt });
    const day = told[at + 3] as number;
    const effectiveOn = walker.textOf(day);
    if (effectiveOn === undefined) return undefined;
    const check = this.#check;
    if (check !== undefined && !check.days.holds(walker, day, effectiveOn)) return undefined;
    const data: Record<string, unknown> = {};
    for (let each = 0; each < members.length; each += 1) {
      const member = at + eventInts + memberInts * each;
      const shape = check && shapes[each];
      if (told[member] === 0) {
        if (shape?.isRequired) return undefined;
        continue;
      }
      const value = this.#value(walker, member);
      if (value === undefined || (shape && !holds(walker, member, shape, value))) return undefined;
      data[members[each] as string] = value;
    }
    if (kind === "closed") {
      const tags = tagsAt(walker, at + eventInts + memberInts * members.length);
      if (tags === undefined) return undefined;
      const read = {
        data,
        effectiveOn,
        tags,
        type,
        version: 1,
        position,
        index,
        recordedAt,
      } as never;
      return (check?.event(read) ?? true) ? read : undefined;
    }
    const read = { type, version: 1, effectiveOn, data, position, index, recordedAt } as never;
    if (onlyIf === undefined) return read;
    if (!onlyIf(read)) return "nothing";
    return this.#whole(walker, at, { position, index, recordedAt });
  }

  #addValues(walker: Walker, at: number, plan: Plan, takeValues: TakeValues): boolean {
    const { told } = walker;
    const effectiveOn = walker.textOf(told[at + 3] as number);
    if (effectiveOn === undefined) return false;
    const size = plan.members.length;
    const values = this.#taken.addValues(takeValues, effectiveOn as CalendarDate, size);
    let member = at + eventInts;
    for (let each = 0; each < size; each += 1) {
      const isThere = told[member] !== 0;
      const value = isThere ? this.#value(walker, member) : undefined;
      if (isThere && value === undefined) return false;
      values[each] = value;
      member += memberInts;
    }
    return true;
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
    return { ...this.#plans.upcast(event as never), ...place } as never;
  }

  /** The value between two places that the walker told. */
  #parsed(walker: Walker, start: number, end: number): unknown {
    const [from, to] = [this.#from + walker.offset(start), this.#from + walker.offset(end)];
    const text = textIn(this.#lines.bytes, from, to);
    const value = text === undefined ? undefined : parsed(text);
    if (text === undefined || value === undefined) return undefined;
    return (this.#check?.value(text, value) ?? true) ? value : undefined;
  }
}

/** Whether the value of a member, which is told at a place, has its shape. */
const holds = (
  walker: Walker,
  at: number,
  { words, guard }: HeldMember,
  value: unknown,
): boolean => {
  const { told } = walker;
  return told[at] === isWord
    ? words.holds(walker, told[at + 1] as number, value as string)
    : guard(value);
};

/** The tags that are told from a place on; undefined where they are no texts. */
const tagsAt = (walker: Walker, at: number): readonly string[] | undefined => {
  const { told } = walker;
  const count = told[at] as number;
  const tags: string[] = [];
  for (let each = 0; each < count; each += 1) {
    const first = told[at + 1 + tagInts * each] as number;
    const end = told[at + 2 + tagInts * each] as number;
    const tag = end === 0 ? walker.textOf(first) : walker.textBetween(first, end);
    if (tag === undefined) return undefined;
    tags.push(tag);
  }
  return tags;
};
