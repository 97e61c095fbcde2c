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

/** Whether a view stands at just this checkpoint, and not elsewhere or nowhere. */
export const standsAt = (found: Checkpoint | undefined, at: Checkpoint | undefined): boolean =>
  found?.ledger === at?.ledger && found?.position === at?.position && found?.hash === at?.hash;

/** What a view is brought goes on from where it stands, and makes it answer for `to`. */
export interface Step {
  readonly from: Checkpoint;
  readonly to: Checkpoint;
}

/** `MovedOn`: it stands elsewhere than was thought, for another program keeps it, or nowhere. */
export type Taking = "Taken" | "MovedOn";

/**
 * What is kept of a ledger to be read at any time: a state, tables, a file. Any number of programs
 * may keep one at once: each step says from where it goes on. Calls reject with the error of the
 * place itself, as its driver tells it, and of `make` and `apply`; what is expected is a value.
 */
export interface View {
  readonly name: string;
  /**
   * The types of event that it takes in. One that names `EventReversed` sees every event and its
   * reversal; any other, also of `"all"`, is given the events that stand, and is made anew where
   * one falls.
   */
  readonly reads: readonly string[] | "all";
  /** How far it has come; undefined where there is none, or only one of another version. */
  checkpoint(): Promise<Checkpoint | undefined>;
  /**
   * Takes in events, in order, and with them how far they go: all of it, or nothing where it
   * rejects. In the same transaction it looks whether it stands at `from`; if not it takes nothing.
   */
  take(events: readonly RecordedEvent[], step: Step): Promise<Taking>;
  /** An empty one beside it, to be filled while this one is read; no other call gives the same. */
  anew(): Promise<NewView>;
  /** Called once, when it is not kept any more. */
  close(): Promise<void>;
}

/** A view being filled. It is gone with the program, if that ends before it is published. */
export interface NewView {
  /** Takes in events, in order, and with them how far they go: all of it or nothing. */
  take(events: readonly RecordedEvent[], to: Checkpoint): Promise<void>;
  /**
   * Puts it in the place of the old one, in one step; looks in that step whether what is replaced
   * still is what `checkpoint` gave, and replaces nothing if not. Rejects where nothing was taken.
   */
  publish(over: Checkpoint | undefined): Promise<"Published" | "MovedOn">;
  /** Leaves it, where it was not published. */
  discard(): Promise<void>;
}
