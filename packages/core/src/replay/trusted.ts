import { eventsOf } from "../log/commit.ts";
import { LedgerFault } from "../log/event-store.ts";
import { isReadable, parseRecord } from "../log/record.ts";
import type { Way } from "./replaying.ts";
import { textOf } from "./words.ts";

/** Parses the whole record: for ledgers whose records were verified. */
export const trusted: Way = ({ bytes, start, end, ends: { position } }) => {
  const commit = parseRecord(textOf(bytes, start, end));
  if (commit === undefined) throw new LedgerFault("BrokenRecord", { position });
  if (!isReadable(commit)) throw new LedgerFault("RecordUnreadable", { position });
  return { events: eventsOf(commit), actor: commit.actor };
};
