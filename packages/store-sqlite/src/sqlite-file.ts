import { randomUUID } from "node:crypto";
import { link, rm, stat } from "node:fs/promises";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { hashedText, LedgerFault, type LedgerHeader } from "@tongket/core/log";
import { applicationId, schema, schemaVersion } from "./schema.ts";

/**
 * Makes a ledger's file, whole or not at all: under another name first, then linked to its own,
 * which fails where anything stands there.
 */
export const makeFile = async (file: string, header: LedgerHeader): Promise<void> => {
  const draft = `${file}.${randomUUID()}.new`;
  try {
    const database = new DatabaseSync(draft);
    try {
      database.exec("PRAGMA synchronous = FULL");
      database.exec(`BEGIN; ${schema}`);
      database
        .prepare("INSERT INTO record (position, text) VALUES (0, ?)")
        .run(hashedText(header).text);
      database.exec("COMMIT");
    } finally {
      database.close();
    }
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    throw new LedgerFault("LedgerExists", { file }, { cause: error });
  } finally {
    await rm(draft, { force: true });
  }
};

/**
 * A connection to a ledger's file. It waits for no lock that another writer holds: a wait in
 * SQLite would stop the whole program.
 */
export const connect = (file: string): DatabaseSync => {
  const place = pathToFileURL(file);
  // It must be there: by default SQLite would make one.
  place.searchParams.set("mode", "rw");
  const database = new DatabaseSync(place, { timeout: 0 });
  try {
    demandOurs(database, file);
    database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
};

const demandOurs = (database: DatabaseSync, file: string): void => {
  const pragma = (name: string): number =>
    Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0] as number;
  if (pragma("application_id") !== applicationId) {
    throw new LedgerFault("NotALedger", { file, found: "another database" });
  }
  const version = pragma("user_version");
  if (version > schemaVersion) {
    throw new LedgerFault("StorageNewer", { file, version, known: schemaVersion });
  }
};

/** Rejects with `LedgerMissing` where nothing stands at the path, or no file. */
export const demandFile = async (file: string): Promise<void> => {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "ENOENT" || error.code === "ENOTDIR"
      ? new LedgerFault("LedgerMissing", { file }, { cause: error })
      : error;
  });
  if (!found.isFile()) throw new LedgerFault("NotALedger", { file, found: "no regular file" });
};
