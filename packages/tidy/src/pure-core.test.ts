import { expect, test } from "vitest";
import { pureCore } from "./pure-core.ts";
import { sourceTree } from "./source-tree.ts";

const found = (text: string, path = "packages/core/src/kernel/date.ts"): string[] =>
  pureCore(sourceTree({ [path]: text })).map(({ line, message }) => `${line}: ${message}`);

test.each([
  ["const now = Date.now();", "core names Date.now"],
  ["const now = globalThis.Date.now();", "core names Date.now"],
  ["const now = new Date();", "a Date of now reads the clock"],
  ["const now = Date();", "a Date of now reads the clock"],
  ["const dice = Math.random();", "core names Math.random"],
  ["const id = crypto.randomUUID();", "core names crypto.randomUUID"],
  ["crypto.getRandomValues(bytes);", "core names crypto.getRandomValues"],
  ["const start = performance.now();", "core names performance"],
  ["const home = process.env.HOME;", "core names process"],
  ["const home = globalThis.process.env;", "core names process"],
  ["const all = { console };", "core names console"],
  ["setTimeout(run, 5);", "core names setTimeout"],
  ["const format = new Intl.NumberFormat('vi');", "Intl.NumberFormat depends on a locale"],
  ["const text = share.toLocaleString('vi');", "toLocaleString depends on a locale"],
  ["names.sort((a, b) => a.localeCompare(b));", "localeCompare depends on a locale"],
])("refuses %s", (code, message) => {
  expect(found(`\n${code}`)).toEqual([`2: ${message}`]);
});

test.each([
  "const day = new Date(0);",
  "const ms = Date.parse(text);",
  "const month = new Date(Date.UTC(2012, 0));",
  "const floor = Math.floor(1.5);",
  "export const run = (process: Process) => process.steps;",
  "type Clock = { performance: number; console: string };",
  "const it = { process: 1 }; it.process;",
  "const text = 'process.env and Date.now()'; // console",
])("lets be: %s", (code) => {
  expect(found(code)).toEqual([]);
});

test("report and messages may format, in a locale that is named", () => {
  const report = "packages/core/src/report/figures.ts";
  expect(found("new Intl.NumberFormat(locale).format(1);", report)).toEqual([]);
  expect(found("a.localeCompare(b, 'vi');", report)).toEqual([]);
  expect(found("new Intl.NumberFormat().format(1);", report)).toEqual([
    "1: Intl.NumberFormat takes the machine's locale",
  ]);
  expect(found("x.toLocaleString(undefined, {});", report)).toHaveLength(1);
  expect(found("a.localeCompare(b);", report)).toHaveLength(1);
});

test("tests of core and other packages are free", () => {
  expect(found("Date.now();", "packages/core/src/kernel/date.test.ts")).toEqual([]);
  expect(found("Date.now();", "packages/cli/src/clock.ts")).toEqual([]);
});
