import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
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
import { whenFree } from "./lock-wait.ts";
import {
  copied,
  type Draft,
  demandNoVirtual,
  type Made,
  makeDraft,
  quoted,
  removeDraft,
} from "./sqlite-draft.ts";

/** How long a step waits for the lock of the file. */
const waitMs = 10_000;

/** How far each view in the file has come, and what it stands in: tables, and views on them. */
const checkpoints = `
  CREATE TABLE IF NOT EXISTS tongket_view (
    name TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    ledger TEXT NOT NULL,
    position INTEGER NOT NULL,
    hash TEXT NOT NULL,
    made TEXT NOT NULL
  ) STRICT
`;

/**
 * A view in tables of an SQLite file, which may hold other things besides, but not the ledger.
 * Readers open the file as any other; they see each batch whole, and a new view in one step. Calls
 * reject with SQLite's error, also where the file was locked for 10 s, and `anew` with an Error
 * where a table is a virtual one.
 */
export class SqliteView implements View {
  readonly name: string;
  readonly reads: readonly string[] | "all";
  readonly #file: string;
  readonly #tables: ViewTables<DatabaseSync>;
  readonly #database: DatabaseSync;

  /** Makes the file where it is not there; throws SQLite's error where it cannot be opened. */
  constructor(file: string, tables: ViewTables<DatabaseSync>) {
    this.name = tables.name;
    this.reads = tables.reads;
    this.#file = file;
    this.#tables = tables;
    this.#database = new DatabaseSync(file, { timeout: waitMs });
    this.#database.exec(checkpoints);
    this.#database.exec("PRAGMA busy_timeout = 0");
  }

  checkpoint(): Promise<Checkpoint | undefined> {
    return whenFree(waitMs, () => this.#found());
  }

  take(events: readonly RecordedEvent[], { from, to }: Step): Promise<Taking> {
    const database = this.#database;
    return inTransaction(database, async () => {
      if (!standsAt(this.#found(), from)) return "MovedOn";
      await this.#tables.apply(database, events);
      database
        .prepare("UPDATE tongket_view SET position = ?, hash = ? WHERE name = ?")
        .run(to.position, to.hash, this.name);
      return "Taken";
    });
  }

  async anew(): Promise<NewView> {
    const draft = await inTransaction(this.#database, () => makeDraft(this.#file, this.name));
    try {
      await inTransaction(draft.database, () => this.#tables.make(draft.database));
      demandNoVirtual(draft.database, this.name);
    } catch (error) {
      removeDraft(draft);
      throw error;
    }
    let at: Checkpoint | undefined;
    return {
      take: async (events, to) => {
        await inTransaction(draft.database, () => this.#tables.apply(draft.database, events));
        at = to;
      },
      publish: async (over) => {
        if (at === undefined) throw new Error(`${this.name} was not filled`);
        const published = await this.#replaced(draft, { at, over });
        if (published === "Published") removeDraft(draft);
        return published;
      },
      discard: async () => removeDraft(draft),
    };
  }

  async close(): Promise<void> {
    this.#database.close();
  }

  /** Copies the tables of the draft over its own, and its checkpoint, in one transaction. */
  async #replaced(
    draft: Draft,
    { at, over }: { readonly at: Checkpoint; readonly over: Checkpoint | undefined },
  ): Promise<"Published" | "MovedOn"> {
    const database = this.#database;
    let isAttached = false;
    // Tables that rest on each other go and come in any order.
    database.exec("PRAGMA foreign_keys = OFF");
    try {
      return await inTransaction(database, () => {
        if (!standsAt(this.#found(), over)) return "MovedOn";
        // Under the lock of this file nobody takes the draft for that of a program that ended.
        draft.database.close();
        database.prepare("ATTACH ? AS fresh").run(existing(draft.file));
        isAttached = true;
        for (const { type, name } of this.#made()) {
          database.exec(`DROP ${type} main.${quoted(name)}`);
        }
        const made = JSON.stringify(copied(database));
        database
          .prepare("INSERT OR REPLACE INTO tongket_view VALUES (?, ?, ?, ?, ?, ?)")
          .run(this.name, this.#tables.version, at.ledger, at.position, at.hash, made);
        return "Published";
      });
    } finally {
      if (isAttached) database.exec("DETACH fresh");
      database.exec("PRAGMA foreign_keys = ON");
    }
  }

  #found(): Checkpoint | undefined {
    const row = this.#database
      .prepare("SELECT ledger, position, hash FROM tongket_view WHERE name = ? AND version = ?")
      .get(this.name, this.#tables.version);
    return row === undefined ? undefined : ({ ...row } as unknown as Checkpoint);
  }

  /** What it stands in so far, of whatever version. */
  #made(): readonly Made[] {
    const row = this.#database
      .prepare("SELECT made FROM tongket_view WHERE name = ?")
      .get(this.name);
    return row === undefined ? [] : JSON.parse(row["made"] as string);
  }
}

/** The name of a file for SQLite, which would make one by default where none is there. */
const existing = (file: string): string => `${pathToFileURL(file)}?mode=rw`;

const inTransaction = async <T>(database: DatabaseSync, work: () => T | Promise<T>): Promise<T> => {
  await whenFree(waitMs, () => database.exec("BEGIN IMMEDIATE"));
  try {
    const done = await work();
    // A reader in the middle of its reading keeps it waiting.
    await whenFree(waitMs, () => database.exec("COMMIT"));
    return done;
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
};
