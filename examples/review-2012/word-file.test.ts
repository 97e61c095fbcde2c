import { manifestText, shownFigures } from "@tongket/core/report";
import { readDocx, renderDocx } from "@tongket/render-docx";
import { differences } from "@tongket/report-check";
import { expect, test } from "vitest";
import { convert, isMissing } from "../../.config/libreoffice.ts";
import { facts, reviewOf } from "./read-review.ts";

const format = { render: renderDocx, read: readDocx };

test.each(["vi", "en"] as const)(
  "the review as a Word file says what it says (%s)",
  async (lang) => {
    const review = reviewOf(facts, lang);
    const { manifest, text } = readDocx(await renderDocx(review));
    expect(manifest).toBe(manifestText(review));
    expect(shownFigures(review).length).toBeGreaterThan(40);
    expect(await differences(review, text, format)).toEqual([]);
    expect(await differences(review, text.replace("97%", "98%"), format)).toMatchObject([
      { expected: "97%", found: "98%" },
    ]);
  },
);

test.skipIf(isMissing)("it says so too after LibreOffice saved it", async () => {
  const review = reviewOf(facts, "vi");
  const saved = convert(await renderDocx(review), { from: "docx", to: "docx" });
  const { manifest, text } = readDocx(saved);
  expect(manifest).toBe(manifestText(review));
  expect(await differences(review, text, format)).toEqual([]);
});
