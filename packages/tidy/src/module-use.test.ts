import { expect, test } from "vitest";
import { moduleUse } from "./module-use.ts";
import { sourceTree } from "./source-tree.ts";

const found = (path: string, text: string): string[] =>
  moduleUse(sourceTree({ [path]: text })).map(({ message }) => message);

test("the effect barrel is nowhere imported, its sub-paths are", () => {
  const barrel = ["the effect barrel costs 90 ms and 70 KB more than a sub-path"];
  expect(found("packages/cli/src/main.ts", 'import { Schema } from "effect";')).toEqual(barrel);
  expect(found("examples/01/run.ts", 'import type { Schema } from "effect";')).toEqual(barrel);
  expect(found("packages/core/src/index.ts", 'import * as S from "effect/Schema";')).toEqual([]);
});

test("core takes hash from Node, in one file, and nothing else", () => {
  const sha256 = "packages/core/src/kernel/sha256.ts";
  expect(found(sha256, 'import { hash } from "node:crypto";')).toEqual([]);
  expect(found(sha256, 'import { hash, randomUUID } from "node:crypto";')).toHaveLength(1);
  expect(found(sha256, 'import * as all from "node:crypto";')).toHaveLength(1);
  const codec = "packages/core/src/log/codec.ts";
  expect(found(codec, 'import { hash } from "node:crypto";')).toHaveLength(1);
  expect(found(codec, 'import { readFileSync } from "fs";')).toEqual([
    "core imports readFileSync from fs",
  ]);
  expect(found("packages/core/src/log/codec.test.ts", 'import "node:fs";')).toEqual([]);
  expect(found("packages/cli/src/main.ts", 'import "node:fs";')).toEqual([]);
});

test("immer stays where recipes are", () => {
  const text = 'import { produce } from "immer";';
  expect(found("packages/core/src/kernel/projection.ts", text)).toEqual([]);
  expect(found("packages/core/src/rating/state.ts", text)).toEqual([]);
  expect(found("packages/core/src/projections/annual/ratings.ts", text)).toEqual([]);
  expect(found("packages/core/src/rating/decide.test.ts", text)).toEqual([]);
  expect(found("packages/core/src/rating/decide.ts", text)).toEqual([
    "immer outside evolve and apply",
  ]);
  expect(found("packages/store-jsonl/src/index.ts", text)).toHaveLength(1);
});
