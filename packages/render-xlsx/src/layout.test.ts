import type { Block, DocumentValue } from "@tongket/core/report";
import { handMadeDocument } from "@tongket/testing";
import { expect, test } from "vitest";
import { layoutOf } from "./layout.ts";
import { renderXlsx } from "./render-xlsx.ts";
import { xlsxDifferences } from "./xlsx-differences.ts";

const table: Block = { block: "table", columns: ["Tên"], rows: [["một"], ["hai"]] };

const withAnnexes = (...annexes: readonly (readonly Block[])[]): DocumentValue => ({
  ...handMadeDocument,
  sections: [],
  annexes: annexes.map((blocks) => ({ heading: "Phụ lục", blocks })),
});

test("only an annex that is one table has headings that stay in sight", () => {
  const figures: Block = { block: "figures", figures: [] };
  const text: Block = { block: "paragraph", text: "một" };
  const sheets = layoutOf(withAnnexes([table], [figures], [table, table], [text, table], [text]));
  expect(sheets.map(({ headRows }) => headRows)).toEqual([
    undefined,
    2,
    2,
    undefined,
    undefined,
    undefined,
  ]);
  expect(sheets.map(({ name }) => name).slice(1, 3)).toEqual(["Phụ lục", "Phụ lục (2)"]);
});

test("a text that is too long for a cell goes on in the row below, and is read back", async () => {
  const long = "ă".repeat(40_000);
  const document = withAnnexes([{ ...table, rows: [["một", long, "ba"], ["hai"]] }]);
  const cells = layoutOf(document)[1]?.rows.map((row) => row.cells.map(({ is }) => is));
  expect(cells?.slice(2)).toEqual([["text", "text", "text"], ["blank", "text", "blank"], ["text"]]);
  const bytes = await renderXlsx(document);
  expect(await xlsxDifferences(document, bytes)).toEqual([]);
  const shorter = withAnnexes([{ ...table, rows: [["một", long.slice(1), "ba"], ["hai"]] }]);
  expect(await xlsxDifferences(shorter, bytes)).toHaveLength(1);
});
