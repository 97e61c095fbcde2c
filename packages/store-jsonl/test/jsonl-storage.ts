import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import type { LedgerStorage } from "@tongket/core/log";
import { createJsonlLedger, openJsonlLedger } from "../src/index.ts";

/** Ledgers as the files of one folder, each by its id. */
export const jsonlStorage = (folder: string): LedgerStorage => {
  const pathOf = (ledger: string): string => join(folder, `${encodeURIComponent(ledger)}.jsonl`);
  const options = { pollMs: 20 };
  return {
    create: (header) => createJsonlLedger(pathOf(header.ledger), header, options),
    open: (ledger) => openJsonlLedger(pathOf(ledger), options),
    list: async () =>
      (await readdir(folder))
        .filter((file) => file.endsWith(".jsonl"))
        .map((file) => decodeURIComponent(basename(file, ".jsonl")))
        .toSorted(),
  };
};
