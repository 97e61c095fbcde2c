import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { withExceptions } from "./exceptions.ts";
import { readSourceTree } from "./read-source-tree.ts";
import { rules } from "./rules.ts";
import { describeViolation } from "./source-tree.ts";

describe("the repository", () => {
  const tree = readSourceTree(join(import.meta.dirname, "../../.."));
  const found = Object.entries(rules).map(([name, rule]) => ({ name, violations: rule(tree) }));
  const everything = withExceptions(
    tree,
    found.flatMap(({ violations }) => violations),
  );

  test.each(found)("$name", ({ violations }) => {
    const left = violations.filter((each) => everything.includes(each));
    expect(left.map(describeViolation).join("\n")).toBe("");
  });

  test("every exception is still needed", () => {
    const stale = everything.filter(({ rule }) => rule === "exceptions");
    expect(stale.map(describeViolation).join("\n")).toBe("");
  });
});
