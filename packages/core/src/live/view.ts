import type { RecordedEvent } from "../kernel/event.ts";

/** How far a ledger has been followed: what was made of it answers for it up to this commit. */
export interface Checkpoint {
  readonly ledger: string;
  readonly position: number;
  /** The hash of that commit, or of the header at 0: another future of the ledger has another. */
  readonly hash: string;
}

/**
 * A view that stands in tables of a database: what makes them, empty, and what events change in
 * them. Both see only the transaction that also takes in the checkpoint.
 */
export interface ViewTables<Connection> {
  readonly name: string;
  /** Raised whenever the same events would give other tables. */
  readonly version: number;
  readonly reads: readonly string[] | "all";
  make(connection: Connection): void | Promise<void>;
  apply(connection: Connection, events: readonly RecordedEvent[]): void | Promise<void>;
}

/** The events behind a checkpoint. */
export const eventsBehind = (
  { position: seen }: Pick<Checkpoint, "position">,
  events: readonly RecordedEvent[],
): readonly RecordedEvent[] => events.filter(({ position }) => position > seen);

/** Where a view is being filled. */
export interface Filling {
  /** Takes in events, in order, and with them how far they go: all of it or nothing. */
  take(events: readonly RecordedEvent[], to: Checkpoint): Promise<void>;
}

/**
 * What is kept of a ledger to be read at any time: a state, tables, a file. Of what is brought to
 * it, it leaves out what it has taken in before.
 */
export interface View extends Filling {
  readonly name: string;
  /**
   * The types of event that it takes in. One that names `EventReversed` sees every event and its
   * reversal; any other, also of `"all"`, is given the events that stand, and is made anew where
   * one falls.
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
  /** Leaves it, where it will not be whole. */
  discard(): Promise<void>;
}
