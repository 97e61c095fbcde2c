import { expect, test } from "vitest";
import type { RatingPack } from "./rating-pack.ts";
import { scoreBandFaults } from "./score-bands.ts";

type Bound = readonly [op: string, value: unknown];

const levels = (...terms: readonly string[]) => ({ value: terms.map((term) => ({ term })) });
const score = ([op, value]: Bound) => ({ fact: "score", op, value });
/** All of these must hold of the score for the level. */
const band = (level: string, ...bounds: readonly Bound[]) => ({
  of: "member",
  levels: [level],
  test: { all: bounds.map(score) },
});
const criteria = { value: [{ term: "score", type: "points", of: "member" }] };
/** Members are at the best, the middle or the last level. */
const faults = (conditions: readonly object[] | undefined, part: object = {}) =>
  scoreBandFaults({
    parameters: {
      memberLevels: levels("best", "middle", "last"),
      branchLevels: levels("top", "bottom"),
      criteria,
      ...(conditions === undefined ? {} : { conditions }),
      ...part,
    },
  } as unknown as RatingPack);
/** `ScoreBandsGap 1 best` */
const told = (...conditions: readonly object[]): readonly string[] =>
  faults(conditions).map(({ rule, path, facts }) => `${rule} ${path[2]} ${facts["other"]}`);

test("bands that meet have no fault, whichever of the two holds the bound", () => {
  expect(told(band("best", [">=", 90]), band("middle", [">=", 70], ["<", 90]))).toEqual([]);
  expect(told(band("best", [">", 90]), band("middle", [">=", 70], ["<=", 90]))).toEqual([]);
});

test("a fault tells the score, the level, and the level that it stands against", () => {
  expect(faults([band("best", [">=", 90]), band("middle", ["<=", 90])])).toEqual([
    {
      rule: "ScoreBandsOverlap",
      path: ["parameters", "conditions", 1, "test"],
      value: "middle",
      facts: { criterion: "score", level: "middle", other: "best" },
    },
  ]);
  expect(faults([band("best", [">=", 90], ["<", 80])])).toEqual([
    {
      rule: "ScoreBandEmpty",
      path: ["parameters", "conditions", 0, "test"],
      value: "best",
      facts: { criterion: "score", level: "best", other: "best" },
    },
  ]);
});

test("of a single value the band is that value; without one of its bounds it is empty", () => {
  expect(told(band("best", ["=", 100]))).toEqual([]);
  expect(told(band("best", ["=", 100]), band("middle", [">=", 90], ["<", 100]))).toEqual([]);
  expect(told(band("best", [">=", 95]), band("middle", ["=", 90]))).toEqual([
    "ScoreBandsGap 1 best",
  ]);
  expect(told(band("best", [">=", 90], ["<=", 90]))).toEqual([]);
  expect(told(band("best", [">", 90], ["<=", 90]))).toEqual(["ScoreBandEmpty 0 best"]);
  expect(told(band("best", [">=", 90], ["<", 90]))).toEqual(["ScoreBandEmpty 0 best"]);
  expect(told(band("best", [">", 90], ["<", 90]))).toEqual(["ScoreBandEmpty 0 best"]);
});

test("of several bounds the narrowest counts, and of two at one value the open one", () => {
  const best = band("best", [">=", 90]);
  const least = band("best", [">=", 80], [">=", 90], [">=", 70]);
  const middle = band("middle", ["<", 90], [">=", 70]);
  expect(told(least, middle)).toEqual([]);
  expect(told(best, band("middle", ["<", 95], ["<", 90], ["<", 99]))).toEqual([]);
  const open = band("best", [">=", 90], [">", 90]);
  const opened = band("best", [">", 90], [">=", 90]);
  const closed = band("middle", ["<=", 90]);
  expect([told(open, closed), told(opened, closed)]).toEqual([[], []]);
  const below = band("middle", ["<=", 90], ["<", 90]);
  const turned = band("middle", ["<", 90], ["<=", 90]);
  expect([told(best, below), told(best, turned)]).toEqual([[], []]);
});

test("values in two bands overlap, and values in none are a gap", () => {
  const best = band("best", [">=", 90]);
  expect(told(best, band("middle", ["<=", 90]))).toEqual(["ScoreBandsOverlap 1 best"]);
  expect(told(best, band("middle", ["<", 91]))).toEqual(["ScoreBandsOverlap 1 best"]);
  expect(told(best, band("middle", ["<", 89]))).toEqual(["ScoreBandsGap 1 best"]);
  expect(told(best, band("middle", ["<=", 89]))).toEqual(["ScoreBandsGap 1 best"]);
  expect(told(band("best", [">", 90]), band("middle", ["<", 90]))).toEqual([
    "ScoreBandsGap 1 best",
  ]);
});

test("a level below one without a lower bound overlaps it", () => {
  expect(told(band("best", ["<=", 100]), band("middle", ["<=", 90]))).toEqual([
    "ScoreBandsOverlap 1 best",
  ]);
  expect(told(band("best", ["<=", 100]), band("middle", [">=", 90]))).toEqual([
    "ScoreBandsOverlap 1 best",
  ]);
});

test("steps bounded below only do not rise from one level to the next", () => {
  const step = (level: string, least: number) => band(level, [">=", least]);
  expect(told(step("best", 90), step("middle", 70), step("last", 70))).toEqual([]);
  expect(told(step("best", 90), step("middle", 91))).toEqual(["ScoreBandsOverlap 1 best"]);
});

test("a level without a band is passed over", () => {
  expect(told(band("best", [">=", 90]), band("last", ["<", 90]))).toEqual([]);
  expect(told(band("last", ["<", 80]), band("best", [">=", 90]))).toEqual(["ScoreBandsGap 0 best"]);
});

test("only what the level asks of that score bounds it", () => {
  const best = band("best", [">=", 90]);
  const middle = (test: object, part: object = {}) => ({
    ...{ of: "member", levels: ["middle"], test },
    ...part,
  });
  const late = { fact: "late", op: "<=", value: 95 };
  const below = score(["<", 90]);
  expect(told(best, middle({ all: [late, below, { fact: "late", is: true }] }))).toEqual([]);
  expect(told(best, middle({ any: [score(["<", 80])] }))).toEqual([]);
  expect(told(best, middle(score(["<", 80]), { kinds: ["cell"] }))).toEqual([]);
  expect(told(best, middle(score(["<", 80]), { of: "branch" }))).toEqual([]);
  expect(told(best, middle(score(["<", 80]), { levels: ["last", "middle"] }))).toContain(
    "ScoreBandsGap 1 best",
  );
});

test("scores of branches are held against the levels of branches", () => {
  const ofBranches = { criteria: { value: [{ term: "score", type: "points", of: "branch" }] } };
  const top = { of: "branch", levels: ["top"], test: score([">=", { num: 181, den: 2 }]) };
  const bottom = { of: "branch", levels: ["bottom"], test: score(["<", 90]) };
  expect(faults([top, bottom], ofBranches)).toMatchObject([{ rule: "ScoreBandsGap" }]);
});

test("nothing is looked at where no points, or no conditions, are", () => {
  const gap = [band("best", [">=", 90]), band("middle", ["<", 80])];
  const counts = { criteria: { value: [{ term: "score", type: "count", of: "member" }] } };
  expect(faults(gap, counts)).toEqual([]);
  expect(faults(gap, { criteria: undefined })).toEqual([]);
  expect(faults(undefined)).toEqual([]);
});
