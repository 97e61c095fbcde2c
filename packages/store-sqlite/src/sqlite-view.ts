import { rmSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import type { RecordedEvent } from "@tongket/core";
import {
  type Checkpoint,
  eventsBehind,
  type NewView,
  type View,
  type ViewTables,
} from "@tongket/core/live";

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
 * Readers open the file as any other; they see each batch whole, and a new view in one step. One
 * program keeps a view at a time; its tables are no virtual ones.
 */
export class SqliteView implements View {
  readonly name: string;
  readonly reads: readonly string[] | "all";
  readonly #file: string;
  readonly #tables: ViewTables<DatabaseSync>;
  readonly #database: DatabaseSync;

  constructor(file: string, tables: ViewTables<DatabaseSync>) {
    this.name = tables.name;
    this.reads = tables.reads;
    this.#file = file;
    this.#tables = tables;
    this.#database = opened(file);
    this.#database.exec(checkpoints);
  }

  async checkpoint(): Promise<Checkpoint | undefined> {
    const { version } = this.#tables;
    const row = this.#database
      .prepare("SELECT ledger, position, hash FROM tongket_view WHERE name = ? AND version = ?")
      .get(this.name, version);
    return row === undefined ? undefined : ({ ...row } as unknown as Checkpoint);
  }

  take(events: readonly RecordedEvent[], to: Checkpoint): Promise<void> {
    const database = this.#database;
    return inTransaction(database, async () => {
      const at = await this.checkpoint();
      if (at === undefined) throw new Error(`${this.name} was not made yet`);
      if (to.position <= at.position) return;
      await this.#tables.apply(database, eventsBehind(at, events));
      database
        .prepare("UPDATE tongket_view SET position = ?, hash = ? WHERE name = ?")
        .run(to.position, to.hash, this.name);
    });
  }

  /** In a file of its own, since the tables of both have the same names. */
  async anew(): Promise<NewView> {
    const draft = `${this.#file}.${this.name}.new`;
    rmSync(draft, { force: true });
    const fresh = opened(draft);
    await inTransaction(fresh, async () => this.#tables.make(fresh));
    const virtual = fresh.prepare(
      "SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL%'",
    );
    const [table] = virtual.all();
    if (table !== undefined) {
      fresh.close();
      throw new Error(`${this.name}: the virtual table ${table["name"]} cannot be copied`);
    }
    let at: Checkpoint | undefined;
    return {
      take: (events, to) =>
        inTransaction(fresh, async () => {
          await this.#tables.apply(fresh, events);
          at = to;
        }),
      publish: async () => {
        fresh.close();
        if (at === undefined) throw new Error(`${this.name} was not filled`);
        await this.#replaceBy(draft, at);
        rmSync(draft, { force: true });
      },
      discard: async () => {
        fresh.close();
        rmSync(draft, { force: true });
      },
    };
  }

  async close(): Promise<void> {
    this.#database.close();
  }

  /** Copies the tables of the draft over its own, and its checkpoint, in one transaction. */
  async #replaceBy(draft: string, at: Checkpoint): Promise<void> {
    const database = this.#database;
    database.prepare("ATTACH ? AS fresh").run(draft);
    // Tables that rest on each other go and come in any order.
    database.exec("PRAGMA foreign_keys = OFF");
    try {
      await inTransaction(database, async () => {
        for (const { type, name } of this.#made()) {
          database.exec(`DROP ${type} main.${quoted(name)}`);
        }
        const made = JSON.stringify(copied(database));
        database
          .prepare("INSERT OR REPLACE INTO tongket_view VALUES (?, ?, ?, ?, ?, ?)")
          .run(this.name, this.#tables.version, at.ledger, at.position, at.hash, made);
      });
    } finally {
      database.exec("PRAGMA foreign_keys = ON; DETACH fresh");
    }
  }

  /** What it stands in so far, of whatever version. */
  #made(): readonly Made[] {
    const row = this.#database
      .prepare("SELECT made FROM tongket_view WHERE name = ?")
      .get(this.name);
    return row === undefined ? [] : JSON.parse(row["made"] as string);
  }
}

/** A table, or a view of SQL, by its name. */
interface Made {
  readonly type: string;
  readonly name: string;
}

/** Makes what `fresh` holds in `main` too: tables with their rows, then what hangs on them. */
const copied = (database: DatabaseSync): readonly Made[] => {
  const made = database
    .prepare(
      "SELECT type, name, sql FROM fresh.sqlite_schema WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~'",
    )
    .all() as unknown as readonly (Made & { readonly sql: string })[];
  const tables = made.filter(({ type }) => type === "table");
  for (const { sql } of tables) database.exec(sql);
  for (const { name } of tables) {
    database.exec(`INSERT INTO main.${quoted(name)} SELECT * FROM fresh.${quoted(name)}`);
  }
  for (const { type, sql } of made) if (type !== "table") database.exec(sql);
  return made.flatMap(({ type, name }) =>
    type === "table" || type === "view" ? [{ type, name }] : [],
  );
};

const opened = (file: string): DatabaseSync => new DatabaseSync(file, { timeout: 10_000 });

const inTransaction = async <T>(database: DatabaseSync, work: () => Promise<T>): Promise<T> => {
  database.exec("BEGIN IMMEDIATE");
  try {
    const done = await work();
    database.exec("COMMIT");
    return done;
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
};

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
