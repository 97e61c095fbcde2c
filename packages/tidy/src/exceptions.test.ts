import { expect, test } from "vitest";
import { type Exception, withExceptions } from "./exceptions.ts";
import { sourceTree, type Violation } from "./source-tree.ts";

const tree = sourceTree({ "a.ts": "", "b.ts": "", "packs/2012.ts": "" });
const violation = (rule: string, file: string): Violation => {
  return { rule, file, line: 1, message: "too long", remedy: "split it" };
};
const exception = (rule: string, file: string): Exception => ({ rule, file, reason: "data" });

test("an exception covers its rule in its file, and no other", () => {
  const all = [violation("sizes.file", "a.ts"), violation("sizes.line", "a.ts")];
  const left = withExceptions(tree, all, [exception("sizes.file", "a.ts")]);
  expect(left).toEqual([violation("sizes.line", "a.ts")]);
});

test("a glob covers a kind of file, whether or not one needs it today", () => {
  const list = [exception("sizes.file", "packs/*.ts")];
  expect(withExceptions(tree, [violation("sizes.file", "packs/2012.ts")], list)).toEqual([]);
  expect(withExceptions(tree, [], list)).toEqual([]);
});

test("an exception that covers nothing is stale", () => {
  const stale = [
    exception("sizes.file", "b.ts"),
    exception("sizes.file", "gone.ts"),
    exception("sizes.file", "messages/*.ts"),
  ];
  expect(withExceptions(tree, [], stale).map(({ message }) => message)).toEqual([
    "the exception of b.ts from sizes.file is no longer needed",
    "the exception of gone.ts from sizes.file is no longer needed",
    "the exception of messages/*.ts from sizes.file is no longer needed",
  ]);
});
