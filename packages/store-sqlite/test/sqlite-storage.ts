import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import type { LedgerStorage } from "@tongket/core/log";
import { createSqliteLedger, openSqliteLedger } from "../src/index.ts";

/** Ledgers as the databases of one folder, each by its id. */
export const sqliteStorage = (folder: string): LedgerStorage => {
  const fileOf = (ledger: string): string => join(folder, `${encodeURIComponent(ledger)}.db`);
  const options = { pollMs: 20 };
  return {
    create: (header) => createSqliteLedger(fileOf(header.ledger), header, options),
    open: (ledger) => openSqliteLedger(fileOf(ledger), options),
    list: async () =>
      (await readdir(folder))
        .filter((file) => file.endsWith(".db"))
        .map((file) => decodeURIComponent(basename(file, ".db")))
        .toSorted(),
  };
};
