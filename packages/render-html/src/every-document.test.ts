import type { DocumentValue } from "@tongket/core/report";
import { differences } from "@tongket/report-check";
import {
  type DocumentFormat,
  documentsReadBack,
  type FigureRead,
  handMadeDocument,
  historiesReadBack,
  ministriesReadBack,
  readAs,
} from "@tongket/testing";
import { Parser } from "htmlparser2";
import { expect, test } from "vitest";
import { readHtml } from "./read-html.ts";
import { renderHtml } from "./render-html.ts";

/** What each element of a figure says that it is, and shows. */
const figuresIn = (bytes: Uint8Array, document: DocumentValue): readonly FigureRead[] => {
  const found: FigureRead[] = [];
  let open: { readonly figure: string; readonly branch?: string } | undefined;
  let text = "";
  const parser = new Parser({
    onopentag: (name, { "data-figure": figure, "data-branch": branch }) => {
      if (name !== "data" || figure === undefined) return;
      open = { figure, ...(branch === undefined ? {} : { branch }) };
      text = "";
    },
    ontext: (words) => {
      text += words;
    },
    onclosetag: () => {
      if (open !== undefined) found.push(readAs(open, text, document));
      open = undefined;
    },
  });
  parser.end(new TextDecoder().decode(bytes));
  return found;
};

const format: DocumentFormat = {
  render: renderHtml,
  manifestOf: (bytes) => readHtml(bytes).manifest,
  differences: (document, bytes) =>
    differences(document, readHtml(bytes).text, { render: renderHtml, read: readHtml }),
  figuresIn,
};

test("a document with everything is read back whole", () =>
  documentsReadBack(handMadeDocument, format));

test("so is every document of any lawful history", () => historiesReadBack(format));

test("so is every document of a ministry", async () => {
  expect(await ministriesReadBack(format)).toBeGreaterThan(10);
});
