import type { CalendarDate } from "../kernel/date.ts";
import type { RecordedEvent } from "../kernel/event.ts";

/** What a reader wants of the events of one type. */
export interface Wanted {
  /** The members of its data that it reads: such an event comes with these alone, its type and
   * its day. */
  readonly members: readonly string[];
  /** An event that has one of these is wanted whole. */
  readonly wholeWith?: readonly string[];
  /** Of these events only those are wanted for which this holds, and they are wanted whole. */
  readonly onlyIf?: (event: RecordedEvent) => boolean;
  /**
   * Takes its day, and the values of the members in their order, in place of an event with these
   * alone; that is quicker. `undefined` stands for one that it does not have, and the list is good
   * for the call. An event that is wanted whole, or had to be parsed, is taken as others are: both
   * have to come to the same. Not called where `onlyIf` is given.
   */
  readonly takeValues?: (effectiveOn: CalendarDate, values: readonly unknown[]) => void;
}

/** The same of every type there is or may be. A reversal has to be wanted whole, or not at all. */
export type WantedOf = (type: string) => Wanted | "whole" | "nothing";
