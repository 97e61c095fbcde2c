import { expect, test } from "vitest";
import { rowLines } from "./row-lines.ts";

test.each([
  ["một", 10, ["một"]],
  ["một hai ba bốn", 8, ["một hai", "ba bốn"]],
  ["một hai ba bốn năm sáu", 8, ["một hai", "ba bốn…"]],
  ["x".repeat(12), 8, ["xxxxxxxx", "xxxx"]],
  ["x".repeat(20), 8, ["xxxxxxxx", "xxxxxxx…"]],
])("%j in lines of %i letters", (name, lettersMax, lines) => {
  expect(rowLines(name, lettersMax)).toEqual(lines);
});
