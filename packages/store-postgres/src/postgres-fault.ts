import { LedgerFault } from "@tongket/core/log";

const uniqueViolation = "23505";
const lockNotAvailable = "55P03";

/** The code of an error of the server, or of the way to it. */
const codeIn = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : undefined;

export const isUniqueViolation = (error: unknown): boolean => codeIn(error) === uniqueViolation;

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
  const facts = { storage, code: code ?? "none", found: error.message };
  return new LedgerFault("StorageFailed", facts, { cause: error });
};
