import { eventsOf } from "../log/commit.ts";
import { LedgerFault } from "../log/event-store.ts";
import { isReadable, parseRecord } from "../log/record.ts";
import type { Way } from "./replaying.ts";

/** Parses the whole record: for ledgers whose records were verified. */
export const trusted: Way = ({ text, start, end, ends: { position } }) => {
  const commit = parseRecord(text.slice(start, end));
  if (commit === undefined) throw new LedgerFault("BrokenRecord", { position });
  if (!isReadable(commit)) throw new LedgerFault("RecordUnreadable", { position });
  return { events: eventsOf(commit), actor: commit.actor };
};
