import * as Schema from "effect/Schema";
import { describe, expect, test } from "vitest";
import { type AssessedSubject, assess } from "./assess.ts";
import type { Fact, FactValue } from "./judge-test.ts";
import { RatingPack } from "./rating-pack.ts";

const source = { instrument: "Quy định của công đoàn" };
const law = { source, verification: "primary-read" };
const habit = { source, verification: "unverified" };
const words = (...terms: readonly string[]) =>
  terms.map((term) => ({ term, labels: { vi: term } }));

type Condition = {
  readonly term: string;
  readonly levels: readonly string[];
  readonly test: unknown;
  readonly of?: string;
  readonly kinds?: readonly string[];
  readonly verification?: string;
};

const packWith = (...conditions: readonly Condition[]): RatingPack =>
  Schema.decodeUnknownSync(RatingPack)({
    pack: "union-2025",
    regime: "union",
    matter: "rating",
    title: "Xếp loại",
    inForceFrom: "2025-01-01",
    parameters: {
      branchLevels: { ...law, value: words("best", "good", "poor") },
      memberLevels: { ...law, value: words("top", "low") },
      branchDistinctions: { ...law, value: [] },
      memberGoodLevel: { ...law, value: "top" },
      conditions: conditions.map((each) => ({
        of: "branch",
        labels: { vi: each.term },
        ...law,
        ...each,
      })),
    },
  });

const subject: AssessedSubject = {
  subject: "b1",
  subjectKind: "cell",
  of: "branch",
  year: 2025,
} as never;

const factsOf = (rows: { readonly [name: string]: FactValue }): ReadonlyMap<string, Fact> =>
  new Map(
    Object.entries(rows).map(([name, value], index) => [name, { value, events: [`${index}.0`] }]),
  );

const pack = packWith(
  {
    term: "score-best",
    levels: ["best"],
    test: { fact: "score", op: ">=", value: 90 },
  },
  {
    term: "score-good",
    levels: ["good"],
    test: { fact: "score", op: ">=", value: 70 },
  },
  {
    term: "no-discipline",
    levels: ["best", "good"],
    test: {
      any: [
        { fact: "disciplines", op: "=", value: 0 },
        { fact: "selfDetected", is: true },
      ],
    },
  },
  {
    term: "meetings",
    levels: ["best"],
    test: { part: "held", whole: "due", op: ">=", share: { num: 9, den: 10 } },
    ...habit,
  },
  { term: "of-members", levels: ["top"], of: "member", test: { fact: "score", op: ">", value: 1 } },
  { term: "of-bases", levels: ["good"], kinds: ["base"], test: { fact: "audited", is: true } },
);
const full = { score: 92, disciplines: 0, selfDetected: false, held: 9, due: 10 };

const levelsOf = (rows: { readonly [name: string]: FactValue }, given = pack, who = subject) =>
  Object.fromEntries(
    assess(who, factsOf(rows), given).levels.map(({ level, verdict }) => [level, verdict]),
  );
const openTo = (rows: { readonly [name: string]: FactValue }) =>
  assess(subject, factsOf(rows), pack).highestOpen;

describe("a level", () => {
  test("passes when all its conditions pass", () => {
    expect(levelsOf(full)).toEqual({ best: "pass", good: "pass", poor: "pass" });
    expect(openTo(full)).toEqual({ passing: "best", notFailed: "best" });
  });

  test("fails when one fails", () => {
    expect(levelsOf({ ...full, score: 89 })).toEqual({ best: "fail", good: "pass", poor: "pass" });
    expect(openTo({ ...full, score: 89 })).toEqual({ passing: "good", notFailed: "good" });
    expect(openTo({ ...full, disciplines: 1 })).toEqual({ passing: "poor", notFailed: "poor" });
  });

  test("is unknown while a condition is, though others pass", () => {
    const { held: _, ...rest } = full;
    expect(levelsOf(rest)).toEqual({ best: "unknown", good: "pass", poor: "pass" });
    expect(openTo(rest)).toEqual({ passing: "good", notFailed: "best" });
  });

  test("is open to all where only others have conditions", () => {
    expect(levelsOf({})["poor"]).toBe("pass");
  });

  test("is unknown where the pack has no condition at all for such a subject", () => {
    expect(levelsOf(full, packWith())).toEqual({
      best: "unknown",
      good: "unknown",
      poor: "unknown",
    });
    const member = { ...subject, of: "member" } as const;
    expect(
      levelsOf({ score: 2 }, packWith({ term: "x", levels: ["best"], test: is("a") }), member),
    ).toEqual({ top: "unknown", low: "unknown" });
    const { highestOpen } = assess(subject, factsOf(full), packWith());
    expect(highestOpen).toStrictEqual({ notFailed: "best" });
    const { conditions: _, ...parameters } = packWith().parameters;
    expect(levelsOf(full, { ...pack, parameters })).toMatchObject({ best: "unknown" });
  });
});

const is = (fact: string) => ({ fact, is: true });

test("where every level fails, none is open", () => {
  const strict = packWith({ term: "x", levels: ["best", "good", "poor"], test: is("a") });
  expect(assess(subject, factsOf({ a: false }), strict).highestOpen).toStrictEqual({});
});

describe("a condition", () => {
  test("holds for its kinds of branches only, and members have theirs", () => {
    const base = { ...subject, subjectKind: "base" as never };
    expect(levelsOf(full, pack, base)).toMatchObject({ good: "unknown" });
    expect(levelsOf({ ...full, audited: false }, pack, base)).toMatchObject({ good: "fail" });
    const member = { ...subject, of: "member" } as const;
    expect(levelsOf({ score: 1 }, pack, member)).toEqual({ top: "fail", low: "pass" });
  });

  test("stands with its source, its tree, what it used and what is missing", () => {
    const [best] = assess(subject, factsOf({ disciplines: 1 }), pack).levels;
    const [score, discipline] = best?.conditions ?? [];
    expect(score).toMatchObject({
      condition: { term: "score-best", source, verification: "primary-read" },
      verdict: "unknown",
      facts: [],
      missing: ["score"],
    });
    expect(discipline).toMatchObject({
      verdict: "unknown",
      tree: { parts: [{ verdict: "fail" }, { verdict: "unknown" }] },
      facts: [{ name: "disciplines", value: 1, events: ["0.0"], role: "undecided" }],
      missing: ["selfDetected"],
    });
  });

  test("of a weaker source gives advice and blocks nothing", () => {
    const [best, good] = assess(subject, factsOf({ ...full, score: 70, held: 8 }), pack).levels;
    const names = (conditions: typeof best extends undefined ? never : unknown) =>
      (conditions as { condition: { term: string } }[]).map(({ condition }) => condition.term);
    expect(best?.verdict).toBe("fail");
    expect(names(best?.blocking)).toEqual(["score-best"]);
    expect(names(best?.advice)).toEqual(["meetings"]);
    expect([good?.blocking, good?.advice]).toEqual([[], []]);
  });

  test("that only warns still fails its level", () => {
    const [best] = assess(subject, factsOf({ ...full, held: 8 }), pack).levels;
    expect(best).toMatchObject({ verdict: "fail", blocking: [] });
  });
});

describe("exceptions are alternatives", () => {
  const failing = packWith({
    term: "half-of-targets",
    levels: ["best", "good"],
    test: {
      any: [
        { not: { part: "done", whole: "due", op: "<", share: { num: 1, den: 2 } } },
        { fact: "forceMajeure", is: true },
      ],
    },
  });
  test.each([
    ["half done", { done: 5, due: 10 }, "pass"],
    ["less than half", { done: 4, due: 10, forceMajeure: false }, "fail"],
    ["less than half by force majeure", { done: 4, due: 10, forceMajeure: true }, "pass"],
    ["less than half, and no word of its cause", { done: 4, due: 10 }, "unknown"],
  ] as const)("%s", (_, rows, expected) => {
    expect(levelsOf(rows, failing)).toMatchObject({ best: expected, good: expected });
  });

  test("what was self-detected and remedied disqualifies nobody", () => {
    const rows = { ...full, disciplines: 2 };
    expect(levelsOf({ ...rows, selfDetected: true })).toMatchObject({ best: "pass" });
    expect(levelsOf({ ...rows, selfDetected: false })).toMatchObject({ best: "fail" });
  });
});

describe("standing", () => {
  test.each([
    [{ exempt: false, suspended: false }, "pass"],
    [{ exempt: true }, "fail"],
    [{ suspended: true }, "fail"],
    [{ exempt: false }, "unknown"],
    [{}, "unknown"],
  ] as const)("%j: %s", (rows, expected) => {
    const assessment = assess(subject, factsOf({ ...rows, ...full }), pack);
    expect(assessment.standing.verdict).toBe(expected);
    expect(assessment.highestOpen.passing).toBe(expected === "fail" ? undefined : "best");
    expect(assessment.levels[0]?.verdict).toBe("pass");
  });

  test("names the fact that says so", () => {
    expect(assess(subject, factsOf({ exempt: true }), pack).standing.facts).toEqual([
      { name: "exempt", value: true, events: ["0.0"], role: "deciding" },
    ]);
    expect(assess(subject, factsOf({ exempt: true }), pack).highestOpen).toEqual({});
  });
});

test("missing is, each once, what could still decide a level that has not failed", () => {
  expect(assess(subject, factsOf({ score: 70 }), pack).missing).toEqual([
    "disciplines",
    "selfDetected",
  ]);
  expect(assess(subject, factsOf({}), pack).missing).toEqual([
    "score",
    "disciplines",
    "selfDetected",
    "held",
    "due",
  ]);
  expect(assess(subject, factsOf(full), pack).missing).toEqual([]);
});

test("an assessment names its subject and its pack", () => {
  expect(assess(subject, new Map(), pack)).toMatchObject({ subject, pack: "union-2025" });
});
