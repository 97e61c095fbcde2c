import { stat } from "node:fs/promises";
import { callFailure, fileFailure } from "./fault.ts";
import { fileFault } from "./input-lines.ts";
import { ledgerFailure } from "./ledger-failure.ts";

/** The path of a ledger. Its name must tell the store: a guess could make a ledger of a typo. */
export const ledgerPath = (ledger: string): string => {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(ledger) || /\.(?:db|sqlite3?)$/i.test(ledger)) {
    throw callFailure("StoreNotShipped", { ledger });
  }
  if (ledger.includes("\0") || !/[^/\\]\.jsonl$/.test(ledger)) {
    throw callFailure("LedgerNameUnclear", { ledger });
  }
  return ledger;
};

/**
 * The path of a ledger that is there. NOTE: looked at before it is opened, since opening a named
 * pipe would wait for ever.
 */
export const existingLedger = async (ledger: string): Promise<string> => {
  const path = ledgerPath(ledger);
  const found = await stat(path).catch((error: unknown) => {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw ledgerFailure({ fault: "LedgerMissing", facts: {} }, ledger);
    throw fileFault(ledger, error);
  });
  if (found.isDirectory()) throw fileFailure(ledger, "FileIsDirectory", { file: ledger });
  if (!found.isFile()) throw fileFailure(ledger, "FileNotRegular", { file: ledger });
  return path;
};

/** The directory of the vault that lies beside a ledger. */
export const vaultBeside = (ledger: string): string => `${ledgerPath(ledger)}.vault`;
