import { type Cap, type Fraction, goodLevelOf, type RatingPack } from "@tongket/core/rulebook";
import { LawBroken } from "../laws/law-broken.ts";
import { ownJudges, type RatingJudges } from "./judges.ts";

export const raisingLaw = "raising a cap never removes an allowed rating";

/** How many are at each level and have each distinction, by their terms. */
export interface Cohort {
  readonly levels: ReadonlyMap<string, number>;
  readonly distinctions: ReadonlyMap<string, number>;
}

/** Judges a cohort at two shares of a cap: what keeps within the lower keeps within the higher. */
export const raisingRemovesNothing = (
  { cap, cohort, shares }: { readonly cap: Cap; readonly cohort: Cohort; readonly shares: Shares },
  pack: RatingPack,
  { judgeCap }: RatingJudges = ownJudges,
): void => {
  const low = judgeCap({ ...cap, value: shares.low }, cohort, pack);
  const high = judgeCap({ ...cap, value: shares.high }, cohort, pack);
  const isKept = low.verdict !== "pass" || high.verdict === "pass";
  if (isKept && (low.allowed ?? 0) <= (high.allowed ?? 0)) return;
  throw new LawBroken(raisingLaw, {
    cap: `${cap.term}: of ${cap.base}, ${cap.rounding}`,
    facts: cohortLines(cohort),
    [`verdict at ${shareText(shares.low)}`]: `${low.verdict}, ${low.allowed} allowed`,
    [`verdict at ${shareText(shares.high)}`]: `${high.verdict}, ${high.allowed} allowed`,
  });
};

export interface Shares {
  readonly low: Fraction;
  readonly high: Fraction;
}

export const floorLaw =
  "a share p/q of the good alone, rounded down, is floor(n·p/(p+q)) of n good or better";

/** Whether the law speaks of a cap: of those at a level above good, over the good alone. */
export const isOfGoodAlone = (cap: Cap, pack: RatingPack): boolean =>
  cap.base === "good-only" &&
  cap.rounding === "floor" &&
  cap.value !== null &&
  "level" in cap.part &&
  goodLevelOf(cap.of, pack) !== undefined &&
  cap.part.level !== goodLevelOf(cap.of, pack);

/** Tries every split of n between good and the capped level: a fifth of the good is floor(n/6). */
export const mostAreFloor = (
  { cap, goodOrBetter }: { readonly cap: Cap; readonly goodOrBetter: number },
  pack: RatingPack,
  { judgeCap }: RatingJudges = ownJudges,
): void => {
  const [share, good] = [cap.value, goodLevelOf(cap.of, pack)];
  if (share === null || good === undefined || !("level" in cap.part)) return;
  const { level } = cap.part;
  let most = 0;
  for (let above = 0; above <= goodOrBetter; above++) {
    const levels = new Map<string, number>([
      [level, above],
      [good, goodOrBetter - above],
    ]);
    const { verdict } = judgeCap(cap, { levels, distinctions: new Map() }, pack);
    if (verdict === "pass") most = above;
  }
  const { num, den } = share;
  const expected = Number((BigInt(goodOrBetter) * BigInt(num)) / BigInt(num + den));
  if (most === expected) return;
  throw new LawBroken(floorLaw, {
    cap: `${cap.term}: ${shareText(share)} of ${cap.base}, ${cap.rounding}`,
    facts: `\n  good or better = ${goodOrBetter}`,
    verdict: `${most} may be ${level}`,
    expected: `${expected}`,
  });
};

export const shareText = ({ num, den }: Fraction): string => `${num}/${den}`;

export const cohortLines = ({ levels, distinctions }: Cohort): string =>
  ["", ...[...levels, ...distinctions].map(([term, count]) => `  ${term} = ${count}`)].join("\n");
