import { setTimeout as sleep } from "node:timers/promises";
import {
  type AppendAsked,
  type AppendCondition,
  type AppendResult,
  type CommitDraft,
  chained,
  commandIdsOf,
  demandPrefix,
  type EventStore,
  type FaultsOf,
  type Head,
  headOf,
  judgeAppend,
  LedgerFault,
  type LedgerHeader,
  OpenHandle,
  type ReadOptions,
  readHeader,
  recordAfter,
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

/** The record that a copy is to follow. */
interface Onto {
  readonly after: number;
  readonly prev: string;
}

export class PostgresLedger implements EventStore {
  readonly header: LedgerHeader;
  readonly headerHash: string;
  readonly #key: number;
  readonly #pool: Pool;
  readonly #pollMs: number;
  readonly #handle: OpenHandle;
  /**
   * The head that this handle last wrote or asked for. It may be out of date, or of a transaction
   * that failed: its hash is compared before anything is written behind it.
   */
  #lastHead: Head | undefined;

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
    return this.#handle.asked(async () => {
      this.#lastHead = await headOfLedger(this.#pool, this.#key);
      return this.#lastHead;
    });
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
    const asked = { draft, condition, now };
    const written = this.#handle.inTurn(
      async () => (await this.#appendToLast(asked)) ?? (await this.#appendLocked(asked)),
    );
    return written.catch(async (error: unknown) => {
      const isRefused = error instanceof LedgerFault && error.fault === "DuplicateCommand";
      if (!isRefused && !(error instanceof RangeError)) throw error;
      const ids = commandIdsOf(draft);
      const stored = await this.#handle.asked(() => known(this.#pool, this.#key, ids));
      if (stored === undefined) throw error;
      return { append: "CommandKnown", stored };
    });
  }

  /**
   * Appends in one statement to the last head that this handle knows, where the condition was
   * looked at up to that: nothing can match behind it. Undefined, and nothing is written, where
   * the ledger has another head by now.
   */
  async #appendToLast(asked: AppendAsked): Promise<AppendResult | undefined> {
    const head = this.#lastHead;
    if (head === undefined || asked.condition.after !== head.position) return undefined;
    const stored = unlessRefused(RangeError, () => recordAfter(head, asked));
    const written = stored && (await this.#insert(this.#pool, [stored], head));
    return written && { append: "Appended", stored };
  }

  /**
   * Appends under the lock of the ledger's row. What nothing else stands against is written without
   * a look at its ids, each of which can stand but once: the table of ids refuses the transaction.
   */
  #appendLocked(asked: AppendAsked): Promise<AppendResult> {
    const { draft, condition } = asked;
    return this.#writing(async (client, head): Promise<AppendResult> => {
      const { after } = condition;
      const match =
        after < head.position ? await firstMatch(client, this.#key, condition) : undefined;
      const isFree = match === undefined && after <= head.position;
      const found = {
        head,
        match,
        known: isFree ? undefined : await known(client, this.#key, commandIdsOf(draft)),
      };
      const result = judgeAppend(found, asked);
      if (result.append === "Appended") await this.#insertLocked(client, [result.stored], head);
      return result;
    });
  }

  appendVerbatim(texts: readonly string[], onto: Onto): Promise<Head> {
    return this.#handle.inTurn(
      async () => (await this.#copyToLast(texts, onto)) ?? (await this.#copyLocked(texts, onto)),
    );
  }

  /** In one statement, as `#appendToLast` does. */
  async #copyToLast(texts: readonly string[], { after, prev }: Onto): Promise<Head | undefined> {
    const head = this.#lastHead;
    if (head?.position !== after || head.hash !== prev || texts.length === 0) return undefined;
    const all = unlessRefused(LedgerFault, () => chained(texts, head));
    return all && this.#insert(this.#pool, all, head);
  }

  #copyLocked(texts: readonly string[], onto: Onto): Promise<Head> {
    return this.#writing(async (client, head) => {
      demandPrefix(head, onto);
      return this.#insertLocked(client, chained(texts, head), head);
    });
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }

  /** Under the lock of the ledger's row, which is taken first, in a statement of its own. */
  #writing<T>(work: (client: PoolClient, head: Head) => Promise<T>): Promise<T> {
    const locked = `${headSql(this.#key)} FOR UPDATE`;
    return beginningWith(this.#pool, locked, (client, rows) => {
      const head = headIn(rows, this.#key);
      this.#lastHead = head;
      return work(client, head);
    });
  }

  async #insertLocked(client: PoolClient, all: readonly StoredCommit[], onto: Head): Promise<Head> {
    const head = await this.#insert(client, all, onto);
    if (head === undefined) throw new Error("the head of a ledger has changed under its lock");
    return head;
  }

  /** The head it leaves; undefined, and nothing is written, where the ledger has another by now. */
  async #insert(
    connection: Pool | PoolClient,
    all: readonly StoredCommit[],
    onto: Head,
  ): Promise<Head | undefined> {
    const isWritten = await insertAll(connection, this.#key, { all, onto });
    if (!isWritten) return undefined;
    const last = all.at(-1);
    this.#lastHead = last === undefined ? onto : headOf(last);
    return this.#lastHead;
  }
}

/** Undefined where there is nothing to write: it is refused under the lock, behind a conflict. */
const unlessRefused = <T>(refusal: typeof RangeError | typeof LedgerFault, make: () => T) => {
  try {
    return make();
  } catch (error) {
    if (error instanceof refusal) return undefined;
    throw error;
  }
};
