import type { Projection } from "../kernel/projection.ts";
import { emptyTally, postInto, type Tally } from "../kernel/tally.ts";
import { postings, postingTypes } from "./postings.ts";

/** The totals of every year and branch, as one tally. */
export const annualTotals: Projection<Tally> = {
  name: "annual-totals",
  version: 1,
  reads: ["EventReversed", ...postingTypes],
  initial: emptyTally,
  apply: (draft, event) => postings(event, postInto(draft)),
};
