import {
  type DocumentFormat,
  documentsReadBack,
  figuresAmong,
  handMadeDocument,
  historiesReadBack,
  ministriesReadBack,
} from "@tongket/testing";
import { expect, test } from "vitest";
import { partsInSight } from "../test/parts-in-sight.ts";
import { readXlsx } from "./read-xlsx.ts";
import { renderXlsx } from "./render-xlsx.ts";
import { xlsxDifferences } from "./xlsx-differences.ts";

const format: DocumentFormat = {
  render: renderXlsx,
  manifestOf: async (bytes) => (await readXlsx(bytes)).manifest,
  differences: xlsxDifferences,
  figuresIn: async (bytes, document) =>
    figuresAmong(partsInSight(await readXlsx(bytes), document), document),
};

test("a document with everything is read back whole", () =>
  documentsReadBack(handMadeDocument, format));

test("so is every document of any lawful history", () => historiesReadBack(format));

test("so is every document of a ministry", async () => {
  expect(await ministriesReadBack(format)).toBeGreaterThan(10);
});
