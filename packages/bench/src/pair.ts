import type { EventStore, LedgerHeader, StoredCommit } from "@tongket/core/log";
import { commandIdsOf, wordsIn } from "@tongket/core/log";

/** A record as rows of tables: made before anything is timed. */
export interface Rows {
  readonly position: number;
  readonly text: string;
  readonly hash: string;
  readonly recordedAt: string;
  readonly ids: readonly string[];
  readonly words: readonly string[];
}

export const rowsOf = ({ commit, text, hash }: StoredCommit): Rows => ({
  position: commit.position,
  text,
  hash,
  recordedAt: commit.recordedAt,
  ids: commandIdsOf(commit),
  words: [...wordsIn(commit)],
});

/**
 * How rows are written without a store. Plain: in SQLite an insert for each row, in PostgreSQL
 * lists as the driver writes them. Alike: by statements like the store's.
 */
export const rawWays = ["plain", "alike"] as const;
export type RawWay = (typeof rawWays)[number];

/** A ledger of a store, and another of the same tables that is written without it. */
export interface Pair {
  readonly name: string;
  readonly store: EventStore;
  /** Writes records behind those written before: in one transaction, where there are any. */
  raw(records: readonly Rows[]): Promise<void>;
  close(): Promise<void>;
}

export const headerOf = (ledger: string): LedgerHeader => ({
  createdAt: "2012-01-01T00:00:00.000Z" as LedgerHeader["createdAt"],
  ledger,
  regime: "vn-party",
  tongket: 1,
});
