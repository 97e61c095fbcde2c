import { type DocumentValue, manifestText, neutralFormat } from "@tongket/core/report";
import { expect, test } from "vitest";
import { longText, partyFrame, wholeDocument } from "../test/whole-document.ts";
import { openPdf } from "./open-pdf.ts";
import { readPdf } from "./read-pdf.ts";
import { renderPdf } from "./render-pdf.ts";

const partsOf = async (document = wholeDocument): Promise<readonly string[]> =>
  (await readPdf(await renderPdf(document))).text.replaceAll("\u00a0", " ").split("\n");

test("all that a document says stands in it, in reading order", async () => {
  expect(await partsOf()).toEqual([
    "ĐẢNG ỦY KHỐI CÁC CƠ QUAN TRUNG ƯƠNG",
    "ĐẢNG ỦY BỘ MẪU",
    "*",
    "ĐẢNG CỘNG SẢN VIỆT NAM",
    "Số 12-BC/ĐU",
    "Hà Nội, ngày   tháng 01 năm 2013",
    "BÁO CÁO",
    "Tổng kết công tác năm 2012",
    "-----",
    "Kết quả năm 2012",
    longText,
    "Phát triển đảng",
    "Kết nạp 1.234 người.",
    "theo báo cáo, 61 giấy",
    "mức ≥ 90%",
    "nề nếp chưa đều",
    "Tổ chức",
    "Đạt",
    "Chi bộ 1",
    "97,2% (35/36)",
    "Chi bộ 2",
    "dưới 5",
    "Nơi nhận:",
    "Đảng ủy Khối",
    "Lưu Văn phòng",
    "T/M ĐẢNG ỦY",
    "BÍ THƯ",
    "Trần Văn A",
    "Phụ lục 1. Số liệu",
    "Chỉ số",
    "Tính từ sổ",
    "Theo báo cáo",
    "Đối chiếu",
    "Kiểm tra",
    "8",
    "9 “9 lượt”",
    "LỆCH",
    "Ghi chú",
    "Tính từ sổ.",
  ]);
});

test("the same value gives the same bytes, and another one others", async () => {
  const bytes = await renderPdf(wholeDocument);
  expect(await renderPdf(structuredClone(wholeDocument))).toEqual(bytes);
  expect(await renderPdf({ ...wholeDocument, title: "Khác" })).not.toEqual(bytes);
  expect((await openPdf(bytes)).info).not.toHaveProperty("CreationDate");
});

test("its manifest, language, title and author are in it", async () => {
  const bytes = await renderPdf(wholeDocument);
  expect((await readPdf(bytes)).manifest).toBe(manifestText(wholeDocument));
  expect((await openPdf(bytes)).info).toMatchObject({
    Language: "vi",
    Title: "Tổng kết công tác năm 2012",
    Author: "Đảng bộ Bộ mẫu",
  });
});

test("figures that documents report stand in italics, and no others", async () => {
  const { pages } = await openPdf(await renderPdf(wholeDocument));
  const texts = pages.flatMap((page) => page.texts.filter(({ mark }) => mark !== undefined));
  const italic = texts.filter(({ font }) => font.endsWith("Tinos-Italic"));
  expect(italic.map(({ text }) => text).join("")).toBe("Hà Nội, ngày   tháng 01 năm 2013619");
});

test("figures of a column end at its right edge", async () => {
  const figure = (count: number) => ({ figure: "f", value: { is: "count", count } as const });
  const rows = [7, 1234, 56].map((count) => ["Chi bộ", figure(count)]);
  const table = { block: "table", columns: ["Tổ chức", "Số đảng viên"], rows } as const;
  const sections = [{ heading: "Bảng", blocks: [table] }];
  const { pages } = await openPdf(await renderPdf({ ...wholeDocument, sections }));
  const numbers = pages[0]?.texts.filter(({ text }) => ["7", "1.234", "56"].includes(text)) ?? [];
  expect(new Set(numbers.map(({ x, width }) => Math.round(x + width))).size).toBe(1);
  expect(numbers).toHaveLength(3);
});

test("it is PDF/UA, unless it has a sign that no font has", async () => {
  const claimed = async (heading: string) => {
    const sections = [{ heading, blocks: [] }];
    const bytes = await renderPdf({ ...wholeDocument, sections });
    return Buffer.from(bytes).includes("<pdfuaid:part>1</pdfuaid:part>");
  };
  expect([await claimed("Kết quả"), await claimed("𓀀")]).toEqual([true, false]);
});

const hostile = [
  "<script>alert(1)</script>",
  "=cmd() ]]> = - + 1. /",
  "#let x = 1; #x #pagebreak()",
  '\\ $x^2$ *b* _i_ `r` ~ @a <l> // c /* d */ "q" -- ---',
];

const style = { sizePt: 14 };

/** A document that has a text wherever it can stand. */
const madeOf = (text: string): DocumentValue => ({
  ...wholeDocument,
  title: text,
  issuer: text,
  frame: {
    page: partyFrame.page,
    lines: { issuer: { text, style }, typeLine: { text, style }, subject: { text, style } },
    recipients: [{ text, style }],
  },
  sections: [
    {
      heading: text,
      blocks: [
        { block: "heading", text },
        { block: "paragraph", text },
        { block: "list", ordered: false, items: [text] },
        { block: "table", columns: [text, "b"], rows: [[text, "b"]] },
      ],
    },
  ],
  annexes: [],
});

test.each(hostile)("%j is text wherever it stands", async (text) => {
  const parts = await partsOf(madeOf(text));
  expect(parts.filter((part) => part !== "" && part !== "b")).toEqual(Array(10).fill(text));
});

test("a word that is longer than pages is whole wherever it stands", async () => {
  const letters = 4_000;
  const bytes = await renderPdf(madeOf("x".repeat(letters)));
  const { text } = await readPdf(bytes);
  expect(text.match(/x{4000}/g)?.length).toBeGreaterThanOrEqual(7);
  expect(text.match(/x/g)).toHaveLength(10 * letters);
  for (const { texts, widthPt } of (await openPdf(bytes)).pages) {
    const inside = texts.filter(({ x, y, width }) => x > 0 && x + width < widthPt && y > 0);
    expect(inside).toHaveLength(texts.length);
  }
});

test.each([
  ["a\u202eb\u200fc\u0001d\u0000e\ufefff\uffffg", "a�b�c�d�e�f�g"],
  ["dòng\nmới\ttab\u2028x", "dòng mới tab x"],
  ["👍 chữ ❤️ 1️⃣ 🧑🏽‍💻", "👍 chữ ❤️ 1️⃣ 🧑🏽‍💻"],
  ["🇻🇳 👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🏳️‍🌈", "🇻🇳 👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🏳️‍🌈"],
  ["𓀀 a\u200db", "� a�b"],
  [`${"ê".repeat(13)}\u200b${"e\u0302".repeat(13)}`, "ê".repeat(26)],
  ["office ﬁ – “” ‹›", "office ﬁ – “” ‹›"],
])("%j reads %j", async (heading, read) => {
  const parts = await partsOf({ ...wholeDocument, sections: [{ heading, blocks: [] }] });
  expect(parts[9]?.normalize("NFC")).toBe(read);
});

test("of emoji that are drawn alike each reads as the first one in the document", async () => {
  const sections = [{ heading: "👍 👍🏽", blocks: [] }];
  expect((await partsOf({ ...wholeDocument, sections }))[9]).toBe("👍 👍");
});

const tones = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"];
const small = [..."aăâeêioôơuưy"].flatMap((vowel) => tones.map((tone) => vowel + tone));
const alphabet = ["đ", ..."bcdghklmnpqrstvxfjwz", ...small].join(" ");
const letters = `${alphabet} ${alphabet.toUpperCase()}`.normalize("NFC");

test.each([
  ["in serifs", partyFrame.page],
  ["without serifs", neutralFormat],
])("all letters of Vietnamese are drawn %s and read as they are", async (_, page) => {
  const document: DocumentValue = {
    ...wholeDocument,
    frame: { ...partyFrame, page },
    sections: [{ heading: letters, blocks: [{ block: "paragraph", text: letters }] }],
  };
  expect((await partsOf(document)).slice(9, 11)).toEqual([letters, letters]);
});
