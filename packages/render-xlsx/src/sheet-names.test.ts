import { expect, test } from "vitest";
import { sheetNames } from "./sheet-names.ts";

test("names are legal, short enough, and no two alike", () => {
  const long = "Phụ lục 12. Danh hiệu và khen thưởng của các tổ chức";
  expect(
    sheetNames([
      "Chỉ tiêu [2012]: a/b\\c*d?",
      long,
      `${long} khác`,
      long.toUpperCase(),
      "'trích'",
      "",
      " '?' ",
      "History",
      "tongket",
      `${"a".repeat(30)}😀`,
      "a\u0000b",
    ]),
  ).toEqual([
    "Chỉ tiêu 2012 a b c d",
    "Phụ lục 12. Danh hiệu và khen t",
    "Phụ lục 12. Danh hiệu và kh (2)",
    "PHỤ LỤC 12. DANH HIỆU VÀ KH (3)",
    "trích",
    "–",
    "– (2)",
    "History (2)",
    "tongket (2)",
    "a".repeat(30),
    "a\uFFFDb",
  ]);
});
