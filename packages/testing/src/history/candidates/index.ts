import type { Choices } from "../choices.ts";
import type { Candidate, Candidates } from "../drawing.ts";
import { activityCandidates, rareCandidates } from "./activity.ts";
import { branchCandidates } from "./branch.ts";
import { inspectionCandidates } from "./inspection.ts";
import { personCandidates } from "./log.ts";
import { membershipCandidates } from "./membership.ts";
import { ratingCandidates } from "./rating.ts";
import { reviewCandidates } from "./review.ts";
import { awardCandidates, targetCandidates } from "./target-and-award.ts";

/** What a history may dwell on, so that some go deep into one concept. */
const themes: readonly Candidates[] = [
  branchCandidates,
  membershipCandidates,
  activityCandidates,
  inspectionCandidates,
  ratingCandidates,
  [...targetCandidates, ...awardCandidates],
  reviewCandidates,
  personCandidates,
];
export const themeCount = themes.length + 1;

const all: Candidates = themes.flat();

/** One candidate: half of them of the theme, where there is one. */
export const aCandidate = (choose: Choices, theme: number): Candidate => {
  if (choose.onceIn(700)) return drawn(choose, rareCandidates);
  const own = theme === 0 ? undefined : themes[theme - 1];
  return drawn(choose, own !== undefined && choose.below(2) === 0 ? own : all);
};

const drawn = (choose: Choices, candidates: Candidates): Candidate => {
  const total = candidates.reduce((sum, [weight]) => sum + weight, 0);
  let at = choose.below(total);
  for (const [weight, candidate] of candidates) {
    if (at < weight) return candidate;
    at -= weight;
  }
  return () => undefined;
};

/** The first branches and members, without which hardly anything else is lawful. */
export const opening: readonly Candidate[] = [branchCandidates[0], membershipCandidates[1]].flatMap(
  (entry) => (entry === undefined ? [] : [entry[1]]),
);
