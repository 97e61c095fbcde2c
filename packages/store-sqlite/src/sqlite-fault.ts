import { LedgerFault } from "@tongket/core/log";

/** SQLite's result codes that mean a thing of their own here. */
const busy = 5;
const corrupt = 11;
const constraint = 19;
const notADatabase = 26;

interface SqliteError extends Error {
  readonly errcode: number;
  readonly errstr: string;
}

const isSqliteError = (error: unknown): error is SqliteError =>
  error instanceof Error && "errcode" in error && "errstr" in error;

/** The code without what extends it. */
const codeOf = ({ errcode }: SqliteError): number => errcode & 0xff;

/** Whether another connection holds the lock that was asked for. */
export const isBusy = (error: unknown): boolean => isSqliteError(error) && codeOf(error) === busy;

/** Whether the file is no database that SQLite can read, or only in part. */
export const isDamage = (error: unknown): boolean =>
  isSqliteError(error) && [corrupt, notADatabase].includes(codeOf(error));

/** What a failed call on a database file means for its ledger; any other error stays as it is. */
export const sqliteFault = (error: unknown, file: string): unknown => {
  if (!isSqliteError(error)) return error;
  const facts = { file, code: error.errcode, syscall: error.errstr };
  switch (codeOf(error)) {
    case busy:
      return new LedgerFault("LedgerLocked", { file }, { cause: error });
    // Nothing but an id can stand twice: positions are looked at before they are written.
    case constraint:
      return new LedgerFault("DuplicateCommand", { file }, { cause: error });
    case corrupt:
      return new LedgerFault("StorageDamaged", { file, found: error.errstr }, { cause: error });
    case notADatabase:
      return new LedgerFault("NotALedger", { file, found: "no database" }, { cause: error });
    default:
      return new LedgerFault("StorageFailed", facts, { cause: error });
  }
};

/** Runs work on a database file, whose failed calls throw as faults of the ledger. */
export const faultsOf = async <T>(file: string, work: () => T | Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw sqliteFault(error, file);
  }
};
