import { expect, test } from "vitest";
import { sayAmount } from "./numbers.ts";

test.each([
  [268, 3, "268/3", "268/3"],
  [181, 2, "90,5", "90.5"],
  [-9, 4, "-2,25", "-2.25"],
  [20_005, 8, "2.500,625", "2,500.625"],
  [905, 10, "90,5", "90.5"],
  [900, 10, "90", "90"],
  [90, 1, "90", "90"],
  [12_345, 7, "12.345/7", "12,345/7"],
])("the amount %i/%i is said whole", (num, den, vi, en) => {
  expect(sayAmount("vi", { num, den })).toBe(vi);
  expect(sayAmount("en", { num, den })).toBe(en);
});
