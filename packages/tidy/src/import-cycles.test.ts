import { expect, test } from "vitest";
import { importCycles } from "./import-cycles.ts";
import { sourceTree } from "./source-tree.ts";

const found = (texts: Record<string, string>): string[] =>
  importCycles(sourceTree(texts)).map(({ file, line, message }) => `${file}:${line} ${message}`);

test("a diamond is no cycle", () => {
  const texts = {
    "top.ts": 'import "./left.ts"; import "./right.ts";',
    "left.ts": 'import "./base.ts";',
    "right.ts": 'import "./base.ts";',
    "base.ts": "",
  };
  expect(found(texts)).toEqual([]);
});

test("a cycle is told once, where it closes, and types count", () => {
  const texts = {
    "main.ts": 'import "./a.ts";',
    "a.ts": 'import "./b.ts";',
    "b.ts": '\nimport type { A } from "./a.ts";',
  };
  expect(found(texts)).toEqual(["b.ts:2 a cycle of imports: a.ts → b.ts → a.ts"]);
});

test("a file that imports itself is a cycle", () => {
  expect(found({ "a.ts": 'import "./a.ts";' })).toHaveLength(1);
});

test("a cycle of packages is seen through their names", () => {
  const texts = {
    "packages/a/package.json": '{"name":"@tongket/a","exports":{".":{"source":"./src/index.ts"}}}',
    "packages/a/src/index.ts": 'import "@tongket/b/part";',
    "packages/b/package.json": '{"name":"@tongket/b","exports":{"./*":"./dist/*.js"}}',
    "packages/b/src/part.ts": 'import "@tongket/a";',
  };
  expect(found(texts)).toHaveLength(1);
});
