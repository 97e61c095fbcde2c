import { expect, test } from "vitest";
import { textCell } from "./cells.ts";
import type { Row } from "./layout.ts";
import { heightOf, widthsOf } from "./sheet-sizes.ts";

const row = (looks: Row["looks"], ...texts: readonly string[]): Row => ({
  looks,
  cells: texts.map(textCell),
});

test("a column is as wide as its longest text up to a limit, whatever its heading", () => {
  const rows = [row("heading", "a".repeat(50)), row("body", "a", "a".repeat(20)), row("body")];
  expect(widthsOf(rows, "vi")).toEqual([10, 22]);
  expect(widthsOf([row("body", "a".repeat(200))], "vi")).toEqual([70]);
});

test("a row is as high as the most lines in it, and no higher than Excel has", () => {
  const sizes = { widths: [10, 70], lang: "vi", size: 11 } as const;
  expect(heightOf(row("body", "một", "hai"), sizes)).toBe(15);
  expect(heightOf(row("body", "một\nhai\nba", "a".repeat(100)), sizes)).toBe(45);
  expect(heightOf(row("heading", "a".repeat(100)), sizes)).toBe(15);
  expect(heightOf(row("body", "a".repeat(10_000)), sizes)).toBe(409);
});
