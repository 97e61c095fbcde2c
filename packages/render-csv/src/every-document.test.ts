import { sayCount } from "@tongket/core/messages";
import type { DocumentValue } from "@tongket/core/report";
import {
  type DocumentFormat,
  documentsReadBack,
  type FigureRead,
  handMadeDocument,
  historiesReadBack,
  ministriesReadBack,
  readAs,
} from "@tongket/testing";
import { expect, test } from "vitest";
import { csvDifferences } from "./csv-differences.ts";
import { readCsv } from "./read-csv.ts";
import { renderCsv } from "./render-csv.ts";

/** Each row as the figure stands in print elsewhere. */
const figuresIn = (bytes: Uint8Array, document: DocumentValue): readonly FigureRead[] =>
  readCsv(bytes).rows.map((row) => {
    const [, , figure = "", branch = "", , value = "", num = "", den = "", percent = ""] = row;
    const said = (digits: string): string =>
      /^-?\d+$/.test(digits) ? sayCount(document.lang, Number(digits)) : digits;
    const share = den === "" ? "" : ` (${said(num)}/${said(den)})`;
    return readAs({ figure, branch }, `${said(value)}${percent}${share}`, document);
  });

const format: DocumentFormat = {
  render: renderCsv,
  manifestOf: (bytes) => readCsv(bytes).manifest,
  differences: csvDifferences,
  figuresIn,
};

test("a document with everything is read back whole", () =>
  documentsReadBack(handMadeDocument, format));

test("so is every document of any lawful history", () => historiesReadBack(format));

test("so is every document of a ministry", async () => {
  expect(await ministriesReadBack(format)).toBeGreaterThan(10);
});
