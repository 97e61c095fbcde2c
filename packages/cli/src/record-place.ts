import type { Place } from "./fault.ts";
import type { LedgerPlace } from "./ledger-place.ts";

/** The place of a record: its line in a file of lines, of which the header is the first. */
export const recordPlace = ({ kind, shown }: LedgerPlace, position: number): Place =>
  kind === "jsonl" ? { file: shown, line: position + 1 } : { file: shown, position };
