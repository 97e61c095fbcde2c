/**
 * An independent count of the ministry's figures: plain loops over the commands. It shares no code
 * with the projections of the library, so that what agrees was counted twice.
 */
import type { CommandLine } from "./command-line.ts";
import { countCoverage, countInspections } from "./count/inspections.ts";
import { countLives, countStock } from "./count/members.ts";
import { countPeople, countSecretaries } from "./count/people.ts";
import { countRatings } from "./count/ratings.ts";
import { countReview } from "./count/review.ts";
import { countTargets } from "./count/targets.ts";
import { toldBy } from "./count/told.ts";
import { countTree } from "./count/tree.ts";

/** Everything that is counted of one year for the whole ministry. */
export const countYear = (lines: Iterable<CommandLine>, year: number) => {
  const told = toldBy(lines);
  const tree = countTree(told);
  const figures = {
    ...countReview(told, year),
    ...countRatings(told, tree, year),
    ...countInspections(told, tree, year),
    ...countPeople(told, tree, year),
  };
  const coverage = countCoverage(told, tree, year);
  const { people, vacant } = countSecretaries(told, tree, `${year}-12-31`);
  return {
    figures,
    coverage,
    secretaries: people.size,
    vacant,
    targets: countTargets(told, year, figures, coverage),
  };
};

/** Stock and flow of members in one year, of the branches asked for, or of all there ever were. */
export const countStocks = (
  lines: Iterable<CommandLine>,
  year: number,
  ...branches: readonly string[]
): ReadonlyMap<string, ReturnType<typeof countStock>> => {
  const told = toldBy(lines);
  const tree = countTree(told);
  const lives = countLives(told);
  const asked = branches.length > 0 ? branches : tree.branches;
  return new Map(asked.map((branch) => [branch, countStock(lives, tree, { branch, year })]));
};
