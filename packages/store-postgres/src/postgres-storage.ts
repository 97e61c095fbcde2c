import type { Checkpoints } from "@tongket/core";
import type { View, ViewTables } from "@tongket/core/live";
import {
  type ChainVerdict,
  type FaultsOf,
  hashedText,
  LedgerFault,
  type LedgerHeader,
  type LedgerStorage,
  type VerifyOptions,
} from "@tongket/core/log";
import { Pool, type PoolClient } from "pg";
import { migrations } from "./migrations.ts";
import { postgresCheckpoints } from "./postgres-checkpoints.ts";
import { isUniqueViolation, postgresFault } from "./postgres-fault.ts";
import { PostgresLedger } from "./postgres-ledger.ts";
import { PostgresView } from "./postgres-view.ts";
import { Sockets } from "./sockets.ts";
import { inTransaction } from "./transaction.ts";
import { verdictOn } from "./verify.ts";

export interface PostgresOptions {
  /** `postgres://user:password@host:port/database`. */
  readonly url: string;
  /** How long an append waits for the lock before it is a `LedgerLocked` fault; 30 s. */
  readonly lockWaitMs?: number;
  /** How long any answer of the server is waited for; 60 s. */
  readonly answerWaitMs?: number;
  /** How often a subscription looks for news; 100 ms. */
  readonly pollMs?: number;
  /** How many connections at most; 10. Each view has one more while it is made anew. */
  readonly connectionsMax?: number;
}

/** The ledgers of one database. */
export interface PostgresStorage extends LedgerStorage {
  /**
   * A view in tables of the same database, to be kept by `keepView`. Throws a TypeError on a name
   * that can be that of no schema.
   */
  view(tables: ViewTables<PoolClient>): View;
  /**
   * Checkpoints of a ledger in a table beside it, whose rows can be deleted at any time. Loading
   * rejects with `ShelfUnreadable` where one is damaged or was written by another Node, and either
   * call with the fault of the database, as where a user has no right to the table.
   */
  checkpoints(ledger: string): Checkpoints;
  /**
   * Hashes the stored text of every record and follows the chain to the head that the database
   * holds. Names the position of any text that was changed, moved or removed. Rejects with
   * `LedgerMissing` where there is no such ledger.
   */
  verify(ledger: string, options?: VerifyOptions): Promise<ChainVerdict>;
  /** Ends every connection; handles of its ledgers are to be closed before. */
  close(): Promise<void>;
}

/**
 * Connects to a database, and makes or brings up to date the tables that ledgers need there.
 * Rejects with `StorageNewer` where a later version of the program made them, with `StorageDenied`,
 * `StorageUnreachable` or `StorageFailed` where the database does not let it.
 */
export const openPostgresStorage = async (options: PostgresOptions): Promise<PostgresStorage> => {
  const { lockWaitMs = 30_000, answerWaitMs = 60_000, pollMs = 100, connectionsMax = 10 } = options;
  const storage = shownUrl(options.url);
  const sockets = new Sockets();
  const pool = new Pool({
    stream: () => sockets.opened(),
    connectionString: options.url,
    max: connectionsMax,
    connectionTimeoutMillis: Math.min(answerWaitMs, 10_000),
    query_timeout: answerWaitMs + lockWaitMs,
    lock_timeout: lockWaitMs,
    idle_in_transaction_session_timeout: answerWaitMs,
    keepAlive: true,
    application_name: "tongket",
  });
  // A connection that is lost is told by the next call on it, or replaced where nobody uses it.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  const faultsOf: FaultsOf = async (work) => {
    try {
      return await work();
    } catch (error) {
      throw postgresFault(error, storage);
    }
  };
  const close = async (): Promise<void> => {
    await pool.end();
    sockets.destroy();
  };
  const open = (ledger: string) =>
    faultsOf(() => PostgresLedger.open({ pool, faultsOf, pollMs }, ledger));
  try {
    await faultsOf(() => inTransaction(pool, (client) => migrate(client, storage)));
  } catch (error) {
    await close();
    throw error;
  }
  return {
    create: async (header) => {
      await faultsOf(() => inTransaction(pool, (client) => insertLedger(client, header)));
      return open(header.ledger);
    },
    open,
    list: () => faultsOf(() => ledgersIn(pool)),
    view: (tables) => new PostgresView(pool, tables),
    checkpoints: (ledger) => postgresCheckpoints({ pool, faultsOf }, ledger),
    verify: (ledger, options = {}) => faultsOf(() => verdictOn(pool, ledger, options)),
    close,
  };
};

/**
 * One program at a time; a database of a later version is left as it is. Where nothing is to be
 * done nothing is asked for, so that a user who may only read can open it.
 */
const migrate = async (client: PoolClient, storage: string): Promise<void> => {
  if ((await versionIn(client, storage)) === migrations.length) return;
  await client.query("SELECT pg_advisory_xact_lock(hashtext('tongket.schema'))");
  await client.query("CREATE SCHEMA IF NOT EXISTS tongket");
  await client.query("CREATE TABLE IF NOT EXISTS tongket.version (version integer NOT NULL)");
  const version = await versionIn(client, storage);
  for (const migration of migrations.slice(version)) await client.query(migration);
  await client.query("DELETE FROM tongket.version");
  await client.query("INSERT INTO tongket.version VALUES ($1)", [migrations.length]);
};

/** The version of the tables; 0 where there are none. */
const versionIn = async (client: PoolClient, storage: string): Promise<number> => {
  const found = await client.query("SELECT to_regclass('tongket.version') AS table");
  if ((found.rows as { table: string | null }[])[0]?.table == null) return 0;
  const { rows } = await client.query<{ version: number }>("SELECT version FROM tongket.version");
  const version = rows[0]?.version ?? 0;
  const known = migrations.length;
  if (version > known) throw new LedgerFault("StorageNewer", { storage, version, known });
  return version;
};

/** Their column is compared byte by byte. */
const ledgersIn = async (pool: Pool): Promise<readonly string[]> => {
  const { rows } = await pool.query<{ ledger: string }>(
    "SELECT ledger FROM tongket.ledger ORDER BY ledger",
  );
  return rows.map(({ ledger }) => ledger);
};

const insertLedger = async (client: PoolClient, header: LedgerHeader): Promise<void> => {
  const { text, hash } = hashedText(header);
  const { ledger, createdAt } = header;
  try {
    await client.query(
      `WITH made AS (
         INSERT INTO tongket.ledger (ledger, position, hash, recorded_at)
         VALUES ($1, 0, $2, $3) RETURNING key
       )
       INSERT INTO tongket.record (ledger, position, text) SELECT key, 0, $4 FROM made`,
      [ledger, hash, createdAt, text],
    );
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new LedgerFault("LedgerExists", { ledger }, { cause: error });
  }
};

/** Which database it is, in messages: never with a password. */
const shownUrl = (url: string): string => {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  return parsed === undefined ? "postgres" : `${parsed.protocol}//${parsed.host}${parsed.pathname}`;
};
