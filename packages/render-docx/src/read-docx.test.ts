import { manifestText, shownFigures } from "@tongket/core/report";
import { differences } from "@tongket/report-check";
import { expect, test } from "vitest";
import { handMade } from "../test/hand-made.ts";
import { mainPart, partOf, withPart } from "../test/parts.ts";
import { readDocx } from "./read-docx.ts";
import { renderDocx } from "./render-docx.ts";

const bytes = await renderDocx(handMade);
const against = (file: Uint8Array) =>
  differences(handMade, readDocx(file).text, { render: renderDocx, read: readDocx });
/** The file with something else in the place of a part of its text. */
const changed = (from: string, to: string): Uint8Array => {
  expect(partOf(bytes, mainPart).split(from)).toHaveLength(2);
  return withPart(bytes, mainPart, (xml) => xml.replace(from, to));
};
const admitted = '<w:t xml:space="preserve">35</w:t>';

test("a file says what its document says, and holds its manifest", async () => {
  expect(await against(bytes)).toEqual([]);
  expect(readDocx(bytes).manifest).toBe(manifestText(handMade));
});

test("every digit of every figure is missed when it is another", async () => {
  const xml = partOf(bytes, mainPart);
  let from = 0;
  for (const { figure, text } of shownFigures(handMade)) {
    const start = xml.indexOf(`>${text}</w:t>`, from) + 1;
    from = start + text.length;
    for (let at = start; at < from; at += 1) {
      if (!/\d/.test(xml.charAt(at))) continue;
      const other = xml.charAt(at) === "7" ? "8" : "7";
      const altered = withPart(bytes, mainPart, () => xml.slice(0, at) + other + xml.slice(at + 1));
      const found = text.slice(0, at - start) + other + text.slice(at - start + 1);
      expect(await against(altered)).toMatchObject([{ figure: { figure }, expected: text, found }]);
    }
  }
});

test("what is hidden or taken away is not seen, what is put in is", async () => {
  const missing = [{ figure: { figure: "admitted@2012" }, expected: "35", found: "" }];
  const vanished = `<w:rPr><w:vanish/></w:rPr>${admitted}`;
  expect(await against(changed(admitted, vanished))).toEqual(missing);
  expect(await against(changed(admitted, vanished.replace("/>", ' w:val="0"/>')))).toEqual([]);
  expect(await against(changed(admitted, "<w:delText>35</w:delText>"))).toEqual(missing);
  const put = (run: string) => changed(`<w:r>${admitted}</w:r>`, run);
  expect(await against(put(`<w:moveFrom><w:r>${admitted}</w:r></w:moveFrom>`))).toEqual(missing);
  expect(await against(put(`<w:ins><w:r>${admitted}</w:r></w:ins>`))).toEqual([]);
  expect(
    await against(put(`<w:fldSimple w:instr="QUOTE 1"><w:r>${admitted}</w:r></w:fldSimple>`)),
  ).toEqual([]);
  expect(
    await against(put(`<w:fldSimple w:instr=" PAGE "><w:r>${admitted}</w:r></w:fldSimple>`)),
  ).toEqual(missing);
});

test("the number of a page is none of the text, but other words at its edge are", async () => {
  const header = "word/header1.xml";
  const numbered = withPart(bytes, header, (xml) =>
    xml.replace('"separate"/></w:r>', '"separate"/></w:r><w:r><w:t>2</w:t></w:r>'),
  );
  expect(partOf(numbered, header)).toContain("<w:t>2</w:t>");
  expect(await against(numbered)).toEqual([]);
  const worded = withPart(bytes, header, (xml) =>
    xml.replace("</w:p>", "<w:r><w:t>Mật</w:t></w:r></w:p>"),
  );
  expect(await against(worded)).toEqual([{ expected: "", found: "Mật" }]);
});

test("signs that Word has elements for are read as letters", () => {
  const run =
    "<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:softHyphen/>";
  expect(readDocx(changed(admitted, run)).text).toContain("a\tb\nc\u2011\u00ad");
});

test("custom XML of others is no manifest, and other bytes are no document", () => {
  const others = withPart(
    bytes,
    "customXml/item1.xml",
    () => '<manifest xmlns="urn:x">{}</manifest>',
  );
  expect(readDocx(others).manifest).toBeUndefined();
  const nothing = { manifest: undefined, text: "" };
  expect(readDocx(new TextEncoder().encode("# Markdown"))).toEqual(nothing);
  expect(readDocx(withPart(bytes, mainPart, (xml) => xml.slice(0, -9)))).toEqual(nothing);
});
