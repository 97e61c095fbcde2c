import { LedgerFault } from "@tongket/core/log";

/** SQLite's result codes that mean a thing of their own here. */
const permission = 3;
const busy = 5;
const readOnly = 8;
const corrupt = 11;
const cannotOpen = 14;
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

/** What the system says to whoever lacks a right, or of a medium that cannot be written. */
const denials = ["EACCES", "EPERM", "EROFS"];

const isSystemDenial = (error: unknown): error is NodeJS.ErrnoException & { code: string } =>
  error instanceof Error && "code" in error && denials.includes(error.code as string);

/** Whether the right to do it was lacking. */
export const isDenied = (error: unknown): boolean =>
  isSystemDenial(error) || (isSqliteError(error) && [permission, readOnly].includes(codeOf(error)));

/** Whether a file could not be opened, of which SQLite does not say why. */
export const isUnopened = (error: unknown): boolean =>
  isSqliteError(error) && codeOf(error) === cannotOpen;

/** A ledger that was opened to be read only is to be written. */
export const readOnlyFault = (file: string): LedgerFault =>
  new LedgerFault("StorageDenied", { file, code: readOnly, found: "opened to be read only" });

/** What a failed call on a database file means for its ledger; any other error stays as it is. */
export const sqliteFault = (error: unknown, file: string): unknown => {
  if (isSystemDenial(error)) {
    const facts = { file, code: error.code, found: error.syscall ?? error.code };
    return new LedgerFault("StorageDenied", facts, { cause: error });
  }
  if (!isSqliteError(error)) return error;
  const facts = { file, code: error.errcode, syscall: error.errstr };
  switch (codeOf(error)) {
    case busy:
      return new LedgerFault("LedgerLocked", { file }, { cause: error });
    // Nothing but an id can stand twice: positions are looked at before they are written.
    case constraint:
      return new LedgerFault("DuplicateCommand", { file }, { cause: error });
    case permission:
    case readOnly:
      return new LedgerFault(
        "StorageDenied",
        { file, code: error.errcode, found: error.errstr },
        { cause: error },
      );
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
