import { expect, test } from "vitest";
import { docRegions, regionOf } from "./doc-regions.ts";
import { sourceTree } from "./source-tree.ts";

const example = `import x from "x";
function main() {
  // #region decide
  if (x) {

    // #region inner
    run();
    // #endregion inner
  }
  // #endregion decide
}
`;

const found = (text: string, path = "README.md"): string[] =>
  docRegions(
    sourceTree({
      [path]: text,
      "examples/01/run.ts": example,
      "examples/01/run.sh": "set -e\n# #region first\ntongket init\n# #endregion first\n",
    }),
  ).map(({ line, message }) => `${line}: ${message}`);

const fence = (info: string, ...lines: string[]): string =>
  ["```", info, "\n", ...lines, "\n```"].join("");

test("a block is its region, word for word, dedented and without marks", () => {
  const body = "if (x) {\n\n  run();\n}";
  expect(found(fence("ts file=examples/01/run.ts#decide", body))).toEqual([]);
  expect(found(fence("sh file=examples/01/run.sh#first", "tongket init"))).toEqual([]);
  expect(found(fence("ts file=examples/01/run.ts", example.trimEnd()))).toEqual([]);
});

test("a block in a list is read without its indent", () => {
  const block = fence("ts file=examples/01/run.ts#inner", "run();").replaceAll(/^/gm, "   ");
  expect(found(`1. do:\n\n${block}`)).toEqual([]);
});

test("a block that differs says where", () => {
  expect(found(`\n${fence("ts file=examples/01/run.ts#inner", "walk();")}`)).toEqual([
    '2: the block differs from examples/01/run.ts#inner at its line 1: "walk();"',
  ]);
  expect(found(fence("ts file=examples/01/run.ts#decide", "if (x) {\n\n  run();"))).toEqual([
    '1: the block differs from examples/01/run.ts#decide at its end: "}" is missing',
  ]);
});

test("a file or region that is not there is told", () => {
  expect(found(fence("ts file=examples/02.ts#a", "x"))).toEqual([
    "1: the block quotes examples/02.ts, which is not there",
  ]);
  expect(found(fence("ts file=examples/01/run.ts#none", "x"))).toEqual([
    "1: examples/01/run.ts has no single region none",
  ]);
});

test("TypeScript in a README or in docs is always quoted", () => {
  const loose = ["1: TypeScript that no test has run"];
  expect(found(fence("ts", "x();"))).toEqual(loose);
  expect(found(fence("ts", "x();"), "packages/core/README.md")).toEqual(loose);
  expect(found(fence("typescript", "x();"), "docs/tour.md")).toEqual(loose);
  expect(found(fence("ts", "x();"), "CONTRIBUTING.md")).toEqual([]);
  expect(found(fence("sh", "npm ci"))).toEqual([]);
  expect(found(`~~~md\n${fence("ts", "x();")}\n~~~`)).toEqual([]);
});

test("a region marked twice is none", () => {
  const once = "// #region a\nx\n// #endregion a\n";
  expect(regionOf(once, "a")).toBe("x");
  expect(regionOf(once + once, "a")).toBeUndefined();
  expect(regionOf("// #region a\nx\n", "a")).toBeUndefined();
});
