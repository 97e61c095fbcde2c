import { type Eligibility, eligible, type YearResult } from "@tongket/core/rulebook";
import type { Followed } from "./follow-readme.ts";

/** Who may get an award: a member, or a branch of a kind. */
type Recipient =
  | { readonly of: "member"; readonly id: string }
  | { readonly of: "branch"; readonly kind: string; readonly id: string };

/** Whether the ratings of a ledger make one eligible for an award of its last closed year. */
export const eligibleByLedger = (
  eligibility: Eligibility,
  { id, ...recipient }: Recipient,
  followed: Followed,
): string => {
  const results = resultsOf(id, followed);
  const lastYear = Math.max(...results.map(({ year }) => year));
  return eligible(eligibility, { ...recipient, results, lastYear }).verdict;
};

/** What each closed year came to for a subject, as ratings and their revisions leave it. */
const resultsOf = (id: string, { facts }: Followed): readonly YearResult[] => {
  const rated = new Map<unknown, unknown>();
  for (const { subject, year, ...assigned } of facts("RatingAssigned")) {
    if (subject === id) rated.set(year, assigned);
  }
  for (const { subject, year, to } of facts("RatingRevised")) {
    if (subject === id) rated.set(year, to);
  }
  return facts("RatingsClosed").map(
    ({ year }) => ({ year, ...(rated.has(year) ? { rated: rated.get(year) } : {}) }) as YearResult,
  );
};
