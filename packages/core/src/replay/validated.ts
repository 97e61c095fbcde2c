import { isCanonical } from "../kernel/canonical-json.ts";
import { CalendarDate, Instant } from "../kernel/date.ts";
import { guardOf } from "../kernel/guard.ts";
import { decodeCommit } from "../log/codec.ts";
import { eventsOf } from "../log/commit.ts";
import { LedgerFault } from "../log/event-store.ts";
import { textOf } from "./bytes.ts";
import { WordGuard } from "./event-shape.ts";
import { Instants } from "./instants.ts";
import type { Way } from "./replaying.ts";
import type { Check } from "./told-events.ts";
import { everyEvent } from "./trusted.ts";
import { WalkedLines } from "./walked-lines.ts";

/** Holds the whole record to its hash and to the shapes of its events: for foreign ledgers. */
export const validated: Way = {
  record: ({ bytes, start, end, ends: { position } }) => {
    const decoded = decodeCommit(textOf(bytes, start, end));
    if (decoded.decoded === "Faulty") {
      const [{ path, expected } = { path: [], expected: "" }] = decoded.faults;
      throw new LedgerFault("RecordUnreadable", { position, at: path.join("."), expected });
    }
    const { commit } = decoded.stored;
    return { events: eventsOf(commit), actor: commit.actor };
  },
  walking: (lines) => new WalkedLines(lines, everyEvent, check),
};

/** As `decodeCommit` does, of a record that the walker knows to be in canonical layout. */
const check: Check = {
  instants: new Instants(guardOf(Instant)),
  days: new WordGuard(guardOf(CalendarDate)),
  isCanonical,
};
