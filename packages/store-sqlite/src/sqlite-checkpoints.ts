import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import v8 from "node:v8";
import type { Checkpoints } from "@tongket/core";
import { openValue, type SealedValue, sealValue } from "@tongket/core/log";
import { whenFree } from "./lock-wait.ts";

/** How long either call waits for the lock of the file: a reading without one is only slower. */
const waitMs = 1000;

/**
 * Checkpoints of a ledger in a table of its file, `tongket_checkpoint`, made with the first of them
 * and to be dropped at any time. Loading rejects with `ShelfUnreadable` where one is damaged or was
 * written by another Node, and either call with SQLite's error.
 */
export const sqliteCheckpoints = (file: string): Checkpoints => ({
  load: (name) =>
    opened(file, "ro", (database) => {
      const table = "SELECT 1 FROM sqlite_schema WHERE name = 'tongket_checkpoint'";
      if (database.prepare(table).get() === undefined) return undefined;
      const kept = "SELECT hash, value FROM tongket_checkpoint WHERE name = ?";
      const row = database.prepare(kept).get(name);
      return row === undefined ? undefined : openValue(row as never as SealedValue, v8);
    }),
  save: (name, value) =>
    opened(file, "rw", (database) => {
      const sealed = sealValue(value, v8);
      database.exec(
        "CREATE TABLE IF NOT EXISTS tongket_checkpoint " +
          "(name TEXT PRIMARY KEY, hash TEXT NOT NULL, value BLOB NOT NULL) STRICT",
      );
      database
        .prepare("INSERT OR REPLACE INTO tongket_checkpoint VALUES (?, ?, ?)")
        .run(name, sealed.hash, sealed.value);
    }),
});

const opened = async <T>(
  file: string,
  mode: "ro" | "rw",
  use: (database: DatabaseSync) => T,
): Promise<T> => {
  const place = pathToFileURL(file);
  // By default SQLite would make the file, where the ledger is gone by now.
  place.searchParams.set("mode", mode);
  const database = new DatabaseSync(place, { timeout: 0 });
  try {
    return await whenFree(waitMs, () => use(database));
  } finally {
    database.close();
  }
};
