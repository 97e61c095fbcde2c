import type { Place } from "./fault.ts";

/** The place of a record: its line in a file of lines, of which the header is the first. */
export const recordPlace = (ledger: string, position: number): Place =>
  ledger.endsWith(".jsonl") && !ledger.includes("://")
    ? { file: ledger, line: position + 1 }
    : { file: ledger, position };
