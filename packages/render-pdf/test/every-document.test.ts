import { differences } from "@tongket/report-check";
import {
  type DocumentFormat,
  documentsReadBack,
  figuresAmong,
  handMadeDocument,
  historiesReadBack,
  ministriesReadBack,
} from "@tongket/testing";
import { expect, test } from "vitest";
import { readPdf, renderPdf } from "../src/index.ts";

const format: DocumentFormat = {
  render: renderPdf,
  manifestOf: async (bytes) => (await readPdf(bytes)).manifest,
  differences: async (document, bytes) =>
    differences(document, (await readPdf(bytes)).text, { render: renderPdf, read: readPdf }),
  figuresIn: async (bytes, document) =>
    figuresAmong((await readPdf(bytes)).text.split("\n"), document),
};

const tries = { histories: 3, ministries: 1 };

test("a document with everything is read back whole", () =>
  documentsReadBack(handMadeDocument, format));

test("so is every document of any lawful history", () => historiesReadBack(format, tries));

test("so is every document of a ministry", async () => {
  expect(await ministriesReadBack(format, tries)).toBeGreaterThan(3);
});
