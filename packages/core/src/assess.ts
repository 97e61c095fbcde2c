import type { EventStore } from "./log/event-store.ts";
import {
  type AssessedCaps,
  assessingCaps,
  assessingRating,
  type CapsAssessed,
  type RatingAssessed,
  type RatingTrial,
} from "./projections/assess-rating.ts";
import type { RatingAsked } from "./projections/rating-record.ts";
import { readInto } from "./read-into.ts";

/**
 * What the rules say of a subject's rating, by the facts of a ledger and those supplied for a
 * trial. Nothing is written.
 */
export const assessRating = (
  store: EventStore,
  asked: RatingAsked,
  trial: RatingTrial,
): Promise<RatingAssessed> => readInto(store, assessingRating(asked, trial));

/** The caps on the ratings of a committee and year, as they stand. */
export const assessCaps = (
  store: EventStore,
  cohort: Pick<AssessedCaps, "committee" | "year">,
  trial: Omit<RatingTrial, "supplied">,
): Promise<CapsAssessed> => readInto(store, assessingCaps(cohort, trial));
