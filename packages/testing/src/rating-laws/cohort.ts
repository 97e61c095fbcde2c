import { levelsOf, type RatedKind, type RatingPack } from "@tongket/core/rulebook";
import * as fc from "fast-check";
import type { Cohort, Shares } from "./caps-hold.ts";

/** Some at each level, now and then none, and no more of a distinction than are at its level. */
export const cohortOf = (of: RatedKind, pack: RatingPack): fc.Arbitrary<Cohort> => {
  const levels = levelsOf(of, pack);
  const distinctions = of === "member" ? [] : pack.parameters.branchDistinctions.value;
  const counts = (length: number, max: number) =>
    fc.array(fc.nat({ max }), { minLength: length, maxLength: length });
  const drawn = fc
    .constantFrom(0, 3, 60)
    .chain((max) => fc.tuple(counts(levels.length, max), counts(distinctions.length, max)));
  return drawn.map(([rated, marked]) => {
    const byLevel = new Map<string, number>(
      levels.map((level, index) => [level, rated[index] ?? 0]),
    );
    const most = (level: string, count: number) => Math.min(count, byLevel.get(level) ?? 0);
    return {
      levels: byLevel,
      distinctions: new Map<string, number>(
        distinctions.map(({ term, level }, index) => [term, most(level, marked[index] ?? 0)]),
      ),
    };
  });
};

/** Two shares of at most all, the lower first. */
export const twoShares: fc.Arbitrary<Shares> = fc
  .tuple(fc.integer({ min: 1, max: 100 }), fc.nat({ max: 100 }), fc.nat({ max: 100 }))
  .map(([den, one, other]) => {
    const [a, b] = [one % (den + 1), other % (den + 1)];
    return { low: { num: Math.min(a, b), den }, high: { num: Math.max(a, b), den } };
  });
