import {
  type DocumentFormat,
  documentsReadBack,
  handMadeDocument,
  historiesReadBack,
  ministryReadsBack,
} from "@tongket/testing";
import { expect, test } from "vitest";
import { csvDifferences } from "./csv-differences.ts";
import { readCsv } from "./read-csv.ts";
import { renderCsv } from "./render-csv.ts";

const format: DocumentFormat = {
  render: renderCsv,
  manifestOf: (bytes) => readCsv(bytes).manifest,
  differences: csvDifferences,
};

test("a document with everything is read back whole", () =>
  documentsReadBack(handMadeDocument, format));

test("so is every document of any lawful history", () => historiesReadBack(format));

test("so is every document of a ministry", async () => {
  expect(await ministryReadsBack(format)).toBeGreaterThan(10);
});
