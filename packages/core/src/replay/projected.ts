import { eventsOf } from "../log/commit.ts";
import { storedOf } from "../log/record.ts";
import type { Upcaster } from "../log/upcasters.ts";
import { textOf } from "./bytes.ts";
import { Plans } from "./plans.ts";
import type { Way } from "./replaying.ts";
import { WalkedLines } from "./walked-lines.ts";
import type { WantedOf } from "./wanted.ts";

/**
 * Reads no more than what is wanted, and parses a record that is not as they are written. More
 * may be given than is wanted, never less.
 */
export const projected = (wantedOf: WantedOf, upcasters?: readonly Upcaster[]): Way => {
  const plans = new Plans(wantedOf, upcasters === undefined ? {} : { upcasters });
  return { record: parsing, walking: (lines) => new WalkedLines(lines, plans) };
};

/** Parses a record, for all its events. */
export const parsing: Way["record"] = ({ bytes, start, end, ends }) => {
  const { commit } = storedOf(textOf(bytes, start, end), ends.position);
  // Told as it stands in the bytes, as of any other record.
  const { recordedAt } = ends;
  return { events: eventsOf({ ...commit, recordedAt }), actor: commit.actor };
};
