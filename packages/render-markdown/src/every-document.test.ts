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
import { partsInSight } from "../test/parts-in-sight.ts";
import { readMarkdown } from "./read-markdown.ts";
import { renderMarkdown } from "./render-markdown.ts";

const format: DocumentFormat = {
  render: renderMarkdown,
  manifestOf: (bytes) => readMarkdown(bytes).manifest,
  isPlain: true,
  differences: (document, bytes) =>
    differences(document, readMarkdown(bytes).text, { render: renderMarkdown, read: readMarkdown }),
  figuresIn: (bytes, document) =>
    figuresAmong(partsInSight(new TextDecoder().decode(bytes)), document),
};

test("a document with everything is read back whole", () =>
  documentsReadBack(handMadeDocument, format));

test("so is every document of any lawful history", () => historiesReadBack(format));

test("so is every document of a ministry", async () => {
  expect(await ministriesReadBack(format)).toBeGreaterThan(10);
});
