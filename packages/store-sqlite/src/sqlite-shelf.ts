import { DatabaseSync } from "node:sqlite";
import { deserialize, serialize } from "node:v8";
import { type Shelf, ShelfUnreadable } from "@tongket/core/live";
import { whenFree } from "./lock-wait.ts";

/** A shelf in a table of an SQLite file: for the states of views, and for how far reactions are. */
export interface SqliteShelf extends Shelf {
  close(): void;
}

/** How long a value waits for the lock of the file. */
const waitMs = 10_000;

/**
 * Makes the file and the table where they are not there; throws SQLite's error where that cannot
 * be. Calls reject with it as well, also where the file was locked for 10 s, and `save` with an
 * Error where the value cannot be kept.
 */
export const openSqliteShelf = (file: string): SqliteShelf => {
  const database = new DatabaseSync(file, { timeout: waitMs });
  database.exec(
    "CREATE TABLE IF NOT EXISTS tongket_shelf (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT",
  );
  database.exec("PRAGMA busy_timeout = 0");
  const found = database.prepare("SELECT value FROM tongket_shelf WHERE name = ?");
  const kept = database.prepare("INSERT OR REPLACE INTO tongket_shelf VALUES (?, ?)");
  return {
    load: async (name) => {
      const row = await whenFree(waitMs, () => found.get(name));
      return row === undefined ? undefined : readable(row["value"] as Uint8Array);
    },
    save: async (name, value) => {
      const bytes = serialize(value);
      await whenFree(waitMs, () => kept.run(name, bytes));
    },
    close: () => database.close(),
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
