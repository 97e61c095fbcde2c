import {
  type DocumentFormat,
  documentsReadBack,
  handMadeDocument,
  historiesReadBack,
  ministryReadsBack,
} from "@tongket/testing";
import { expect, test } from "vitest";
import { readXlsx } from "./read-xlsx.ts";
import { renderXlsx } from "./render-xlsx.ts";
import { xlsxDifferences } from "./xlsx-differences.ts";

const format: DocumentFormat = {
  render: renderXlsx,
  manifestOf: async (bytes) => (await readXlsx(bytes)).manifest,
  differences: xlsxDifferences,
};

test("a document with everything is read back whole", () =>
  documentsReadBack(handMadeDocument, format));

test("so is every document of any lawful history", () => historiesReadBack(format));

test("so is every document of a ministry", async () => {
  expect(await ministryReadsBack(format)).toBeGreaterThan(10);
});
