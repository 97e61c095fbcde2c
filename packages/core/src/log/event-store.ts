import type { Instant } from "../kernel/date.ts";
import type { CommitDraft, Head, LedgerHeader, StoredCommit } from "./commit.ts";
import type { AppendCondition, Query } from "./condition.ts";

export interface ReadOptions {
  /** Only commits behind this position; 0 by default. */
  readonly after?: number;
  readonly limit?: number;
  /** Only commits with at least one event that matches; all of them by default. */
  readonly query?: Query;
  readonly backwards?: boolean;
}

export interface LinesAsked {
  readonly after: Head;
  readonly to?: number;
}

export type AppendResult =
  | { readonly append: "Appended"; readonly stored: StoredCommit }
  /** An event matching the condition stands at `position`, the first of them behind `after`. */
  | { readonly append: "Conflict"; readonly position: number }
  /** One of the draft's command ids stands in the ledger already, with this commit. */
  | { readonly append: "CommandKnown"; readonly stored: StoredCommit };

/** A live reading, which rejects as any reading does; `close` ends it, also while it waits. */
export interface Subscription extends AsyncIterable<readonly StoredCommit[]> {
  close(): void;
}

/**
 * The port of a ledger's storage: one ledger behind one handle. Appends are serialised, positions
 * have no gap, and position order is commit order, so no reader can skip an event. Expected
 * outcomes are values. Any call rejects with a `LedgerFault` of `Storage…` where the place fails,
 * with `LedgerMissing` where the ledger is seen to be gone, and with a plain Error behind `close`;
 * below stands what else.
 */
export interface EventStore {
  readonly header: LedgerHeader;
  /** The header's hash: what the first commit names as `prev`. */
  readonly headerHash: string;
  /** Rejects with `BrokenRecord` or `PositionGap` where the last record is damaged. */
  head(): Promise<Head>;
  /**
   * Under the ledger's lock: looks up the command ids, evaluates the condition on what stands
   * behind `after`, then writes the commit durably with the next position, recorded at `now` or
   * at the time of the last commit where that is later. Rejects with `PositionBeyondHead` where
   * `after` is beyond the head, with `LedgerLocked` where others held the lock too long, with
   * `StorageDenied` where a database may only be read, and with a RangeError where the draft can
   * be no record: no event, or more than `commitBytesMax` of text. Where the place fails meanwhile,
   * the commit may have been written: who asks again, with the same id, is told.
   */
  append(draft: CommitDraft, condition: AppendCondition, now: Instant): Promise<AppendResult>;
  /**
   * Writes records of another copy of this ledger, only onto an equal prefix: else it rejects with
   * `UnequalPrefix`. Rejects with `BrokenRecord` or `BrokenChain` where a text is no record that
   * follows the one before, with `RecordUnreadable` where its ids or events cannot be
   * read, with `DuplicateCommand` where a store finds an id twice, and as `append` does for the
   * lock and the right.
   */
  appendVerbatim(
    texts: readonly string[],
    onto: { readonly after: number; readonly prev: string },
  ): Promise<Head>;
  /**
   * Commits in position order (or backwards), in batches of any size; what a reader does to one is
   * seen by no other. The batch with a damaged
   * record rejects with `BrokenRecord`, `RecordUnreadable`, `PositionGap` or `BrokenChain`; what
   * was given before it stands.
   */
  read(options?: ReadOptions): AsyncIterable<readonly StoredCommit[]>;
  /**
   * The records behind a head as they are kept, up to the position `to`, or to the end: bytes of
   * one or more whole lines, each with its newline, for who copies them or reads no more of each
   * than is needed. That they follow each other, and are true of their hashes, is looked at as by
   * `read`. A store that keeps no lines has none. The bytes are good until the next are asked for.
   */
  lines?(options: LinesAsked): AsyncIterable<Uint8Array>;
  /**
   * Whether a reading by a query looks at little more than it finds. A store that does not say so
   * does at any time.
   */
  isIndexed?(): Promise<boolean>;
  /** Every commit behind the position once and in order, then those to come, until closed. */
  subscribe(options: { readonly after: number }): Subscription;
  /** The commit that a command id made, alone or with others, if any; rejects as `read` does. */
  find(commandId: string): Promise<StoredCommit | undefined>;
  /** Ends the subscriptions, waits for the appends asked for; any later call rejects. */
  close(): Promise<void>;
}

/**
 * A place that keeps ledgers: a folder, a database, a server. None sees anything of another. Its
 * calls reject with `StorageDenied`, `StorageUnreachable`, `StorageUnfit` or `StorageFailed` where
 * the place does not let them.
 */
export interface LedgerStorage {
  /** Makes a ledger and opens it; rejects with `LedgerExists` where one of that id is kept. */
  create(header: LedgerHeader): Promise<EventStore>;
  /**
   * Opens a ledger by a handle of its own; rejects with `LedgerMissing` where there is none, with
   * `NotALedger` where it is something else, and with `StorageNewer` where a later version of the
   * program wrote it.
   */
  open(ledger: string): Promise<EventStore>;
  /** The id of every ledger that it keeps, in the order of their bytes. */
  list(): Promise<readonly string[]>;
}

/** What can be wrong with a ledger itself, as opposed to a command. */
export type LedgerFaultName =
  | "LedgerMissing"
  | "LedgerExists"
  | "NotALedger"
  | "NotUtf8"
  | "TornTail"
  | "BrokenRecord"
  | "RecordUnreadable"
  | "EventUnknown"
  | "BrokenChain"
  | "PositionGap"
  | "DuplicateCommand"
  | "TimeGoesBack"
  | "UnequalPrefix"
  | "PositionBeyondHead"
  | "LedgerLocked"
  | "StorageNewer"
  | "StorageDamaged"
  | "StorageUnfit"
  | "StorageUrlUnclear"
  | "StorageDenied"
  | "StorageUnreachable"
  | "StorageFailed";

/** A ledger that cannot be read or written: where, and what was found there. */
export class LedgerFault extends Error {
  override readonly name = "LedgerFault";
  readonly fault: LedgerFaultName;
  readonly facts: { readonly [name: string]: string | number };
  constructor(
    fault: LedgerFaultName,
    facts: { readonly [name: string]: string | number } = {},
    options?: ErrorOptions,
  ) {
    super(`${fault} ${JSON.stringify(facts)}`, options);
    this.fault = fault;
    this.facts = facts;
  }
}
