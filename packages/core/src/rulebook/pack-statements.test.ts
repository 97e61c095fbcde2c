import { expect, test } from "vitest";
import {
  ascending,
  repeatedTerms,
  reservedTerms,
  shareFaults,
  statementFaults,
} from "./pack-statements.ts";

const words = (...terms: readonly string[]) => terms.map((term) => ({ term }));

test("a word is told where it stands again, each time", () => {
  expect(repeatedTerms(words("a", "b", "a", "a"), ["levels"])).toEqual([
    { rule: "TermRepeated", path: ["levels", 2, "term"], value: "a", facts: {} },
    { rule: "TermRepeated", path: ["levels", 3, "term"], value: "a", facts: {} },
  ]);
});

test("no word is that of members themselves", () => {
  expect(reservedTerms(words("club", "member", "members"), ["kinds"])).toEqual([
    { rule: "TermReserved", path: ["kinds", 1, "term"], value: "member", facts: {} },
  ]);
});

test("a share is all of it at most", () => {
  expect([shareFaults({ num: 1, den: 2 }, []), shareFaults({ num: 2, den: 2 }, [])]).toEqual([
    [],
    [],
  ]);
  expect(shareFaults({ num: 3, den: 2 }, ["share"])).toEqual([
    { rule: "ShareOverWhole", path: ["share"], value: "3/2", facts: {} },
  ]);
});

test("what does not rise is told at its place", () => {
  expect(ascending([], ["years"])).toEqual([]);
  expect(ascending([1, 2, 2, 1, 3], ["years"]).map(({ path, value }) => [path, value])).toEqual([
    [["years", 2], 2],
    [["years", 3], 1],
  ]);
});

test("statements are looked at wherever they stand", () => {
  const told = (value: unknown) =>
    statementFaults(value, ["p"]).map(({ rule, path }) => `${rule} ${path.join(".")}`);
  const vote = (of: string) => ({ of, share: { num: 3, den: 2 } });
  expect(told({ levels: { value: words("a", "a") } })).toEqual([
    "TermRepeated p.levels.value.1.term",
  ]);
  expect(told([{ value: vote("summoned") }, { deep: { vote: vote("voting") } }])).toEqual([
    "ShareOverWhole p.0.value.share",
    "ShareOverWhole p.1.deep.vote.share",
  ]);
  const deep = [{ of: [{ vote: vote("voting") }] }];
  expect(statementFaults(deep, []).map(({ path }) => path)).toEqual([
    [0, "of", 0, "vote", "share"],
  ]);
  expect(told({ value: vote("rated") })).toEqual([]);
  expect([told(null), told("a"), told(7), told({ value: null })]).toEqual([[], [], [], []]);
});

test("a list of other things than words is no vocabulary", () => {
  const told = (...value: readonly unknown[]) => statementFaults({ value }, []);
  const criterion = { term: "late", type: "count" };
  expect(told(criterion, { ...criterion, of: "branch" })).toEqual([]);
  expect([told("a", "a"), told(null, null), told({ kind: "a" }, { kind: "a" })]).toEqual([
    [],
    [],
    [],
  ]);
  expect(told(...words("a", "a"), criterion)).toEqual([]);
});
