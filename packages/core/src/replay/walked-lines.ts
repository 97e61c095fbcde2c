import type { Instant } from "../kernel/date.ts";
import { newline } from "./bytes.ts";
import { Instants } from "./instants.ts";
import type { Plans } from "./plans.ts";
import { instantFromEnd } from "./record-ends.ts";
import type { LinesRead, Walking } from "./replaying.ts";
import { Taken } from "./taken.ts";
import { type Check, ToldEvents } from "./told-events.ts";
import { type Walker, walkerHere } from "./walker.ts";

/** What the walker tells of a record before its events. */
const recordInts = 5;
/** In place of who recorded a record, where nobody asks. */
const unasked = -1;

const instants = new Instants();

/**
 * Takes the records of some lines by the walker. It leaves to others what it does not fully know,
 * and all where a reading is begun by who takes the events of another.
 */
export class WalkedLines implements Walking {
  readonly #lines: LinesRead;
  readonly #plans: Plans;
  /** With one, a record with an event that is to be parsed is read by itself. */
  readonly #check: Check | undefined;
  readonly #told: ToldEvents;
  readonly #taken = new Taken();
  /** Which of the lines the walker holds. */
  #from = 0;
  #to = 0;

  constructor(lines: LinesRead, plans: Plans, check?: Check) {
    this.#lines = lines;
    this.#plans = plans;
    this.#check = check;
    this.#told = new ToldEvents(plans.upcast, check);
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
    const [events, taken] = [this.#told, this.#taken];
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
        if (plan.takeValues !== undefined && !events.isWhole(walker, at)) {
          isKnown = events.addValues(walker, at, plan, taken);
        } else {
          recordedAt ??= instants.textOf(bytes, end - instantFromEnd);
          const event = events.event(walker, at, plan, recordedAt, position);
          if (event === undefined) isKnown = false;
          else if (event !== "nothing") taken.addEvent(event);
        }
        at += events.size(walker, at, plan);
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
    if (this.#check === undefined) return true;
    const instant = this.#from + to - instantFromEnd;
    const { instants } = this.#check;
    return instants.holdsAt(this.#lines.bytes, instant) && walker.isTrue(from, to);
  }
}
