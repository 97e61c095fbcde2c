import { describe, expect, test } from "vitest";
import { formatFigure, formatGoal, formatPercent, formatReported } from "./format.ts";

describe("a share is rounded half up, in the marks of the language", () => {
  test.each([
    [{ num: 35, den: 36 }, 1, "97,2%", "97.2%"],
    [{ num: 1, den: 8 }, 1, "12,5%", "12.5%"],
    [{ num: 1, den: 8 }, 0, "13%", "13%"],
    [{ num: 0, den: 7 }, 1, "0,0%", "0.0%"],
  ])("%o at %i decimals", (share, decimals, vi, en) => {
    expect(formatPercent(share, decimals, "vi")).toBe(vi);
    expect(formatPercent(share, decimals, "en")).toBe(en);
  });
});

describe("a figure", () => {
  test.each([
    [{ is: "share", num: 36, den: 36 } as const, "100% (36/36)"],
    [{ is: "share", num: 3288, den: 3289 } as const, "99,97% (3.288/3.289)"],
    [{ is: "share", num: 1, den: 100_000 } as const, "0,001% (1/100.000)"],
    [{ is: "share", num: 0, den: 5 } as const, "0% (0/5)"],
    [{ is: "count", count: 1_234_567 } as const, "1.234.567"],
    [{ is: "unknown", missing: "ratings" } as const, "chưa rõ: chưa ghi nhận xếp loại nào"],
  ])("%o", (value, words) => expect(formatFigure(value, "vi")).toBe(words));
});

test("almost all is never shown as all", () => {
  expect(formatFigure({ is: "share", num: 99_999, den: 100_000 }, "en")).toContain("99.999%");
});

test("a reported figure keeps the decimals of its document", () => {
  expect(formatReported({ percent: 97, decimals: 0 }, "vi")).toBe("97%");
  expect(formatReported({ percent: 974, decimals: 1 }, "vi")).toBe("97,4%");
  expect(formatReported({ percent: 97, decimals: 0, num: 35, den: 36 }, "en")).toBe("97% (35/36)");
  expect(formatReported({ count: 9 }, "vi")).toBe("9");
});

test("a goal has its sign", () => {
  expect(formatGoal({ op: ">=", value: { count: 100 } }, "vi")).toBe("≥ 100");
  expect(formatGoal({ op: ">", value: { num: 50, den: 100 } }, "vi")).toBe("> 50%");
  expect(formatGoal({ op: "=", value: { num: 1, den: 3 } }, "vi")).toBe("= 33,3%");
});
