import { expect, test } from "vitest";
import { sortedBy, sortKey } from "./sorted-rows.ts";

const sorted = (keys: readonly (string | number)[], direction: "ascending" | "descending") =>
  sortedBy(keys, (key) => key, { direction, lang: "vi" });

test("numbers go by their value, words as Vietnamese has them, what is empty last", () => {
  expect(sorted(["—", 10, 9, "", 0.5], "ascending")).toEqual([0.5, 9, 10, "—", ""]);
  expect(sorted(["—", 10, 9, 0.5], "descending")).toEqual([10, 9, 0.5, "—"]);
  expect(sorted(["Đoàn", "Da", "Eo", "chi bộ 10", "chi bộ 9"], "ascending")).toEqual([
    "chi bộ 9",
    "chi bộ 10",
    "Da",
    "Đoàn",
    "Eo",
  ]);
  expect(sorted(["a", 1, "b", 2], "descending")).toEqual(["b", "a", 2, 1]);
});

test("a figure counts by its exact value", () => {
  expect(sortKey("35/36", "97,2%")).toBe(35 / 36);
  expect(sortKey("1234", "1.234")).toBe(1234);
  expect(sortKey("", "97%")).toBe("97%");
  expect(sortKey(undefined, "Đảng bộ")).toBe("Đảng bộ");
});
