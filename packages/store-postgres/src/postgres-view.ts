import type { RecordedEvent } from "@tongket/core";
import {
  type Checkpoint,
  type NewView,
  type Step,
  standsAt,
  type Taking,
  type View,
  type ViewTables,
} from "@tongket/core/live";
import type { Pool, PoolClient } from "pg";
import { demandDraft, lockName, makeDraft, removeDraft, within } from "./postgres-draft.ts";
import { inTransaction } from "./transaction.ts";

const viewName = /^[a-z][a-z0-9_]{0,45}$/;

/**
 * A view in tables of a PostgreSQL database, in the schema `tongket_` and its name. Readers see
 * each batch whole, and a new view in one step. Calls reject with the driver's error, and a draft
 * with an Error where it was removed, since the connection that held it was lost.
 */
export class PostgresView implements View {
  readonly name: string;
  readonly reads: readonly string[] | "all";
  readonly #pool: Pool;
  readonly #tables: ViewTables<PoolClient>;
  readonly #schema: string;

  /** Throws a TypeError on a name that is not of small letters, digits and `_`, 46 at most. */
  constructor(pool: Pool, tables: ViewTables<PoolClient>) {
    if (!viewName.test(tables.name)) throw new TypeError(`no name of a view: ${tables.name}`);
    this.name = tables.name;
    this.reads = tables.reads;
    this.#pool = pool;
    this.#tables = tables;
    this.#schema = `tongket_${tables.name}`;
  }

  checkpoint(): Promise<Checkpoint | undefined> {
    return inTransaction(this.#pool, (client) => this.#found(client));
  }

  take(events: readonly RecordedEvent[], { from, to }: Step): Promise<Taking> {
    return inTransaction(this.#pool, async (client) => {
      if (!standsAt(await this.#found(client, "FOR UPDATE"), from)) return "MovedOn";
      await within(client, this.#schema);
      await this.#tables.apply(client, events);
      await client.query("UPDATE tongket.view SET position = $2, hash = $3 WHERE name = $1", [
        this.#schema,
        to.position,
        to.hash,
      ]);
      return "Taken";
    });
  }

  async anew(): Promise<NewView> {
    const tables = this.#tables;
    const draft = await makeDraft(this.#pool, tables);
    let at: Checkpoint | undefined;
    return {
      take: async (events, to) => {
        await inTransaction(this.#pool, async (client) => {
          await demandDraft(client, draft.schema);
          await within(client, draft.schema);
          await tables.apply(client, events);
        });
        at = to;
      },
      publish: async (over) => {
        if (at === undefined) throw new Error(`${this.name} was not filled`);
        const published = await this.#replaced(draft.schema, { at, over });
        if (published === "Published") await draft.end();
        return published;
      },
      discard: async () => {
        try {
          await inTransaction(this.#pool, (client) => removeDraft(client, draft.schema));
        } finally {
          await draft.end();
        }
      },
    };
  }

  /** The connections are the storage's own. */
  async close(): Promise<void> {}

  /** The draft's schema gets the name of the view's. */
  #replaced(
    draft: string,
    { at, over }: { readonly at: Checkpoint; readonly over: Checkpoint | undefined },
  ): Promise<"Published" | "MovedOn"> {
    return inTransaction(this.#pool, async (client) => {
      // Where there is no row yet, none can be locked.
      await lockName(client, this.#schema);
      if (!standsAt(await this.#found(client, "FOR UPDATE"), over)) return "MovedOn";
      await demandDraft(client, draft);
      await client.query("DELETE FROM tongket.view WHERE name = $1", [draft]);
      await client.query(
        `INSERT INTO tongket.view (name, version, ledger, position, hash)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (name) DO UPDATE SET version = $2, ledger = $3, position = $4, hash = $5`,
        [this.#schema, this.#tables.version, at.ledger, at.position, at.hash],
      );
      await client.query(`DROP SCHEMA IF EXISTS ${this.#schema} CASCADE`);
      await client.query(`ALTER SCHEMA ${draft} RENAME TO ${this.#schema}`);
      return "Published";
    });
  }

  /** `FOR UPDATE`: it stays so until the transaction ends. */
  async #found(client: PoolClient, lock: "" | "FOR UPDATE" = ""): Promise<Checkpoint | undefined> {
    const { rows } = await client.query<Checkpoint>(
      `SELECT ledger, position, hash FROM tongket.view WHERE name = $1 AND version = $2 ${lock}`,
      [this.#schema, this.#tables.version],
    );
    return rows[0];
  }
}
