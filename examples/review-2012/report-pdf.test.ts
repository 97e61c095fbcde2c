import { manifestText } from "@tongket/core/report";
import { readPdf, renderPdf } from "@tongket/render-pdf";
import { measuredTable, measurePdf } from "@tongket/render-pdf/checklist";
import { differences } from "@tongket/report-check";
import { expect, test } from "vitest";
import { facts, reviewOf } from "./read-review.ts";

test.each(["vi", "en"] as const)(
  "the review as PDF says what the ledger does, in %s",
  async (lang) => {
    const document = reviewOf(facts, lang);
    const bytes = await renderPdf(document);
    const { manifest, text } = await readPdf(bytes);
    expect(manifest).toBe(manifestText(document));
    expect(await differences(document, text, { render: renderPdf, read: readPdf })).toEqual([]);
  },
);

test("the review as PDF keeps each rule of the form that it follows", async () => {
  const document = reviewOf(facts, "vi");
  const rows = await measurePdf(document, await renderPdf(document));
  expect(measuredTable(rows.filter(({ passes }) => !passes)).split("\n")).toHaveLength(2);
  expect(rows.map(({ rule }) => rule)).toContain("line, banner");
});
