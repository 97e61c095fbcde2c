import { expect, test } from "vitest";
import { sliceShape } from "./slice-shape.ts";
import { sourceTree } from "./source-tree.ts";

const found = (...paths: string[]): string[] =>
  sliceShape(sourceTree(Object.fromEntries(paths.map((path) => [path, ""])))).map(
    ({ file }) => file,
  );

const slice = "packages/core/src/rating";

test("a slice holds the files of every slice, and their tests", () => {
  expect(found(`${slice}/events.ts`, `${slice}/decide.ts`, `${slice}/decide.test.ts`)).toEqual([]);
  expect(found("packages/core/src/kernel/date.ts", "packages/cli/src/rating/x.ts")).toEqual([]);
});

test("another file or a folder in a slice is told", () => {
  expect(found(`${slice}/quotas.ts`)).toEqual([`${slice}/quotas.ts`]);
  expect(found(`${slice}/quotas.test.ts`)).toEqual([`${slice}/quotas.test.ts`]);
  expect(found(`${slice}/rules/index.ts`)).toEqual([`${slice}/rules/index.ts`]);
});
