import { expect, test } from "vitest";
import { sizes } from "./sizes.ts";
import { sourceTree } from "./source-tree.ts";

const found = (text: string, path = "packages/core/src/kernel/ids.ts"): string[] =>
  sizes(sourceTree({ [path]: text })).map(({ rule, line }) => `${rule} at ${line}`);

const linesOf = (count: number): string => "x();\n".repeat(count);

test("a file has 300 lines at most", () => {
  expect(found(linesOf(300))).toEqual([]);
  expect(found(linesOf(301))).toEqual(["sizes.file at 301"]);
});

test("a function has 70 lines at most, in any form", () => {
  expect(found(`\nfunction f() {\n${linesOf(68)}}\n`)).toEqual([]);
  expect(found(`\nfunction f() {\n${linesOf(69)}}\n`)).toEqual(["sizes.function at 2"]);
  expect(found(`const f = () => {\n${linesOf(69)}};\n`)).toEqual(["sizes.function at 1"]);
  expect(found(`class C {\n m() {\n${linesOf(69)}}\n}\n`)).toEqual(["sizes.function at 2"]);
});

test("the message names the function", () => {
  const tree = sourceTree({ "a.ts": `const assess = () => {\n${linesOf(69)}};\n` });
  expect(sizes(tree)[0]?.message).toBe("assess has 71 lines; a function has 70 at most");
});

test("a line has 100 columns at most, counted in letters", () => {
  expect(found(`// ${"ổ".repeat(97)}`)).toEqual([]);
  expect(found(`// ${"ổ".repeat(98)}`)).toEqual(["sizes.line at 1"]);
  expect(found(`const a = "${"word ".repeat(30)}";`)).toEqual(["sizes.line at 1"]);
});

test("a hash, an address or a text written as it is may run over", () => {
  expect(found(`// See https://example.org/${"x".repeat(99)}`)).toEqual([]);
  expect(found(`const hash = "${"0f".repeat(64)}";`)).toEqual([]);
  expect(found(`const log = \`\n${"word ".repeat(30)}\n\`;`)).toEqual([]);
  expect(found(`const log = \`\n\${x} ${"word ".repeat(30)}\n\`;`)).toEqual([]);
});

test("a name says what is inside", () => {
  expect(found("", "packages/core/src/utils/date.ts")).toEqual(["sizes.name at 1"]);
  expect(found("", "packages/core/src/helpers.test.ts")).toEqual(["sizes.name at 1"]);
  expect(found("", "packages/core/src/common.ts")).toEqual(["sizes.name at 1"]);
  expect(found("", "packages/core/src/commonwealth.ts")).toEqual([]);
});
