import { describe, expect, test } from "vitest";
import { judgeCap, ratedCounts } from "./caps.ts";
import { levelShares } from "./level-shares.ts";
import type { Cap, RatingPack } from "./rating-pack.ts";

const words = (...terms: readonly string[]) => ({ value: terms.map((term) => ({ term })) });

/** Only what caps read of a pack. */
const pack = {
  parameters: {
    branchLevels: words("strong", "fair", "weak"),
    memberLevels: words("excellent", "good", "completed", "failing"),
    memberGoodLevel: { value: "good" },
    branchGoodLevel: { value: "fair" },
  },
} as unknown as RatingPack;

const capOf = (rest: Partial<Cap>): Cap =>
  ({
    of: "member",
    part: { level: "excellent" },
    base: "good-only",
    value: { num: 1, den: 5 },
    rounding: "floor",
    ...rest,
  }) as Cap;

const counts = (levels: { readonly [level: string]: number }, exemplary = 0) => ({
  levels: new Map(Object.entries(levels)),
  distinctions: new Map([["exemplary", exemplary]]),
});
const cohort = counts({ excellent: 3, good: 14, completed: 5, failing: 2 });

describe("the base of a cap", () => {
  test.each([
    ["rated", 24, 4, "pass"],
    ["good-only", 14, 2, "fail"],
    ["good-or-better", 17, 3, "pass"],
    ["top-level", 3, 0, "fail"],
  ] as const)("%s: of %i, %i are allowed", (base, of, allowed, verdict) => {
    const cap = capOf({ base });
    expect(judgeCap(cap, cohort, pack)).toEqual({
      cap,
      verdict,
      part: 3,
      base: of,
      allowed,
      baseName: base,
      rounding: "floor",
    });
  });

  test("is that of branches for branches", () => {
    const branches = counts({ strong: 4, fair: 6, good: 100 }, 2);
    const exemplary = capOf({
      of: "branch",
      part: { distinction: "exemplary" as never },
      base: "top-level",
      value: { num: 1, den: 2 },
    });
    expect(judgeCap(exemplary, branches, pack)).toMatchObject({ part: 2, base: 4, allowed: 2 });
    expect(judgeCap({ ...exemplary, base: "good-or-better" }, branches, pack).base).toBe(10);
    expect(judgeCap({ ...exemplary, base: "good-only" }, branches, pack).base).toBe(6);
    const { branchGoodLevel: _, ...parameters } = pack.parameters;
    const unmarked = { parameters } as RatingPack;
    expect(judgeCap({ ...exemplary, base: "rated" }, branches, unmarked).base).toBe(10);
    for (const base of ["good-only", "good-or-better"] as const) {
      const found = judgeCap({ ...exemplary, base }, branches, unmarked);
      expect(found).toMatchObject({ verdict: "unknown", part: 2 });
      expect(found).not.toHaveProperty("base");
      expect(found).not.toHaveProperty("allowed");
    }
  });

  test("of 0 allows nothing, and nothing is within it", () => {
    expect(judgeCap(capOf({}), counts({ excellent: 1 }), pack)).toMatchObject({
      base: 0,
      allowed: 0,
      verdict: "fail",
    });
    expect(judgeCap(capOf({}), counts({}), pack)).toMatchObject({ part: 0, verdict: "pass" });
    const noDistinction = { levels: new Map(), distinctions: new Map() };
    const cap = capOf({ part: { distinction: "exemplary" as never } });
    expect(judgeCap(cap, noDistinction, pack)).toMatchObject({ part: 0, verdict: "pass" });
  });
});

test("the top level may be the good one", () => {
  const parameters = { ...pack.parameters, memberGoodLevel: { value: "excellent" } };
  const own = { parameters } as unknown as RatingPack;
  expect(judgeCap(capOf({ base: "good-only" }), cohort, own).base).toBe(3);
  expect(judgeCap(capOf({ base: "good-or-better" }), cohort, own).base).toBe(3);
});

test("a share may be of more than one part", () => {
  const cap = capOf({ base: "rated", value: { num: 2, den: 3 } });
  expect(judgeCap(cap, cohort, pack).allowed).toBe(16);
});

test("a share that was not found leaves the verdict unknown", () => {
  const found = judgeCap(capOf({ value: null }), cohort, pack);
  expect(found).toMatchObject({ verdict: "unknown", part: 3, base: 14 });
  expect(found).not.toHaveProperty("allowed");
});

describe("rounding", () => {
  test.each([
    [12, "floor 2, half-up 2, ceiling 3"],
    [13, "floor 2, half-up 3, ceiling 3"],
    [15, "floor 3, half-up 3, ceiling 3"],
    [16, "floor 3, half-up 3, ceiling 4"],
  ])("of a fifth of %i: %s", (good, expected) => {
    const allowed = (["floor", "half-up", "ceiling"] as const).map(
      (rounding) => `${rounding} ${judgeCap(capOf({ rounding }), counts({ good }), pack).allowed}`,
    );
    expect(allowed.join(", ")).toBe(expected);
  });

  test("a half goes up", () => {
    const cap = capOf({ rounding: "half-up", value: { num: 1, den: 2 } });
    expect(judgeCap(cap, counts({ good: 5 }), pack).allowed).toBe(3);
  });
});

test("at a fifth of the good alone, floor(n/6) of n good or better may be excellent", () => {
  for (let n = 0; n <= 60; n++) {
    const splits = Array.from({ length: n + 1 }, (_, excellent) => excellent);
    const most = splits.findLast(
      (excellent) =>
        judgeCap(capOf({}), counts({ excellent, good: n - excellent }), pack).verdict === "pass",
    );
    expect(most).toBe(Math.floor(n / 6));
  }
});

describe("shares of levels", () => {
  test("are over all that were rated", () => {
    expect(levelShares("member", cohort.levels, pack)).toEqual([
      { level: "excellent", share: { num: 3, den: 24 } },
      { level: "good", share: { num: 14, den: 24 } },
      { level: "completed", share: { num: 5, den: 24 } },
      { level: "failing", share: { num: 2, den: 24 } },
    ]);
    expect(levelShares("branch", new Map([["strong", 2]]), pack)).toEqual([
      { level: "strong", share: { num: 2, den: 2 } },
      { level: "fair", share: { num: 0, den: 2 } },
      { level: "weak", share: { num: 0, den: 2 } },
    ]);
  });

  test("are unknown where none was rated", () => {
    expect(levelShares("branch", new Map(), pack).map(({ share }) => share)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

test("the rated are counted by level and by distinction, each as often as it says", () => {
  const strong = { level: "strong", distinction: "exemplary" };
  const rated = [strong, { level: "strong" }, { ...strong, count: 3 }, { level: "weak", count: 2 }];
  expect(ratedCounts(rated)).toEqual({
    levels: new Map([
      ["strong", 5],
      ["weak", 2],
    ]),
    distinctions: new Map([["exemplary", 4]]),
  });
  expect(ratedCounts([])).toEqual({ levels: new Map(), distinctions: new Map() });
});
