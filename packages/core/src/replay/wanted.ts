import type { CalendarDate } from "../kernel/date.ts";
import type { RecordedEvent } from "../kernel/event.ts";

/** Takes the day of an event, and the values of some of its members in their order. */
export type TakeValues = (effectiveOn: CalendarDate, values: readonly unknown[]) => void;

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
   * Is called in place of `take`, which is slower, with the values of the members, `undefined` for
   * one that the event does not have. Not of every event: one that comes whole, or of a record that
   * is parsed, goes to `take`, which has to do the same with it. With `onlyIf` all do. The list is
   * used again. NOTE: it is of one reading; make a way for each.
   */
  readonly takeValues?: TakeValues;
}

/** The same of every type there is or may be. A reversal has to be wanted whole, or not at all. */
export type WantedOf = (type: string) => Wanted | "whole" | "nothing";
