import { DatabaseSync } from "node:sqlite";
import { deserialize, serialize } from "node:v8";
import { type Hold, inMemoryShelf, type Shelf, ShelfUnreadable } from "@tongket/core/live";
import { whenFree } from "./lock-wait.ts";
import { isBusy } from "./sqlite-fault.ts";

/** A shelf in a table of an SQLite file: for the states of views, and for how far reactions are. */
export interface SqliteShelf extends Shelf {
  /** Lets no hold go: end what keeps one first. */
  close(): void;
}

/** How long a value waits for the lock of the file. */
const waitMs = 10_000;

/**
 * Makes the file and the table where they are not there; throws SQLite's error where that cannot
 * be. Calls reject with it as well, also where the file was locked for 10 s, and `save` with an
 * Error where the value cannot be kept. A name is held by the lock of an empty file beside it,
 * `FILE.NAME.held`, which stays: two programs would each hold one that the other had removed.
 */
export const openSqliteShelf = (file: string): SqliteShelf => {
  const database = new DatabaseSync(file, { timeout: waitMs });
  database.exec(
    "CREATE TABLE IF NOT EXISTS tongket_shelf (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT",
  );
  database.exec("PRAGMA busy_timeout = 0");
  const found = database.prepare("SELECT value FROM tongket_shelf WHERE name = ?");
  const kept = database.prepare("INSERT OR REPLACE INTO tongket_shelf VALUES (?, ?)");
  const place = database.location();
  const { hold } = inMemoryShelf();
  return {
    load: async (name) => {
      const row = await whenFree(waitMs, () => found.get(name));
      return row === undefined ? undefined : readable(row["value"] as Uint8Array);
    },
    save: async (name, value) => {
      const bytes = serialize(value);
      await whenFree(waitMs, () => kept.run(name, bytes));
    },
    hold: (name) => (place === null ? hold(name) : held(place, name)),
    close: () => database.close(),
  };
};

/** The connections whose locks are held: one that nothing refers to would be closed. */
const holding = new Set<DatabaseSync>();

/** The system lets the lock go with the program, also where that is killed. */
const held = async (place: string, name: string): Promise<Hold | undefined> => {
  const lock = new DatabaseSync(`${place}.${encodeURIComponent(name)}.held`, { timeout: 0 });
  try {
    // Of two that ask at once one is given it; and nothing is written, nor a journal.
    lock.exec("PRAGMA journal_mode = MEMORY; BEGIN IMMEDIATE");
  } catch (error) {
    lock.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
  holding.add(lock);
  return {
    release: () => {
      if (holding.delete(lock)) lock.close();
    },
  };
};

/** Another Node may have written it in a form that this one does not know. */
const readable = (value: Uint8Array): unknown => {
  try {
    return deserialize(value);
  } catch (error) {
    throw new ShelfUnreadable("what is kept cannot be read", { cause: error });
  }
};
