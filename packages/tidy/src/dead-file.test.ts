import { expect, test } from "vitest";
import { deadFile } from "./dead-file.ts";
import { sourceTree } from "./source-tree.ts";

const manifest = JSON.stringify({
  name: "@tongket/core",
  exports: {
    ".": { source: "./src/index.ts", default: "./dist/index.js" },
    "./packs/*": "./dist/packs/*.js",
    "./package.json": "./package.json",
  },
  bin: { tongket: "./dist/main.js" },
});

const dead = (texts: Record<string, string>): string[] =>
  deadFile(
    sourceTree({
      "packages/core/package.json": manifest,
      "packages/core/src/index.ts": 'export * from "./kernel/ids.ts";',
      "packages/core/src/kernel/ids.ts": "",
      ...texts,
    }),
  ).map(({ file }) => file.slice("packages/core/src/".length));

test("a file is alive when an entry leads to it", () => {
  expect(dead({})).toEqual([]);
  expect(dead({ "packages/core/src/main.ts": 'await import("./run.js");' })).toEqual([]);
  expect(dead({ "packages/core/src/packs/p2012.ts": "" })).toEqual([]);
});

test("a file that nothing leads to is dead, and so is what it alone imports", () => {
  const texts = {
    "packages/core/src/attic.ts": 'import "./box.ts"; import "./kernel/ids.ts";',
    "packages/core/src/box.ts": "",
  };
  expect(dead(texts)).toEqual(["attic.ts", "box.ts"]);
});

test("a worker is reached by its URL", () => {
  const text = 'new Worker(new URL("./worker.ts", import.meta.url));';
  const worker = { "packages/core/src/worker.ts": "" };
  expect(dead({ ...worker, "packages/core/src/main.ts": text })).toEqual([]);
  expect(dead({ ...worker, "packages/core/src/main.ts": `"${"./worker.ts"}";` })).toHaveLength(1);
});

test("a test, a config or an example keeps a file alive", () => {
  const part = { "packages/core/src/part.ts": "" };
  const config = { "packages/core/tsup.config.ts": 'export default { entry: ["src/part.ts"] };' };
  expect(dead({ ...part, "packages/core/src/laws.test.ts": 'import "./part.ts";' })).toEqual([]);
  expect(dead({ ...part, ...config })).toEqual([]);
  expect(
    dead({ ...part, "examples/01/run.ts": 'import "../../packages/core/src/part.ts";' }),
  ).toEqual([]);
});

test("its own test alone does not", () => {
  const texts = {
    "packages/core/src/part.ts": "",
    "packages/core/src/part.test.ts": 'import "./part.ts";',
  };
  expect(dead(texts)).toEqual(["part.ts"]);
});
