import { manifestText } from "@tongket/core/report";
import { differences } from "@tongket/report-check";
import { expect, test } from "vitest";
import { convert, isMissing } from "../../../.config/libreoffice.ts";
import { bare, handMade } from "../test/hand-made.ts";
import { hostileTexts } from "../test/hostile-texts.ts";
import { mainPart, partOf, withPart } from "../test/parts.ts";
import { readDocx } from "./read-docx.ts";
import { renderDocx } from "./render-docx.ts";

const format = { render: renderDocx, read: readDocx };

test.skipIf(isMissing)(
  "a file that LibreOffice saved says the same, or tells what was changed",
  async () => {
    const saved = convert(await renderDocx(handMade), { from: "docx", to: "docx" });
    expect(partOf(saved, "docProps/app.xml")).toContain("LibreOffice");
    const { manifest, text } = readDocx(saved);
    expect(manifest).toBe(manifestText(handMade));
    expect(await differences(handMade, text, format)).toEqual([]);
    const altered = withPart(saved, mainPart, (xml) => xml.replace(">35</w:t>", ">36</w:t>"));
    expect(await differences(handMade, readDocx(altered).text, format)).toEqual([
      { figure: { figure: "admitted@2012" }, expected: "35", found: "36" },
    ]);
  },
);

test.skipIf(isMissing)("it keeps hostile texts as they are", async () => {
  // It takes `_x0041_` for the letter A, as workbooks have it; Word does not.
  const kept = hostileTexts.filter(([written]) => !written.includes("_x0041_"));
  const items = kept.map(([written]) => written);
  const document = {
    ...bare,
    sections: [{ heading: "=1+1", blocks: [{ block: "list", ordered: true, items } as const] }],
  };
  const saved = convert(await renderDocx(document), { from: "docx", to: "docx" });
  const lines = readDocx(saved).text.split("\n");
  for (const [, shown] of kept) expect(lines).toContain(shown);
});

test.skipIf(isMissing)("LibreOffice makes a PDF of it", async () => {
  const pdf = convert(await renderDocx(handMade), { from: "docx", to: "pdf" });
  expect(new TextDecoder().decode(pdf.subarray(0, 5))).toBe("%PDF-");
});
