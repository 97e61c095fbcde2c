import { expect, test } from "vitest";
import { comments } from "./comments.ts";
import { sourceTree } from "./source-tree.ts";

const found = (text: string, path = "packages/core/src/kernel/ids.ts"): string[] =>
  comments(sourceTree({ [path]: text })).map(({ line, message }) => `${line}: ${message}`);

test.each([
  ["x();\n// TODO: later", "2: a comment that says TODO"],
  ["/**\n * What it is.\n * FIXME soon\n */", "3: a comment that says FIXME"],
  ["x(/* XXX */ y);", "1: a comment that says XXX"],
  ["// ==== decide ====", "1: a banner"],
  ["// decide --------------", "1: a banner"],
  ["/*********\n * decide\n */", "1: a banner"],
  ["x();\n// const a = 1;", "2: code that is commented out"],
  ["// Why it is so.\n// await run(a, b);", "1: code that is commented out"],
  ["// if (a) {\n//   run();\n// }", "1: code that is commented out"],
  ["/* return decide(a); */", "1: code that is commented out"],
])("refuses %j", (text, message) => {
  expect(found(text)).toEqual([message]);
});

test.each([
  "// The branch is named first; its parent follows.",
  "// NOTE: a glob is read once;",
  "// See `run(a);` for the reason; it stands",
  "// One of {a, b}",
  "/**\n * Adds up:\n *\n * | a | b |\n * |---|---|\n */",
  "/**\n * @example\n * const a = 1;\n */",
  "/* a -- b */ x(); // it is 1 - 2 --- 3",
  "const text = '// TODO ====';",
  `const text = \`// \${x /* why */} TODO\`;`,
  "const pattern = /\\/\\/ TODO/;",
  "export type A = { b: string };",
  "#!/usr/bin/env node\nrun();",
])("lets be: %j", (text) => {
  expect(found(text)).toEqual([]);
});

test("shell scripts and YAML are read too, other texts are not", () => {
  expect(found("#!/bin/sh\nrun # x\n# TODO\n", ".ci/run")).toEqual(["3: a comment that says TODO"]);
  expect(found("# ------\na: 1\n", "a.yml")).toEqual(["1: a banner"]);
  expect(found("# TODO\n\n-----\n", "docs/tour.md")).toEqual([]);
});
