import { DatabaseSync } from "node:sqlite";
import { deserialize, serialize } from "node:v8";
import type { Shelf } from "@tongket/core/live";

/** A shelf in a table of an SQLite file: for the states of views, and for how far reactions are. */
export interface SqliteShelf extends Shelf {
  close(): void;
}

export const openSqliteShelf = (file: string): SqliteShelf => {
  const database = new DatabaseSync(file, { timeout: 10_000 });
  database.exec(
    "CREATE TABLE IF NOT EXISTS tongket_shelf (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT",
  );
  const found = database.prepare("SELECT value FROM tongket_shelf WHERE name = ?");
  const kept = database.prepare("INSERT OR REPLACE INTO tongket_shelf VALUES (?, ?)");
  return {
    load: async (name) => {
      const row = found.get(name);
      return row === undefined ? undefined : readable(row["value"] as Uint8Array);
    },
    save: async (name, value) => {
      kept.run(name, serialize(value));
    },
    close: () => database.close(),
  };
};

/** What an older or newer Node cannot read is as good as absent: a view is made anew. */
const readable = (value: Uint8Array): unknown => {
  try {
    return deserialize(value);
  } catch {
    return undefined;
  }
};
