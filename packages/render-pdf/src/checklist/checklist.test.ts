import {
  type DocumentValue,
  type FrameLines,
  type Line,
  neutralFormat,
} from "@tongket/core/report";
import { expect, test } from "vitest";
import { wholeDocument } from "../../test/whole-document.ts";
import { renderPdf } from "../render-pdf.ts";
import { measuredTable, measurePdf } from "./index.ts";

const table = async (document: DocumentValue, measuredBy = document): Promise<string> =>
  measuredTable(await measurePdf(measuredBy, await renderPdf(document)));

test("a document of the Party's form of 2018 keeps each rule of it", async () => {
  expect(`\n${await table(wholeDocument)}\n`).toBe(`
| rule | expected | measured | passes |
| --- | --- | --- | --- |
| paper, width | 210 mm | 210 mm | yes |
| paper, height | 297 mm | 297 mm | yes |
| margin, left | 30 mm | 30 mm | yes |
| margin, right | 15 mm | 15 mm | yes |
| margin, top | 20 mm | 20 mm | yes |
| margin, bottom | at least 20 mm | 58.9 mm | yes |
| line, banner | 15 pt, bold, capitals, underlined | 15 pt, bold, capitals, underlined | yes |
| line, superior | 14 pt, capitals | 14 pt, capitals | yes |
| line, issuer | 14 pt, bold, capitals | 14 pt, bold, capitals | yes |
| line, issuerMark | 14 pt | 14 pt | yes |
| line, number | 14 pt | 14 pt | yes |
| line, placeAndDate | 14 pt, italic | 14 pt, italic | yes |
| line, typeLine | 16 pt, bold, capitals | 16 pt, bold, capitals | yes |
| line, subject | 15 pt, bold | 15 pt, bold | yes |
| line, separator | 15 pt | 15 pt | yes |
| line, onBehalf | 14 pt, bold, capitals | 14 pt, bold, capitals | yes |
| line, office | 14 pt, capitals | 14 pt, capitals | yes |
| line, signatory | 14 pt, bold | 14 pt, bold | yes |
| line, recipientsLabel | 14 pt, underlined | 14 pt, underlined | yes |
| text, size | 14 pt | 14 pt | yes |
| text, first line | 10 mm | 10 mm | yes |
| text, line | at least 18 pt | 18 pt | yes |
| page number | top-centre, from page 2, 14 pt | top-centre, from page 2, 14 pt | yes |
| text, as written | 39 texts | 39 texts | yes |
| text, form | NFC | NFC | yes |
| text, letters beyond ASCII | 43 letters | 43 letters | yes |
`);
});

const small = { sizePt: 11 };
const neutral: DocumentValue = {
  ...wholeDocument,
  frame: {
    page: neutralFormat,
    lines: {
      issuer: { text: "Công đoàn mẫu", style: neutralFormat.issuer },
      placeAndDate: { text: "Huế, ngày 5 tháng 1 năm 2013", style: small },
      typeLine: { text: "Báo cáo", style: neutralFormat.typeLine },
      subject: { text: "Tổng kết năm 2012", style: neutralFormat.subject },
    },
    recipients: [],
  },
};

test("a neutral document keeps each rule of the neutral form", async () => {
  expect(`\n${await table(neutral)}\n`).toBe(`
| rule | expected | measured | passes |
| --- | --- | --- | --- |
| paper, width | 210 mm | 210 mm | yes |
| paper, height | 297 mm | 297 mm | yes |
| margin, left | 25 mm | 25 mm | yes |
| margin, right | at least 25 mm | 28 mm | yes |
| margin, top | 25 mm | 25 mm | yes |
| margin, bottom | at least 25 mm | 147.8 mm | yes |
| line, issuer | 12 pt, bold | 12 pt, bold | yes |
| line, placeAndDate | 11 pt | 11 pt | yes |
| line, typeLine | 16 pt, bold | 16 pt, bold | yes |
| line, subject | 13 pt, bold | 13 pt, bold | yes |
| text, size | 11 pt | 11 pt | yes |
| text, first line | 0 mm | 0 mm | yes |
| text, line | at least 16 pt | 16 pt | yes |
| page number | bottom-right, from page 2, 9 pt | bottom-right, from page 2, 9 pt | yes |
| text, as written | 28 texts | 28 texts | yes |
| text, form | NFC | NFC | yes |
| text, letters beyond ASCII | 32 letters | 32 letters | yes |
`);
});

const failing = async (measuredBy: DocumentValue): Promise<readonly string[]> =>
  (await measurePdf(measuredBy, await renderPdf(wholeDocument)))
    .filter(({ passes }) => !passes)
    .map(({ rule }) => rule);

test("measured by another form, a document fails where the forms differ", async () => {
  const { frame } = wholeDocument;
  expect(await failing({ ...wholeDocument, frame: { ...frame, page: neutralFormat } })).toEqual([
    "margin, left",
    "margin, right",
    "margin, top",
    "text, size",
    "text, first line",
    "page number",
  ]);
  const style = { sizePt: 9 };
  const lines = mapLines(frame.lines, (line) => ({ ...line, style }));
  const names = Object.keys(lines).map((name) => `line, ${name}`);
  expect(await failing({ ...wholeDocument, frame: { ...frame, lines } })).toEqual([
    ...names,
    "text, as written",
    "text, letters beyond ASCII",
  ]);
});

test("a letter that is missing or not composed is told", async () => {
  const title = (heading: string) => ({ ...wholeDocument, sections: [{ heading, blocks: [] }] });
  const told = async (wanted: string, written: string) =>
    (await measurePdf(title(wanted), await renderPdf(title(written))))
      .filter(({ rule, passes }) => rule.startsWith("text, ") && !passes)
      .map(({ rule, measured }) => `${rule}: ${measured}`);
  expect(await told("Kết quả Ỹ", "Kết quả Ỹ")).toEqual([]);
  expect(await told("Kết quả Ỹ", "Kết quả Y")).toEqual([
    expect.stringContaining("text, as written"),
    expect.stringContaining("text, letters beyond ASCII"),
  ]);
  expect(await told("Kết quả", "Kết quả".normalize("NFD"))).toContain("text, form: not NFC");
});

const mapLines = (lines: FrameLines, change: (line: Line) => Line): FrameLines =>
  Object.fromEntries(
    Object.entries(lines).map(([name, line]) => [name, change(line)]),
  ) as unknown as FrameLines;
