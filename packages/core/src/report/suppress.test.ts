import { expect, test } from "vitest";
import type { Block, DocumentValue, Figure, PlacedValue } from "./document.ts";
import { manifestText, readManifest } from "./manifest.ts";
import { neutralFormat } from "./neutral-format.ts";
import { plainText, shownFigures } from "./placed.ts";
import { suppress } from "./suppress.ts";

const values: readonly PlacedValue[] = [
  { is: "count", count: 0 },
  { is: "count", count: 2 },
  { is: "count", count: -2 },
  { is: "count", count: 3 },
  { is: "share", num: 1, den: 9 },
  { is: "share", num: 8, den: 9 },
  { is: "share", num: 0, den: 2 },
  { is: "share", num: 4, den: 9 },
  { is: "reported", value: { count: 1 } },
  { is: "unknown", missing: "ratings" },
];
const document: DocumentValue = {
  kind: "annual-review",
  lang: "en",
  title: "Review by {person:p-1}",
  issuer: "Base",
  branch: "b",
  year: 2012,
  frame: {
    page: neutralFormat,
    lines: {
      issuer: { text: "Đảng bộ mẫu", style: { sizePt: 14 } },
      typeLine: { text: "Báo cáo", style: { sizePt: 14 } },
      subject: { text: "Tổng kết", style: { sizePt: 14 } },
    },
    recipients: [],
  },
  origin: { ledger: "l", position: 1, hash: "0".repeat(64) },
  sections: [
    {
      heading: "H",
      blocks: [
        { block: "paragraph", text: "{person:p-1} and {person:p-2}" },
        {
          block: "table",
          columns: ["a"],
          rows: values.map((value, at) => [{ figure: `f${at}@2012`, value }]),
        },
        {
          block: "figures",
          figures: [
            { id: "x@2012", label: "X", computed: { is: "count", count: 1 }, reported: [] },
          ],
        },
      ],
    },
  ],
  annexes: [],
};

const shown = (of: DocumentValue): readonly string[] => shownFigures(of).map(({ text }) => text);

test("counts below the number, and shares that tell of so few, are left out", () => {
  expect(shown(suppress(document, { cellsUnder: 3 }))).toEqual([
    "0",
    "under 3",
    "under 3",
    "3",
    "under 3",
    "under 3",
    "under 3",
    "44.4% (4/9)",
    "1",
    "unknown: no rating is recorded",
    "under 3",
  ]);
  expect(shown(suppress(document, {}))).toEqual(shown(document));
  expect(shown(suppress(document, { cellsUnder: 1 }))).toEqual(shown(document));
});

test("how far a small count is from its goal is left out, also that it just reached it", () => {
  const value = { is: "margin", margin: -98, of: { is: "count", count: 2 } } as const;
  const cell = (of: PlacedValue) => {
    const rows = [[{ figure: "target:t/margin@2012", value: of }]];
    const blocks = [{ block: "table", columns: ["a"], rows } as const];
    const [section] = suppress(
      { ...document, sections: [{ heading: "H", blocks }] },
      { cellsUnder: 3 },
    ).sections;
    const [table] = section?.blocks ?? [];
    return table?.block === "table" && plainText(table.rows[0]?.[0] ?? "", "en");
  };
  expect(cell(value)).toBe("—");
  expect(cell({ ...value, margin: 0 })).toBe("—");
  expect(cell({ ...value, of: { is: "count", count: 12 } })).toBe("98 short");
  expect(cell({ ...value, margin: 1, of: { is: "share", num: 99, den: 100 } })).toBe("—");
});

const suppressedTable = (block: Block): readonly (readonly string[])[] => {
  const sections = [{ heading: "H", blocks: [block] }];
  const [section] = suppress({ ...document, sections }, { cellsUnder: 3 }).sections;
  const [table] = section?.blocks ?? [];
  if (table?.block !== "table") throw new Error("All figures stand in tables");
  return table.rows.map((row) => row.map((cell) => plainText(cell, "en")));
};

test("nor is it told whether a small count reached its goal", () => {
  const row = (count: number) =>
    [
      "Two awards",
      {
        figure: "target:t/goal@2012",
        value: { is: "goal", goal: { op: ">=", value: { count: 2 } } },
      },
      { figure: "target:t@2012", value: { is: "count", count } },
      "reached",
    ] as const;
  const columns = ["a", "b", "c", "d"];
  expect(suppressedTable({ block: "table", columns, rows: [row(2), row(3)] })).toEqual([
    ["Two awards", "≥ 2", "under 3", "—"],
    ["Two awards", "≥ 2", "3", "reached"],
  ]);
});

test("nor whether it is what a document reports", () => {
  const figure = (count: number): Figure => ({
    id: "x@2012",
    label: "X",
    computed: { is: "count", count },
    reported: [{ measure: "x", value: { count }, phrase: "x", address: "3.0" }],
    agrees: true,
  });
  expect(suppressedTable({ block: "figures", figures: [figure(2), figure(3)] })).toEqual([
    ["X", "under 3", "2 “x”", "—"],
    ["X", "3", "3 “x”", "agree"],
  ]);
});

test("a manifest has nothing that is not known, and no other number of cells", () => {
  const written = JSON.parse(manifestText({ ...document, suppressed: { cellsUnder: 3 } }));
  const reads = (changed: object) => readManifest(JSON.stringify({ ...written, ...changed }));
  expect(reads({})?.suppressed).toEqual({ cellsUnder: 3 });
  expect(reads({ more: 1 })).toBeUndefined();
  expect(reads({ suppressed: { cellsUnder: 3, more: 1 } })).toBeUndefined();
  for (const cellsUnder of [-1, 0, 1, 1000])
    expect(reads({ suppressed: { cellsUnder } })).toBeUndefined();
});

test("people are neither named nor told apart, in words and in the title", () => {
  const details = {
    number: "5",
    date: "2013-01",
    signature: { office: "Secretary", name: "{person:p-1}" },
    recipients: ["{person:p-2}", "Archive"],
  };
  const shown = suppress({ ...document, details }, { names: true });
  expect(shown.details).toEqual({
    number: "5",
    date: "2013-01",
    signature: { office: "Secretary", name: "…" },
    recipients: ["…", "Archive"],
  });
  expect(manifestText(shown)).not.toMatch(/p-\d/);
  const { title, sections } = shown;
  const [paragraph] = sections[0]?.blocks ?? [];
  expect(title).toBe("Review by …");
  expect(paragraph?.block === "paragraph" && plainText(paragraph.text, "en")).toBe("… and …");
});
