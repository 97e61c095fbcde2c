import { compareRatios, type Ratio } from "../kernel/ratio.ts";
import { type PackFault, packFault } from "./pack-fault.ts";
import type { Amount, LevelCondition, RatedKind, RatingPack, Test } from "./rating-pack.ts";

type Bound = { readonly at: Ratio; readonly closed: boolean };

/** The scores that the conditions of one level leave open, and where the pack says so. */
interface Band {
  readonly level: string;
  readonly place: number;
  readonly low: Bound | undefined;
  readonly high: Bound | undefined;
}

/**
 * Contradictions between the bands of one score over the levels, best first. A band bounded above
 * must meet the one above it; bands bounded below only are steps, none of
 * them higher than the one before.
 */
export const scoreBandFaults = (pack: RatingPack): readonly PackFault[] =>
  (pack.parameters.criteria?.value ?? [])
    .filter(({ type }) => type === "points")
    .flatMap(({ term, of }) => {
      const bands = bandsOf(pack, term, of);
      const empty = bands.flatMap((band) =>
        isEmpty(band) ? [faultAt(band, "ScoreBandEmpty", term, band.level)] : [],
      );
      const meeting = bands.slice(1).flatMap((low, at) => {
        const high = bands[at] as Band;
        const rule = meets(high, low);
        return rule === undefined ? [] : [faultAt(low, rule, term, high.level)];
      });
      return empty.length > 0 ? empty : meeting;
    });

const faultAt = (
  { level, place }: Band,
  rule: "ScoreBandEmpty" | "ScoreBandsOverlap" | "ScoreBandsGap",
  criterion: string,
  other: string,
): PackFault =>
  packFault(rule, ["parameters", "conditions", place, "test"], level, { criterion, level, other });

const bandsOf = ({ parameters }: RatingPack, score: string, of: RatedKind): readonly Band[] => {
  const levels = of === "branch" ? parameters.branchLevels : parameters.memberLevels;
  const conditions = (parameters.conditions ?? []).map((one, place) => ({ one, place }));
  return [...new Set(levels.value.map(({ term }) => term))].flatMap((term) => {
    const own = conditions.filter(({ one }) => isFor(one, of, term));
    const bounding = own.flatMap(({ one, place }) =>
      testsOf(one.test, score).map((test) => ({ ...test, place })),
    );
    const [first] = bounding;
    if (first === undefined) return [];
    const lows = bounding.flatMap(({ op, at }) => (isLow(op) ? [{ at, closed: op !== ">" }] : []));
    const highs = bounding.flatMap(({ op, at }) =>
      isHigh(op) ? [{ at, closed: op !== "<" }] : [],
    );
    const low = lows.toSorted((a, b) => compareRatios(b.at, a.at) || +a.closed - +b.closed)[0];
    const high = highs.toSorted((a, b) => compareRatios(a.at, b.at) || +a.closed - +b.closed)[0];
    return [{ level: term, place: first.place, low, high }];
  });
};

/** NOTE: a condition of some kinds only bounds no band, since other kinds may have other bands. */
const isFor = ({ of, levels, kinds }: LevelCondition, wanted: RatedKind, level: string): boolean =>
  of === wanted && kinds === undefined && levels.some((one) => one === level);

const isLow = (op: string): boolean => op === ">=" || op === ">" || op === "=";
const isHigh = (op: string): boolean => op === "<=" || op === "<" || op === "=";

/** The comparisons of the score that must all hold. */
const testsOf = (test: Test, score: string): readonly { op: string; at: Ratio }[] => {
  if ("all" in test) return test.all.flatMap((one) => testsOf(one, score));
  return "value" in test && test.fact === score ? [{ op: test.op, at: ratioOf(test.value) }] : [];
};

const ratioOf = (amount: Amount): Ratio =>
  typeof amount === "number" ? { num: amount, den: 1 } : amount;

const isEmpty = ({ low, high }: Band): boolean => {
  if (low === undefined || high === undefined) return false;
  const order = compareRatios(low.at, high.at);
  return order > 0 || (order === 0 && !(low.closed && high.closed));
};

const meets = (better: Band, worse: Band): "ScoreBandsOverlap" | "ScoreBandsGap" | undefined => {
  if (better.low === undefined) return "ScoreBandsOverlap";
  if (worse.high === undefined) {
    const isStep = worse.low && compareRatios(worse.low.at, better.low.at) <= 0;
    return isStep ? undefined : "ScoreBandsOverlap";
  }
  const order = compareRatios(worse.high.at, better.low.at);
  if (order > 0 || (order === 0 && worse.high.closed && better.low.closed)) {
    return "ScoreBandsOverlap";
  }
  return order < 0 || !(worse.high.closed || better.low.closed) ? "ScoreBandsGap" : undefined;
};
