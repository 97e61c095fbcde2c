import { randomUUID } from "node:crypto";
import type { ViewTables } from "@tongket/core/live";
import { Client, type Pool, type PoolClient } from "pg";
import { inTransaction } from "./transaction.ts";

/** Behind the two signs no name of a view begins alike, so that none is the draft of another. */
const stemOf = (view: string): string => `tongket__${view}_`;

/** The lock of a draft, or of a view, by the name of its schema. */
const lockOf = (schema: string): string => `hashtextextended('${schema}', 0)`;

/** A new view in a schema of its own. */
export interface Draft {
  readonly schema: string;
  /** Lets go of it; whoever looks for drafts of programs that ended may remove it. */
  end(): Promise<void>;
}

/**
 * Makes an empty draft, and removes those of programs that ended. Whoever makes one holds its lock
 * on a connection of its own, which ends with the program.
 */
export const makeDraft = async (pool: Pool, tables: ViewTables<PoolClient>): Promise<Draft> => {
  const { name, version } = tables;
  const schema = stemOf(name) + randomUUID().slice(0, 7);
  const holder = new Client(pool.options);
  // A lost one is noticed where the draft is gone.
  holder.on("error", () => {});
  await holder.connect();
  try {
    await holder.query(`SELECT pg_advisory_lock(${lockOf(schema)})`);
    await inTransaction(pool, async (client) => {
      await removeOrphans(client, name);
      await client.query(`CREATE SCHEMA ${schema}`);
      await client.query(
        `INSERT INTO tongket.view (name, version, ledger, position, hash)
         VALUES ($1, $2, '', -1, '')`,
        [schema, version],
      );
      await within(client, schema);
      await tables.make(client);
    });
  } catch (error) {
    await holder.end();
    throw error;
  }
  return { schema, end: () => holder.end() };
};

/** Keeps all others from what they would publish under this name, until the transaction ends. */
export const lockName = (client: PoolClient, schema: string): Promise<unknown> =>
  client.query(`SELECT pg_advisory_xact_lock(${lockOf(schema)})`);

/** Rejects where the draft was removed; else it stays until the transaction ends. */
export const demandDraft = async (client: PoolClient, schema: string): Promise<void> => {
  const found = await client.query("SELECT 1 FROM tongket.view WHERE name = $1 FOR UPDATE", [
    schema,
  ]);
  if (found.rowCount === 0)
    throw new Error(`${schema} is gone: the connection that held it was lost`);
};

export const removeDraft = async (client: PoolClient, schema: string): Promise<void> => {
  await client.query("DELETE FROM tongket.view WHERE name = $1", [schema]);
  await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
};

/** Names of tables are of this schema, until the transaction ends. */
export const within = (client: PoolClient, schema: string): Promise<unknown> =>
  client.query(`SET LOCAL search_path TO ${schema}, public`);

/** A lock that is free was held by a program that ended. */
const removeOrphans = async (client: PoolClient, view: string): Promise<void> => {
  const { rows } = await client.query<{ name: string }>(
    "SELECT name FROM tongket.view WHERE name ~ $1",
    [`^${stemOf(view)}[0-9a-f]{7}$`],
  );
  for (const { name } of rows) {
    const tried = await client.query<{ free: boolean }>(
      `SELECT pg_try_advisory_xact_lock(${lockOf(name)}) AS free`,
    );
    if (tried.rows[0]?.free === true) await removeDraft(client, name);
  }
};
