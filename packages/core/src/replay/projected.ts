import { eventsOf } from "../log/commit.ts";
import { storedOf } from "../log/record.ts";
import { upcasters as own } from "../log/upcast.ts";
import { lifter, type Upcaster } from "../log/upcasters.ts";
import { textOf } from "./bytes.ts";
import { Plans } from "./plans.ts";
import type { ReadRecord, RecordLine, Way } from "./replaying.ts";
import { WalkedLines } from "./walked-lines.ts";
import type { WantedOf } from "./wanted.ts";

/**
 * Reads no more than what is wanted, and parses a record that is not as they are written. More
 * may be given than is wanted, never less.
 */
export const projected = (wantedOf: WantedOf, upcasters: readonly Upcaster[] = own): Way => {
  const plans = new Plans(wantedOf, upcasters);
  const upcast = lifter(upcasters);
  return { record: whole, walking: (lines) => new WalkedLines(lines, plans, upcast) };
};

/** All events of a record, parsed. */
const whole = ({ bytes, start, end, ends }: RecordLine): ReadRecord => {
  const { commit } = storedOf(textOf(bytes, start, end), ends.position);
  // Told as it stands in the bytes, as of any other record.
  const { recordedAt } = ends;
  return { events: eventsOf({ ...commit, recordedAt }), actor: commit.actor };
};
