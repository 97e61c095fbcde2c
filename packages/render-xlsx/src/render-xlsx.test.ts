import { manifestText } from "@tongket/core/report";
import { handMadeDocument, hostileTexts } from "@tongket/testing";
import { readXlsx as readSheets } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { convert, isMissing } from "../../../.config/libreoffice.ts";
import { changedPart, partsOf } from "../test/parts.ts";
import { printable } from "./long-text.ts";
import { readXlsx } from "./read-xlsx.ts";
import { renderXlsx } from "./render-xlsx.ts";
import { xlsxDifferences } from "./xlsx-differences.ts";

const written = await renderXlsx(handMadeDocument);
const book = await readXlsx(written);

const shown = (name: string) =>
  book.sheets
    .find((sheet) => sheet.name === name)
    ?.rows.map((cells) => cells.map(({ value, formula }) => formula ?? value).join(" | "));

test("the text is one sheet, and each annex one more; a share is three cells", () => {
  expect(book.sheets.map(({ name }) => name)).toEqual([
    "Tổng kết năm 2012",
    "Phụ lục 1. Đảng bộ nào đạt Xếp",
    "=1+1",
  ]);
  expect(shown("Tổng kết năm 2012")).toEqual([
    "Tổng kết năm 2012 |  |  |  |  | ",
    "Đảng bộ mẫu |  |  |  |  | ",
    "Kết quả |  |  |  |  | ",
    "Kết nạp 1.035 người (theo báo cáo: 36), {person:p-1} đọc báo cáo. |  |  |  |  | ",
    "Các chỉ số |  |  |  |  | ",
    "1. một |  |  |  |  | ",
    "2. hai: 7 |  |  |  |  | ",
    "Chỉ số | Tính từ sổ | Tính từ sổ: trên tổng số | Tính từ sổ: tỷ lệ | Theo báo cáo | Đối chiếu",
    "Tổ chức cơ sở | 38 | 39 | B9/C9 | 97,4% (38/39) “97,4% tổ chức” | khớp",
  ]);
  expect(shown("Phụ lục 1. Đảng bộ nào đạt Xếp")).toEqual([
    "Phụ lục 1. Đảng bộ [nào] / đạt? Xếp loại |  |  |  |  | ",
    "Tổ chức | Đạt | Đạt: trên tổng số | Đạt: tỷ lệ | Đảng viên | Mục tiêu",
    "Chi bộ 1 | 9999 | 10000 | B3/C3 | 1234 | ≥ 90%",
    "Chi bộ 2 | chưa rõ: chưa ghi nhận xếp loại nào |  |  | dưới 3 | —",
    "Chi bộ 3 |  |  | 0.98 | 40 | —",
  ]);
});

test("headings of a table stay in sight and filter it; what is reported is italic", async () => {
  const { sheets, properties } = await readSheets(written, { readStyles: true });
  const [text, annex, hostile] = sheets;
  expect(annex).toMatchObject({ freezePane: { rows: 2 }, autoFilter: { range: "A2:F5" } });
  expect([text?.autoFilter, hostile?.autoFilter]).toEqual([undefined, undefined]);
  const cell = (at: string) => annex?.cells?.get(at);
  expect(cell("1,0")?.style?.font?.bold).toBe(true);
  expect(cell("2,1")?.style).toMatchObject({ numFmt: "#,##0", alignment: { wrapText: true } });
  expect(cell("2,3")?.style?.numFmt).toBe("0.00%");
  expect(cell("4,3")?.style).toMatchObject({ numFmt: "0%", font: { italic: true } });
  expect(text?.cells?.get("3,0")?.richText?.map((run) => [run.text, run.font?.italic])).toEqual([
    ["Kết nạp ", undefined],
    ["1.035", undefined],
    [" người (theo báo cáo: ", undefined],
    ["36", true],
    ["), {person:p-1} đọc báo cáo.", undefined],
  ]);
  expect(properties).toMatchObject({
    title: "Tổng kết năm 2012",
    description: expect.stringContaining(`31, mã băm ${"0".repeat(64)}`),
  });
});

test("hostile texts stand whole as text, and nothing but shares is a formula", () => {
  const [, , hostile] = book.sheets;
  const [headings = [], first = []] = hostile?.rows.slice(-3) ?? [];
  expect(headings.map(({ value }) => value)).toEqual(hostileTexts.map(printable));
  expect(first.map(({ value }) => value)).toEqual(hostileTexts.map(printable));
  const formulas = book.sheets.flatMap(({ rows }) =>
    rows.flat().flatMap(({ formula }) => formula ?? []),
  );
  expect(formulas).toEqual(["B9/C9", "B3/C3"]);
});

test("the same document gives the same bytes, whenever it is made", async () => {
  expect(await renderXlsx(structuredClone(handMadeDocument))).toEqual(written);
  const days = Object.values(partsOf(written)).map((part) => /20\d\d-\d\d-\d\dT/.test(part));
  expect(days).not.toContain(true);
});

test("the manifest is inside, however long it is", async () => {
  expect(book.manifest).toBe(manifestText(handMadeDocument));
  const heading = `${"một 😀 ".repeat(10_000)}\uFFFE _x0041_`;
  const [section] = handMadeDocument.sections;
  const long = { ...handMadeDocument, sections: [{ heading, blocks: section?.blocks ?? [] }] };
  const { manifest } = await readXlsx(await renderXlsx(long));
  expect(JSON.parse(manifest ?? "")).toEqual(JSON.parse(manifestText(long)));
});

describe.skipIf(isMissing)("LibreOffice", () => {
  test("comes to the same shares by itself, and loses nothing when it saves", async () => {
    const formulas = /(<f>[^<]*<\/f>)<v>[^<]*<\/v>/g;
    const blank = ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"].reduce(
      (bytes, part) => changedPart(bytes, part, (xml) => xml.replace(formulas, "$1")),
      written,
    );
    expect(await xlsxDifferences(handMadeDocument, blank)).toHaveLength(2);
    const saved = convert(blank, { from: "xlsx", to: "xlsx" });
    expect(await xlsxDifferences(handMadeDocument, saved)).toEqual([]);
    const { manifest, sheets } = await readXlsx(saved);
    expect(manifest).toBe(manifestText(handMadeDocument));
    expect(sheets[0]?.rows[8]?.[3]?.value).toBeCloseTo(38 / 39, 14);
  });

  test("prints it", () => {
    const printed = convert(written, { from: "xlsx", to: "pdf" });
    expect(Buffer.from(printed).subarray(0, 5).toString()).toBe("%PDF-");
  });
});
