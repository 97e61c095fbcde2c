import type { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import {
  type AppendCondition,
  type AppendResult,
  type CommitDraft,
  chained,
  commandIdsOf,
  demandPrefix,
  type EventStore,
  type Head,
  judgeAppend,
  type LedgerHeader,
  OpenHandle,
  type ReadOptions,
  readHeader,
  type StoredCommit,
  type Subscription,
} from "@tongket/core/log";
import { whenFree } from "./lock-wait.ts";
import { Records } from "./records.ts";
import { type Connection, connect } from "./sqlite-connection.ts";
import { faultsOf, readOnlyFault } from "./sqlite-fault.ts";
import { demandFile, makeFile } from "./sqlite-file.ts";

export interface SqliteOptions {
  /** How long an append waits for the lock before it is a `LedgerLocked` fault; 30 s. */
  readonly lockWaitMs?: number;
  /** How often a subscription looks for news; 100 ms. */
  readonly pollMs?: number;
}

/**
 * Makes a ledger and opens it. Rejects with `LedgerExists` where anything stands at the path, with
 * `StorageDenied` or `StorageFailed` where no file can be made there.
 */
export const createSqliteLedger = async (
  file: string,
  header: LedgerHeader,
  options: SqliteOptions = {},
): Promise<EventStore> => {
  await faultsOf(file, () => makeFile(file, header));
  return openSqliteLedger(file, options);
};

/**
 * Opens the ledger of a database file, to be read only where that may not be written. Rejects with
 * `LedgerMissing` where there is none, with `NotALedger` where it is another file, and with
 * `StorageNewer`, `StorageDamaged`, `StorageDenied` or `StorageFailed` where it cannot be read. Of
 * one that is read without a lock any call rejects with `LedgerLocked` once somebody writes to it.
 */
export const openSqliteLedger = (file: string, options: SqliteOptions = {}): Promise<EventStore> =>
  faultsOf(file, async () => {
    await demandFile(file);
    return new SqliteLedger(file, { lockWaitMs: 30_000, pollMs: 100, ...options });
  });

/**
 * One connection reads and another writes, so that no reading sees what is not committed. Between
 * the begin and the end of a transaction nothing is awaited: no lock is held over a turn.
 */
class SqliteLedger implements EventStore {
  readonly header: LedgerHeader;
  readonly headerHash: string;
  readonly #file: string;
  readonly #options: Required<SqliteOptions>;
  readonly #reader: Connection;
  readonly #seen: Records;
  /** None where the ledger may only be read. */
  readonly #writer: Writer | undefined;
  readonly #handle: OpenHandle;

  constructor(file: string, options: Required<SqliteOptions>) {
    const { reader, writer, header, head } = connected(file);
    this.#file = file;
    this.#handle = new OpenHandle(file, (work) =>
      faultsOf(file, async () => {
        try {
          return await work();
        } finally {
          reader.demandUnchanged();
        }
      }),
    );
    this.#options = options;
    this.#reader = reader;
    this.header = header;
    this.headerHash = head.hash;
    this.#seen = new Records(reader.database, head);
    this.#writer =
      writer === undefined ? undefined : { database: writer, own: new Records(writer, head) };
  }

  head(): Promise<Head> {
    return this.#handle.asked(() => this.#seen.head());
  }

  find(commandId: string): Promise<StoredCommit | undefined> {
    return this.#handle.asked(() => this.#seen.known([commandId]));
  }

  read(options: ReadOptions = {}): AsyncIterable<readonly StoredCommit[]> {
    return this.#handle.read(options, (asked) => this.#seen.read(asked)[Symbol.iterator]());
  }

  subscribe({ after }: { readonly after: number }): Subscription {
    const read = (seen: number) => this.read({ after: seen });
    return this.#handle.follow({ read, wait: () => sleep(this.#options.pollMs) }, after);
  }

  append(
    draft: CommitDraft,
    condition: AppendCondition,
    now: Head["recordedAt"],
  ): Promise<AppendResult> {
    return this.#writing((own) => {
      const head = own.head();
      const known = own.known(commandIdsOf(draft));
      const match = condition.after < head.position ? own.firstMatch(condition) : undefined;
      const found = { head, known, match };
      const result = judgeAppend(found, { draft, condition, now });
      if (result.append === "Appended") own.write([result.stored]);
      return result;
    });
  }

  appendVerbatim(
    texts: readonly string[],
    onto: { readonly after: number; readonly prev: string },
  ): Promise<Head> {
    return this.#writing((own) => {
      const head = own.head();
      demandPrefix(head, onto);
      own.write(chained(texts, head));
      return own.head();
    });
  }

  async close(): Promise<void> {
    await this.#handle.close(() => {
      this.#reader.database.close();
      this.#writer?.database.close();
    });
  }

  /** One after another in this process, each in a transaction that keeps out all others. */
  #writing<T>(work: (own: Records) => T): Promise<T> {
    return this.#handle.inTurn(async () => {
      const { database, own } = this.#demandWriter();
      await whenFree(this.#options.lockWaitMs, () => database.exec("BEGIN IMMEDIATE"));
      try {
        const done = work(own);
        database.exec("COMMIT");
        return done;
      } catch (error) {
        if (database.isTransaction) database.exec("ROLLBACK");
        throw error;
      }
    });
  }

  #demandWriter(): Writer {
    if (this.#writer !== undefined) return this.#writer;
    throw readOnlyFault(this.#file);
  }
}

interface Writer {
  readonly database: DatabaseSync;
  readonly own: Records;
}

const connected = (file: string) => {
  const reader = connect(file);
  try {
    const row = reader.database.prepare("SELECT text FROM record WHERE position = 0").get();
    const writer = reader.mayWrite ? connect(file).database : undefined;
    return { reader, ...readHeader(String(row?.["text"])), writer };
  } catch (error) {
    reader.database.close();
    throw error;
  }
};
