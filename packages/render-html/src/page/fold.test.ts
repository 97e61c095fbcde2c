import { expect, test } from "vitest";
import { folded } from "./fold.ts";

test.each([
  ["Đảng bộ  Bộ Thông tin", "dang bo bo thong tin"],
  ["Đảng bộ".normalize("NFD"), "dang bo"],
  [" ĐƯỜNG ", "duong"],
  ["e-01", "e-01"],
])("%j is looked for as %j", (text, key) => {
  expect(folded(text)).toBe(key);
});
