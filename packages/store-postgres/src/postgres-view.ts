import type { RecordedEvent } from "@tongket/core";
import {
  type Checkpoint,
  eventsBehind,
  type NewView,
  type View,
  type ViewTables,
} from "@tongket/core/live";
import type { Pool, PoolClient } from "pg";
import { inTransaction } from "./transaction.ts";

const viewName = /^[a-z][a-z0-9_]{0,45}$/;

/** Behind the two signs no name begins alike, so that no view is the draft of another. */
const schemaOf = (name: string): string => `tongket_${name}`;
const draftOf = (name: string): string => `tongket__${name}`;

/**
 * A view in tables of a PostgreSQL database, in the schema `tongket_` and its name. Readers see
 * each batch whole, and a new view in one step. One program keeps it at a time.
 */
export class PostgresView implements View {
  readonly name: string;
  readonly reads: readonly string[] | "all";
  readonly #pool: Pool;
  readonly #tables: ViewTables<PoolClient>;

  /** Throws a TypeError on a name that is not of small letters, digits and `_`, 46 at most. */
  constructor(pool: Pool, tables: ViewTables<PoolClient>) {
    if (!viewName.test(tables.name)) throw new TypeError(`no name of a view: ${tables.name}`);
    this.name = tables.name;
    this.reads = tables.reads;
    this.#pool = pool;
    this.#tables = tables;
  }

  checkpoint(): Promise<Checkpoint | undefined> {
    return inTransaction(this.#pool, (client) => this.#checkpointOf(client, schemaOf(this.name)));
  }

  take(events: readonly RecordedEvent[], to: Checkpoint): Promise<void> {
    return this.#takeInto(schemaOf(this.name), events, to);
  }

  async anew(): Promise<NewView> {
    const [name, draft] = [schemaOf(this.name), draftOf(this.name)];
    await inTransaction(this.#pool, async (client) => {
      await client.query(`DROP SCHEMA IF EXISTS ${draft} CASCADE; CREATE SCHEMA ${draft}`);
      await client.query(
        `INSERT INTO tongket.view (name, version, ledger, position, hash)
         VALUES ($1, $2, '', -1, '')
         ON CONFLICT (name) DO UPDATE SET version = $2, ledger = '', position = -1, hash = ''`,
        [draft, this.#tables.version],
      );
      await within(client, draft);
      await this.#tables.make(client);
    });
    return {
      take: (events, to) => this.#takeInto(draft, events, to),
      publish: () =>
        inTransaction(this.#pool, async (client) => {
          await client.query("DELETE FROM tongket.view WHERE name = $1", [name]);
          await client.query("UPDATE tongket.view SET name = $1 WHERE name = $2", [name, draft]);
          await client.query(`DROP SCHEMA IF EXISTS ${name} CASCADE`);
          await client.query(`ALTER SCHEMA ${draft} RENAME TO ${name}`);
        }),
      discard: () =>
        inTransaction(this.#pool, async (client) => {
          await client.query("DELETE FROM tongket.view WHERE name = $1", [draft]);
          await client.query(`DROP SCHEMA IF EXISTS ${draft} CASCADE`);
        }),
    };
  }

  /** The connections are the storage's own. */
  async close(): Promise<void> {}

  #takeInto(schema: string, events: readonly RecordedEvent[], to: Checkpoint): Promise<void> {
    return inTransaction(this.#pool, async (client) => {
      const at = await this.#checkpointOf(client, schema);
      if (at === undefined) throw new Error(`${schema} is not there: it was made anew elsewhere`);
      if (to.position <= at.position) return;
      await within(client, schema);
      await this.#tables.apply(client, eventsBehind(at, events));
      await client.query(
        "UPDATE tongket.view SET ledger = $2, position = $3, hash = $4 WHERE name = $1",
        [schema, to.ledger, to.position, to.hash],
      );
    });
  }

  /** Locked until the transaction ends, so that no other program takes in the same. */
  async #checkpointOf(client: PoolClient, schema: string): Promise<Checkpoint | undefined> {
    const { rows } = await client.query<Checkpoint>(
      `SELECT ledger, position, hash FROM tongket.view
       WHERE name = $1 AND version = $2 FOR UPDATE`,
      [schema, this.#tables.version],
    );
    return rows[0];
  }
}

/** Names of tables are of this schema, until the transaction ends. */
const within = (client: PoolClient, schema: string): Promise<unknown> =>
  client.query(`SET LOCAL search_path TO ${schema}, public`);
