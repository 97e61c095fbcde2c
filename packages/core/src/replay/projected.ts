import { upcasters as own } from "../log/upcast.ts";
import { lifter, type Upcaster } from "../log/upcasters.ts";
import { Plans } from "./plans.ts";
import type { Way } from "./replaying.ts";
import { whole } from "./trusted.ts";
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
