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
}

/** The same of every type there is or may be. A reversal has to be wanted whole, or not at all. */
export type WantedOf = (type: string) => Wanted | "whole" | "nothing";
