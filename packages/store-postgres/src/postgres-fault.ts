import { LedgerFault, type LedgerFaultName } from "@tongket/core/log";

const uniqueViolation = "23505";
const lockNotAvailable = "55P03";

/** The code of an error of the server, or of the way to it. */
const codeIn = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : undefined;

export const isUniqueViolation = (error: unknown): boolean => codeIn(error) === uniqueViolation;

/** Classes and codes of errors that say who may do what. */
const denials = /^(?:28|42501$)/;

/** What the driver says, without a code, where the server asks for a password and there is none. */
const noPassword = /client password must be a (?:non-empty )?string/;

/** Codes of a server that goes away, and of the way to it. */
const absences = /^(?:08|57P0|E[A-Z]+$)/;

/**
 * What a failed call on a database means for its ledger. An error without a code is the driver's
 * own, such as a time-out; one that is no error of either stays as it is.
 */
export const postgresFault = (error: unknown, storage: string): unknown => {
  if (error instanceof LedgerFault || error instanceof RangeError || error instanceof TypeError) {
    return error;
  }
  if (!(error instanceof Error)) return error;
  const code = codeIn(error);
  if (code === lockNotAvailable)
    return new LedgerFault("LedgerLocked", { storage }, { cause: error });
  // Nothing but an id can stand twice: positions are looked at before they are written.
  if (code === uniqueViolation)
    return new LedgerFault("DuplicateCommand", { storage }, { cause: error });
  const facts = { storage, code: code ?? "none", found: error.message || (code ?? "none") };
  if (code === undefined && noPassword.test(error.message)) {
    return new LedgerFault("StorageDenied", { ...facts, unset: "PGPASSWORD" }, { cause: error });
  }
  return new LedgerFault(faultNameOf(code), facts, { cause: error });
};

const faultNameOf = (code: string | undefined): LedgerFaultName => {
  if (code === undefined) return "StorageUnreachable";
  if (denials.test(code)) return "StorageDenied";
  return absences.test(code) ? "StorageUnreachable" : "StorageFailed";
};
