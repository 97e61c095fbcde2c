import { expect, test } from "vitest";
import { gridDifferences } from "./grid-differences.ts";

const differences = (expected: string, found: string) =>
  gridDifferences({
    expected: rowsOf(expected),
    found: rowsOf(found),
    compare: (cell = "", other = "") => (cell === other ? [] : [{ expected: cell, found: other }]),
  }).map((one) => `${one.expected}→${one.found}`);

const rowsOf = (text: string) => text.split("/").map((row) => row.split(" "));

test("equal rows differ nowhere, and one cell does only there", () => {
  expect(differences("a b/c d", "a b/c d")).toEqual([]);
  expect(differences("a b/c d/e f", "a b/c x/e f")).toEqual(["d→x"]);
  expect(differences("a b/c d", "a/c d e")).toEqual(["b→", "→e"]);
});

test("a row more or less moves no other", () => {
  expect(differences("a b/c d/e f", "c d/e f")).toEqual(["a→", "b→"]);
  expect(differences("a b/c d", "a b/x y/c d")).toEqual(["→x", "→y"]);
  expect(differences("a b/c d", "a b/c d/x")).toEqual(["→x"]);
});

test("of many other rows each is told, by its number", () => {
  const many = (sign: string) => Array.from({ length: 500 }, (_, at) => `${sign}${at}`).join("/");
  const told = differences(many("a"), many("b"));
  expect(told).toHaveLength(500);
  expect(told.at(-1)).toBe("a499→b499");
});
