import { describe, expect, test } from "vitest";
import type { Term } from "../kernel/ids.ts";
import { type Facts, type FactValue, judgeTest, namesIn } from "./judge-test.ts";
import { missingFor } from "./missing-facts.ts";
import type { Op } from "./parameter.ts";
import type { Test } from "./rating-pack.ts";
import { usedFacts } from "./used-facts.ts";

const term = (name: string) => name as Term;
const is = (fact: string, value = true): Test => ({ fact: term(fact), is: value });
const number = (fact: string, op: Op, value: number | { num: number; den: number }): Test => ({
  fact: term(fact),
  op,
  value,
});
const share = (op: Op, num: number, den: number): Test => ({
  part: term("part"),
  whole: term("whole"),
  op,
  share: { num, den },
});

/** A fact without events, or with the events that are listed after its value. */
type Row = FactValue | readonly [FactValue, ...string[]];
const factsOf = (rows: { readonly [name: string]: Row }): Facts =>
  new Map(
    Object.entries(rows).map(([name, row]) => {
      const [value, ...events] = Array.isArray(row) ? row : [row];
      return [name, { value, events }];
    }),
  );

const verdictOf = (asked: Test, rows: { readonly [name: string]: Row } = {}) =>
  judgeTest(asked, factsOf(rows)).verdict;
const missing = (asked: Test, rows: { readonly [name: string]: Row } = {}) =>
  missingFor(judgeTest(asked, factsOf(rows)));
const used = (asked: Test, rows: { readonly [name: string]: Row }) => {
  const facts = factsOf(rows);
  return Object.fromEntries(
    usedFacts(judgeTest(asked, facts), facts).map(({ name, role }) => [name, role]),
  );
};

describe("a number against a bound", () => {
  test.each([
    [">=", "fail pass pass"],
    [">", "fail fail pass"],
    ["<=", "pass pass fail"],
    ["<", "pass fail fail"],
    ["=", "fail pass fail"],
  ] as const)("%s of 9, 10 and 11 with 10: %s", (op, expected) => {
    const verdicts = [9, 10, 11].map((n) => verdictOf(number("n", op, 10), { n }));
    expect(verdicts.join(" ")).toBe(expected);
  });

  test("may be a fraction on either side, compared exactly", () => {
    expect(verdictOf(number("n", "=", { num: 181, den: 2 }), { n: { num: 905, den: 10 } })).toBe(
      "pass",
    );
    const max = Number.MAX_SAFE_INTEGER;
    const bound = number("n", ">", { num: max - 2, den: max - 1 });
    expect(verdictOf(bound, { n: { num: max - 1, den: max } })).toBe("pass");
    expect(verdictOf(bound, { n: { num: max - 2, den: max - 1 } })).toBe("fail");
  });

  test.each<[string, FactValue]>([
    ["words", "chín mươi"],
    ["yes", true],
    ["a number with decimals", 90.5],
    ["a fraction of nothing", { num: 1, den: 0 }],
    ["a fraction of less than nothing", { num: 1, den: -2 }],
    ["a fraction with decimals", { num: 1.5, den: 2 }],
    ["a fraction of decimals", { num: 1, den: 2.5 }],
  ])("is unknown for %s, and nothing is missing", (_, n) => {
    expect(verdictOf(number("n", ">=", 0), { n })).toBe("unknown");
    expect(missing(number("n", ">=", 0), { n })).toEqual([]);
  });

  test("that is itself no exact number decides nothing", () => {
    expect(verdictOf(number("n", ">=", 0.5), { n: 1 })).toBe("unknown");
  });

  test("is unknown while the number is, and the number is missing", () => {
    expect(verdictOf(number("n", "=", 0))).toBe("unknown");
    expect(missing(number("n", "=", 0))).toEqual(["n"]);
  });
});

describe("yes or no", () => {
  test("is what was asked, or not", () => {
    expect(verdictOf(is("f"), { f: true })).toBe("pass");
    expect(verdictOf(is("f"), { f: false })).toBe("fail");
    expect(verdictOf(is("f", false), { f: false })).toBe("pass");
    expect(verdictOf(is("f", false), { f: true })).toBe("fail");
  });

  test("is unknown where it was not said, or said in another way", () => {
    expect(verdictOf(is("f", false))).toBe("unknown");
    expect(verdictOf(is("f", false), { f: 0 })).toBe("unknown");
  });
});

describe("a share", () => {
  test("over half is strict", () => {
    expect(verdictOf(share(">", 1, 2), { part: 5, whole: 10 })).toBe("fail");
    expect(verdictOf(share(">", 1, 2), { part: 6, whole: 11 })).toBe("pass");
    expect(verdictOf(share(">=", 1, 2), { part: 5, whole: 10 })).toBe("pass");
  });

  test("may be taken of fractions", () => {
    const points = { part: { num: 3, den: 2 }, whole: { num: 9, den: 2 } };
    expect(verdictOf(share("=", 1, 3), points)).toBe("pass");
  });

  test("of nothing is unknown, and no other fact can help", () => {
    expect(verdictOf(share("<", 1, 2), { part: 0, whole: 0 })).toBe("unknown");
    expect(verdictOf(share("<", 1, 2), { part: 1, whole: -2 })).toBe("unknown");
    expect(missing(share("<", 1, 2), { whole: 0 })).toEqual([]);
    expect(missing(share("<", 1, 2), { whole: "mười" })).toEqual([]);
    expect(missing(share("<", 1, 2), { part: "năm" })).toEqual([]);
  });

  test("misses what is not known of it", () => {
    expect(missing(share("<", 1, 2))).toEqual(["part", "whole"]);
    expect(missing(share("<", 1, 2), { part: 0 })).toEqual(["whole"]);
    expect(missing(share("<", 1, 2), { whole: 1 })).toEqual(["part"]);
  });
});

describe("tests of tests", () => {
  const facts = { yes: true, no: false };
  test.each<[Test, string]>([
    [{ all: [is("yes"), is("yes")] }, "pass"],
    [{ all: [is("yes"), is("unsaid")] }, "unknown"],
    [{ all: [is("unsaid"), is("no")] }, "fail"],
    [{ any: [is("no"), is("no")] }, "fail"],
    [{ any: [is("no"), is("unsaid")] }, "unknown"],
    [{ any: [is("unsaid"), is("yes")] }, "pass"],
    [{ not: is("yes") }, "fail"],
    [{ not: is("no") }, "pass"],
    [{ not: is("unsaid") }, "unknown"],
    [{ not: { any: [is("unsaid"), is("yes")] } }, "fail"],
  ])("%j: %s", (asked, expected) => {
    expect(verdictOf(asked, facts)).toBe(expected);
  });

  test("show the verdict of each part", () => {
    const judged = judgeTest({ all: [is("yes"), { not: is("unsaid") }] }, factsOf(facts));
    expect(judged).toEqual({
      test: { all: [is("yes"), { not: is("unsaid") }] },
      verdict: "unknown",
      missing: [],
      parts: [
        { test: is("yes"), verdict: "pass", parts: [], missing: [] },
        {
          test: { not: is("unsaid") },
          verdict: "unknown",
          missing: [],
          parts: [{ test: is("unsaid"), verdict: "unknown", parts: [], missing: ["unsaid"] }],
        },
      ],
    });
  });

  test("name each fact once", () => {
    const asked: Test = { all: [is("b"), { any: [share(">", 1, 2), is("b")] }, { not: is("a") }] };
    expect(namesIn(asked)).toEqual(["b", "part", "whole", "a"]);
    expect(namesIn({ ...share("=", 1, 1), whole: term("part") } as Test)).toEqual(["part"]);
  });
});

describe("missing is only what could still matter", () => {
  const never = number("words", ">", 0);
  const rows = { yes: true, no: false, words: "x" };
  test.each<[string, Test, readonly string[]]>([
    ["nothing once it is decided", { any: [is("yes"), is("a")] }, []],
    ["each once", { all: [is("a"), { not: is("a") }, is("b")] }, ["a", "b"]],
    ["not beside what decides a part", { all: [{ any: [is("yes"), is("a")] }, is("b")] }, ["b"]],
    ["what may fail an undecidable conjunction", { all: [never, is("a")] }, ["a"]],
    ["what may pass an undecidable disjunction", { any: [never, is("a")] }, ["a"]],
    ["not what only meets the undecidable", { any: [never, { all: [never, is("a")] }] }, []],
    ["nor the other way about", { all: [never, { any: [is("a"), never] }] }, []],
    ["nor behind a contrary", { any: [never, { not: { any: [never, is("a")] } }] }, []],
    ["but behind two", { all: [never, { not: { any: [never, is("a")] } }] }, ["a"]],
    ["beside a part that passed", { all: [is("yes"), is("a"), never] }, ["a"]],
    ["beside a part that failed", { any: [is("no"), never, is("a")] }, ["a"]],
    ["what passes with a part that passed", { any: [never, { all: [is("yes"), is("a")] }] }, ["a"]],
    [
      "not where a part that passed leaves the undecidable",
      { any: [{ all: [is("yes"), never] }, { all: [never, is("a")] }] },
      [],
    ],
    [
      "nor where a part that failed does",
      { all: [{ any: [is("no"), never] }, { any: [never, is("a")] }] },
      [],
    ],
    ["nothing when none can be read", { all: [never, never] }, []],
  ])("%s", (_, asked, expected) => {
    expect(missing(asked, rows)).toEqual(expected);
  });
});

describe("the facts that a verdict rests on", () => {
  const [a, b, c] = [is("a"), is("b"), is("c")];

  test("all of them where all must hold", () => {
    const rows = { a: [true, "1.0"], b: [true, "2.0"] } as const;
    expect(used({ all: [a, b] }, rows)).toEqual({ a: "deciding", b: "deciding" });
    const no = { a: [false, "1.0"], b: [false, "2.0"] } as const;
    expect(used({ any: [a, b] }, no)).toEqual({ a: "deciding", b: "deciding" });
  });

  test("one alone may decide, and others say the same", () => {
    const rows = { a: [true, "1.0"], b: [true, "2.0"], c: [false, "3.0"] } as const;
    expect(used({ any: [c, a, b] }, rows)).toEqual({ a: "deciding", b: "supporting" });
    expect(used({ not: { any: [c, a, b] } }, rows)).toEqual({ a: "deciding", b: "supporting" });
    const no = { a: [false, "1.0"], b: [false, "2.0"], c: [true, "3.0"] } as const;
    expect(used({ all: [c, a, b] }, no)).toEqual({ a: "deciding", b: "supporting" });
  });

  test("where no event decides alone, none is called supporting", () => {
    const rows = { a: [true, "1.0", "2.0"], b: [true, "3.0", "4.0"] } as const;
    expect(used({ any: [a, b] }, rows)).toEqual({ a: "deciding", b: "deciding" });
  });

  test("the one that decides alone may stand last", () => {
    const rows = { a: [true, "1.0"], b: [true, "2.0"], c: [true, "3.0"] } as const;
    const asked: Test = { any: [{ all: [a, b] }, c] };
    expect(used(asked, rows)).toEqual({ a: "supporting", b: "supporting", c: "deciding" });
  });

  test("one event may give two facts, and decide alone", () => {
    const rows = { a: [true, "1.0"], b: [true, "1.0"], c: [true, "3.0", "4.0"] } as const;
    expect(used({ any: [{ all: [a, b] }, c] }, rows)).toEqual({
      a: "deciding",
      b: "deciding",
      c: "supporting",
    });
    const shared = { ...rows, c: [true, "1.0", "4.0"] } as const;
    expect(used({ any: [{ all: [a, b] }, c] }, shared)).toMatchObject({ c: "deciding" });
  });

  test("what no event had to show is cited alone where it decides alone", () => {
    const rows = { n: 0, a: [true, "1.0"] } as const;
    expect(used({ any: [a, number("n", "=", 0)] }, rows)).toEqual({ n: "deciding" });
    expect(used({ all: [a, number("n", "=", 0)] }, rows)).toEqual({
      a: "deciding",
      n: "deciding",
    });
    expect(
      used({ any: [{ all: [number("n", "=", 0), a] }, b] }, { ...rows, b: [true, "2.0"] }),
    ).toEqual({ n: "deciding", a: "deciding", b: "supporting" });
  });

  test("all that is known and read while nothing is decided", () => {
    const rows = { a: [true, "1.0"], c: [true, "3.0"] } as const;
    expect(used({ all: [a, b] }, rows)).toEqual({ a: "undecided" });
  });

  test("with value and events", () => {
    const facts = factsOf({ n: [7, "1.0", "2.0"] });
    expect(usedFacts(judgeTest(number("n", ">", 1), facts), facts)).toEqual([
      { name: "n", value: 7, events: ["1.0", "2.0"], role: "deciding" },
    ]);
  });
});
