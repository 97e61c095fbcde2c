import type { RecordedEvent } from "../kernel/event.ts";

/** How far a ledger has been followed: what was made of it answers for it up to this commit. */
export interface Checkpoint {
  readonly ledger: string;
  readonly position: number;
  /** The hash of that commit, or of the header at 0: another future of the ledger has another. */
  readonly hash: string;
}

/** Where a view is being filled. */
export interface Filling {
  /**
   * Takes in events, in order, and with them how far they go: all of it or nothing. What went so
   * far before is taken once, whoever takes it again.
   */
  take(events: readonly RecordedEvent[], to: Checkpoint): Promise<void>;
}

/** What is kept of a ledger to be read at any time: a state, tables, a file. */
export interface View extends Filling {
  readonly name: string;
  /**
   * The types of event that it takes in. One that reads `EventReversed` sees every event and its
   * reversal; any other is given the events that stand, and is made anew where one falls.
   */
  readonly reads: readonly string[] | "all";
  /** How far it has come; undefined where there is none, or only one of another version. */
  checkpoint(): Promise<Checkpoint | undefined>;
  /** An empty one beside it, to be filled while this one is read. */
  anew(): Promise<NewView>;
  /** Called once, when it is not kept any more. */
  close(): Promise<void>;
}

export interface NewView extends Filling {
  /** Puts it in the place of the old one, in one step. */
  publish(): Promise<void>;
}
