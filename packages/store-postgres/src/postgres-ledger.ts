import { setTimeout as sleep } from "node:timers/promises";
import {
  type AppendCondition,
  type AppendResult,
  type CommitDraft,
  chained,
  commandIdsOf,
  demandPrefix,
  type EventStore,
  type FaultsOf,
  type Head,
  judgeAppend,
  LedgerFault,
  type LedgerHeader,
  OpenHandle,
  type ReadOptions,
  readHeader,
  type StoredCommit,
  type Subscription,
} from "@tongket/core/log";
import type { Pool, PoolClient } from "pg";
import { firstMatch, headIn, headOfLedger, headSql, insertAll, known, reading } from "./records.ts";
import { beginningWith } from "./transaction.ts";

/** What a ledger needs of the storage that keeps it. */
export interface Serving {
  readonly pool: Pool;
  readonly faultsOf: FaultsOf;
  readonly pollMs: number;
}

export class PostgresLedger implements EventStore {
  readonly header: LedgerHeader;
  readonly headerHash: string;
  readonly #key: number;
  readonly #pool: Pool;
  readonly #pollMs: number;
  readonly #handle: OpenHandle;

  constructor(serving: Serving, key: number, headerText: string) {
    const { header, head } = readHeader(headerText);
    this.header = header;
    this.headerHash = head.hash;
    this.#key = key;
    this.#pool = serving.pool;
    this.#pollMs = serving.pollMs;
    this.#handle = new OpenHandle(header.ledger, serving.faultsOf);
  }

  static async open(serving: Serving, ledger: string): Promise<PostgresLedger> {
    const { rows } = await serving.pool.query<{ key: number; text: string }>(
      `SELECT key, text FROM tongket.ledger AS one
       JOIN tongket.record ON record.ledger = one.key AND record.position = 0
       WHERE one.ledger = $1`,
      [ledger],
    );
    const [row] = rows;
    if (row === undefined) throw new LedgerFault("LedgerMissing", { ledger });
    return new PostgresLedger(serving, row.key, row.text);
  }

  head(): Promise<Head> {
    return this.#handle.asked(() => headOfLedger(this.#pool, this.#key));
  }

  find(commandId: string): Promise<StoredCommit | undefined> {
    return this.#handle.asked(() => known(this.#pool, this.#key, [commandId]));
  }

  read(options: ReadOptions = {}): AsyncIterable<readonly StoredCommit[]> {
    return this.#handle.read(options, (asked) => reading(this.#pool, this.#key, asked));
  }

  subscribe({ after }: { readonly after: number }): Subscription {
    const read = (seen: number) => this.read({ after: seen });
    return this.#handle.follow({ read, wait: () => sleep(this.#pollMs) }, after);
  }

  append(
    draft: CommitDraft,
    condition: AppendCondition,
    now: Head["recordedAt"],
  ): Promise<AppendResult> {
    const ids = commandIdsOf(draft);
    // What nothing else stands against is written without a look at its ids, each of which can
    // stand but once: the table of ids refuses the transaction.
    const written = this.#writing(async (client, head): Promise<AppendResult> => {
      const { after } = condition;
      const match =
        after < head.position ? await firstMatch(client, this.#key, condition) : undefined;
      const isFree = match === undefined && after <= head.position;
      const found = {
        head,
        match,
        known: isFree ? undefined : await known(client, this.#key, ids),
      };
      const result = judgeAppend(found, { draft, condition, now });
      if (result.append === "Appended") await insertAll(client, this.#key, [result.stored]);
      return result;
    });
    return written.catch(async (error: unknown) => {
      const isRefused = error instanceof LedgerFault && error.fault === "DuplicateCommand";
      if (!isRefused && !(error instanceof RangeError)) throw error;
      const stored = await this.#handle.asked(() => known(this.#pool, this.#key, ids));
      if (stored === undefined) throw error;
      return { append: "CommandKnown", stored };
    });
  }

  appendVerbatim(
    texts: readonly string[],
    onto: { readonly after: number; readonly prev: string },
  ): Promise<Head> {
    return this.#writing(async (client, head) => {
      demandPrefix(head, onto);
      await insertAll(client, this.#key, chained(texts, head));
      return headOfLedger(client, this.#key);
    });
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }

  /** Under the lock of the ledger's row, which is taken first, in a statement of its own. */
  #writing<T>(work: (client: PoolClient, head: Head) => Promise<T>): Promise<T> {
    const locked = `${headSql(this.#key)} FOR UPDATE`;
    return this.#handle.inTurn(() =>
      beginningWith(this.#pool, locked, (client, rows) => work(client, headIn(rows, this.#key))),
    );
  }
}
