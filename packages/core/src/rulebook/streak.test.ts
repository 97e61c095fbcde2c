import { describe, expect, test } from "vitest";
import type { Term } from "../kernel/ids.ts";
import type { Eligibility } from "./award-pack.ts";
import { eligible, type RecipientFacts } from "./eligible.ts";
import { streak, type YearResult } from "./streak.ts";

const anyOf = [
  { distinction: "exemplary" as Term },
  { level: "excellent" as Term },
] satisfies Eligibility["anyOf"];
const asked = { anyOf, yearsRunning: 3, lastYear: 2012 };

const rated = (year: number, level: string, distinction?: string): YearResult => ({
  year,
  rated: { level, pack: `p${year}`, ...(distinction === undefined ? {} : { distinction }) },
});
const exemplary = (year: number) => rated(year, "strong", "exemplary");

describe("a streak", () => {
  test("runs across packs, and either result counts", () => {
    const results = [exemplary(2012), rated(2010, "excellent"), exemplary(2011), exemplary(2013)];
    expect(streak(results, asked)).toStrictEqual({
      verdict: "pass",
      years: [2010, 2011, 2012],
      openYears: [],
    });
  });

  test("breaks on another result", () => {
    const results = [exemplary(2010), rated(2011, "strong"), exemplary(2012)];
    expect(streak(results, asked)).toEqual({
      verdict: "fail",
      years: [2012],
      brokenBy: rated(2011, "strong"),
      openYears: [],
    });
  });

  test("breaks on a decided year without a rating, the last of those that break it told", () => {
    const results = [{ year: 2010 }, { year: 2011 }, exemplary(2012)];
    expect(streak(results, asked)).toEqual({
      verdict: "fail",
      years: [2012],
      brokenBy: { year: 2011 },
      openYears: [],
    });
  });

  test("may break in its last year", () => {
    expect(streak([exemplary(2010), exemplary(2011), { year: 2012 }], asked)).toMatchObject({
      verdict: "fail",
      years: [],
      brokenBy: { year: 2012 },
    });
  });

  test("is unknown while a year is not decided", () => {
    expect(streak([exemplary(2011)], asked)).toEqual({
      verdict: "unknown",
      years: [2011],
      openYears: [2010, 2012],
    });
  });

  test("fails when another year broke it, whatever an undecided year brings", () => {
    const results = [rated(2010, "weak"), exemplary(2011)];
    expect(streak(results, asked)).toEqual({
      verdict: "fail",
      years: [2011],
      brokenBy: rated(2010, "weak"),
      openYears: [2012],
    });
  });

  test("of one year looks at no other", () => {
    const results = [{ year: 2011 }, exemplary(2012)];
    expect(streak(results, { ...asked, yearsRunning: 1 })).toMatchObject({
      verdict: "pass",
      years: [2012],
    });
  });
});

describe("a recipient", () => {
  const results = [exemplary(2012)];
  const categoryOf = (recipient: unknown): Eligibility =>
    ({ category: "c", recipient, anyOf, yearsRunning: 1 }) as unknown as Eligibility;
  const branch = (rest: object): RecipientFacts =>
    ({ of: "branch", results, lastYear: 2012, ...rest }) as RecipientFacts;
  const member: RecipientFacts = { of: "member", results, lastYear: 2012 };
  const cells = { kinds: ["cell", "base-cell"] };
  const underBase = { ...cells, under: ["base-committee"] };
  const underGranting = { ...cells, under: "granting" };

  test.each<[string, unknown, RecipientFacts, string, string]>([
    ["a cell", cells, branch({ kind: "cell" }), "pass", "pass"],
    ["another kind", cells, branch({ kind: "base-committee" }), "fail", "pass"],
    ["a kind not told", cells, branch({}), "unknown", "pass"],
    ["a member for a branch", underBase, member, "fail", "pass"],
    ["a member", { member: true }, member, "pass", "pass"],
    ["a branch for a member", { member: true }, branch({ kind: "cell" }), "fail", "pass"],
    [
      "under its kind",
      underBase,
      branch({ kind: "cell", parentKind: "base-committee" }),
      "pass",
      "pass",
    ],
    [
      "under one of two kinds",
      { ...cells, under: ["section", "base-committee"] },
      branch({ kind: "cell", parentKind: "base-committee" }),
      "pass",
      "pass",
    ],
    ["under another", underBase, branch({ kind: "cell", parentKind: "section" }), "pass", "fail"],
    ["under none", underBase, branch({ kind: "cell", parentKind: null }), "pass", "fail"],
    ["a place not told", underBase, branch({ kind: "cell" }), "pass", "unknown"],
    [
      "under the granting",
      underGranting,
      branch({ kind: "cell", isUnderGranting: true }),
      "pass",
      "pass",
    ],
    ["elsewhere", underGranting, branch({ kind: "cell", isUnderGranting: false }), "pass", "fail"],
    ["nobody knows where", underGranting, branch({ kind: "cell" }), "pass", "unknown"],
  ])("%s", (_, recipient, facts, kind, place) => {
    const verdict = [kind, place].includes("fail")
      ? "fail"
      : [kind, place].includes("unknown")
        ? "unknown"
        : "pass";
    const eligibility = categoryOf(recipient);
    expect(eligible(eligibility, facts)).toEqual({
      eligibility,
      verdict,
      kind,
      place,
      streak: { verdict: "pass", years: [2012], openYears: [] },
    });
  });

  test("needs the streak too", () => {
    const facts = { ...branch({ kind: "cell" }), lastYear: 2013 };
    expect(eligible(categoryOf(cells), facts)).toMatchObject({
      verdict: "unknown",
      streak: { openYears: [2013] },
    });
    const longer = { ...categoryOf(cells), yearsRunning: 2 };
    const known = branch({ kind: "cell", results: [{ year: 2011 }, ...results] });
    expect(eligible(longer, known)).toMatchObject({ verdict: "fail", kind: "pass" });
  });
});
