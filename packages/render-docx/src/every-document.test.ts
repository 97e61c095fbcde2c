import { shownFigures } from "@tongket/core/report";
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
import { mainPart, partOf } from "../test/parts.ts";
import { readDocx } from "./read-docx.ts";
import { renderDocx } from "./render-docx.ts";
import { tagOf } from "./runs.ts";

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

test("each figure stands in a control by its name, in the order of the manifest", async () => {
  const main = partOf(await renderDocx(handMadeDocument), mainPart);
  const controls = [...main.matchAll(/<w:sdt>.*?w:tag w:val="([^"]*)".*?<w:t [^>]*>([^<]*)</g)];
  expect(controls.map(([, tag, text]) => [tag, text])).toEqual(
    shownFigures(handMadeDocument).map((one) => [tagOf(one), one.text]),
  );
  expect(tagOf({ figure: "top@2012", branch: "c1" })).toBe("top@2012 c1");
  expect(tagOf({ figure: "top@2012", branch: "c".repeat(99) })).toHaveLength(64);
});

test("so is every document of any lawful history", () => historiesReadBack(format, tries));

test("so is every document of a ministry", async () => {
  expect(await ministriesReadBack(format, tries)).toBeGreaterThan(3);
});
