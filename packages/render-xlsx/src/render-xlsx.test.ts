import { manifestText } from "@tongket/core/report";
import { expect, test } from "vitest";
import { everything } from "../test/documents.ts";
import { readXlsx } from "./read-xlsx.ts";
import { renderXlsx } from "./render-xlsx.ts";
import { xlsxDifferences } from "./xlsx-differences.ts";

test("t", async () => {
  const bytes = await renderXlsx(everything);
  const book = await readXlsx(bytes);
  for (const { name, rows } of book.sheets)
    console.log(
      name,
      rows.map((r) => r.map(({ value, formula }) => formula ?? value)).slice(0, 12),
    );
  expect(book.manifest).toBe(manifestText(everything));
  expect(await xlsxDifferences(everything, bytes)).toEqual([]);
});
