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
import { readDocx } from "./read-docx.ts";
import { renderDocx } from "./render-docx.ts";

const format: DocumentFormat = {
  render: renderDocx,
  manifestOf: (bytes) => readDocx(bytes).manifest,
  differences: (document, bytes) =>
    differences(document, readDocx(bytes).text, { render: renderDocx, read: readDocx }),
  figuresIn: (bytes, document) => figuresAmong(readDocx(bytes).text.split("\n"), document),
};

const tries = { histories: 5, ministries: 2 };

test("a document with everything is read back whole", () =>
  documentsReadBack(handMadeDocument, format));

test("so is every document of any lawful history", () => historiesReadBack(format, tries));

test("so is every document of a ministry", async () => {
  expect(await ministriesReadBack(format, tries)).toBeGreaterThan(3);
});
