import { accessSync, constants, existsSync, realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { LedgerFault } from "@tongket/core/log";
import { applicationId, schemaVersion } from "./schema.ts";
import { isDenied, isUnopened } from "./sqlite-fault.ts";

/** A connection to a ledger's file. */
export interface Connection {
  readonly database: DatabaseSync;
  readonly mayWrite: boolean;
  /** Throws `LedgerLocked` where what was read may be neither the old nor the new. */
  demandUnchanged(): void;
}

/**
 * Connects to a ledger's file: to read only, where it or its folder may not be written. It waits
 * for no lock that another writer holds: a wait in SQLite would stop the whole program.
 */
export const connect = (named: string): Connection => {
  // What lies beside a file lies beside itself, not beside a link to it.
  const file = realpathSync(named);
  try {
    accessSync(file, constants.W_OK);
    const then = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL";
    const database = opened(file, { mode: "rw" }, { then });
    return { database, mayWrite: true, demandUnchanged: () => {} };
  } catch (error) {
    if (!isDenied(error) && !(isUnopened(error) && !mayWrite(dirname(file)))) throw error;
    return readingOnly(file);
  }
};

const mayWrite = (folder: string): boolean => {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

/**
 * Where the log of the file (`-wal`) and its index (`-shm`) are there, it is read as any other, and
 * so that SQLite refuses where a transaction is to be taken back by a `-journal`. None of them can
 * be made here: where one is missing nobody has the file open, and it is read without a lock for as
 * long as nobody writes to it.
 */
const readingOnly = (file: string): Connection => {
  const found = stateOf(file);
  const [hasLog, hasIndex, hasJournal] = ["-wal", "-shm", "-journal"].map((end) =>
    existsSync(`${file}${end}`),
  );
  if ((hasLog && hasIndex) || hasJournal) {
    const database = opened(file, { mode: "ro" });
    return { database, mayWrite: false, demandUnchanged: () => {} };
  }
  // In the exclusive mode SQLite makes an index of the log for itself, in memory.
  const first = "PRAGMA locking_mode = EXCLUSIVE";
  const database = hasLog
    ? opened(file, { mode: "ro", vfs: withoutLocks }, { first })
    : opened(file, { mode: "ro", immutable: "1" });
  const demandUnchanged = (): void => {
    if (stateOf(file) !== found) throw new LedgerFault("LedgerLocked", { file });
  };
  return { database, mayWrite: false, demandUnchanged };
};

const withoutLocks = process.platform === "win32" ? "win32-none" : "unix-none";

/** `first` is told before anything is read, `then` only to a file that is a ledger. */
const opened = (
  file: string,
  how: Readonly<Record<string, string>>,
  { first = "", then = "" }: { readonly first?: string; readonly then?: string } = {},
): DatabaseSync => {
  const place = pathToFileURL(file);
  // A mode is always named: by default SQLite would make the file.
  for (const [name, value] of Object.entries(how)) place.searchParams.set(name, value);
  const database = new DatabaseSync(place, { timeout: 0 });
  try {
    database.exec(first);
    demandOurs(database, file);
    database.exec(then);
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

/** Differs where anybody wrote to the file or its log. */
const stateOf = (file: string): string =>
  [file, `${file}-wal`]
    .map((name) => statSync(name, { bigint: true, throwIfNoEntry: false }))
    .map((found) => (found?.size ? `${found.ino} ${found.size} ${found.mtimeNs}` : ""))
    .join();
