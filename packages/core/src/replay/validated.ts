import { decodeCommit } from "../log/codec.ts";
import { eventsOf } from "../log/commit.ts";
import { LedgerFault } from "../log/event-store.ts";
import { textOf } from "./bytes.ts";
import type { Way } from "./replaying.ts";

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
};
