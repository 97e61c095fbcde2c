import type { LevelShare, RatedKind, RatingPack } from "@tongket/core/rulebook";
import { LawBroken } from "../laws/law-broken.ts";
import { type Cohort, cohortLines } from "./caps-hold.ts";
import { ownJudges, type RatingJudges } from "./judges.ts";

export const sharesLaw =
  "shares of levels sum to exactly one where any was rated, and are unknown where none was";

export const sharesSumToOne = (
  { of, cohort }: { readonly of: RatedKind; readonly cohort: Cohort },
  pack: RatingPack,
  { levelShares }: RatingJudges = ownJudges,
): void => {
  const shares = levelShares(of, cohort.levels, pack);
  const rated = [...cohort.levels.values()].reduce((sum, count) => sum + count, 0);
  const holds = rated === 0 ? shares.every(({ share }) => share === undefined) : isOne(shares);
  if (holds) return;
  throw new LawBroken(sharesLaw, {
    facts: cohortLines(cohort),
    verdict: ["", ...shares.map(rowText)].join("\n"),
  });
};

/** The sum over a common denominator, in big integers. */
const isOne = (shares: readonly LevelShare[]): boolean => {
  let sum = { num: 0n, den: 1n };
  for (const { share } of shares) {
    if (share === undefined) return false;
    const [num, den] = [BigInt(share.num), BigInt(share.den)];
    sum = { num: sum.num * den + num * sum.den, den: sum.den * den };
  }
  return sum.num === sum.den;
};

const rowText = ({ level, share }: LevelShare): string =>
  `  ${level} = ${share === undefined ? "unknown" : `${share.num}/${share.den}`}`;
