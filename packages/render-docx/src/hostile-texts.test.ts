import { type DocumentValue, manifestText, mapText } from "@tongket/core/report";
import { differences } from "@tongket/report-check";
import { expect, test } from "vitest";
import { handMade } from "../test/hand-made.ts";
import { hostileTexts } from "../test/hostile-texts.ts";
import { mainPart, partOf } from "../test/parts.ts";
import { readDocx } from "./read-docx.ts";
import { renderDocx } from "./render-docx.ts";

const format = { render: renderDocx, read: readDocx };

const everywhere = (text: string): DocumentValue => {
  const people = mapText(handMade, (words) => words.replace("{person:p-1}", "p"));
  return mapText(people, (words) => (words === "-----" ? words : text));
};

test("a text shows as it stands wherever it stands, and is no markup", async () => {
  // Whether a paragraph is justified hangs on the words that it has.
  const elements = (xml: string): number => xml.match(/<w:(?!jc)\w+/g)?.length ?? 0;
  const usual = partOf(await renderDocx(everywhere("a")), mainPart);
  for (const [written, shown] of hostileTexts) {
    const document = everywhere(written);
    const bytes = await renderDocx(document);
    const { text, manifest } = readDocx(bytes);
    expect(text.split("\n").filter((line) => line === shown).length).toBeGreaterThan(15);
    expect(elements(partOf(bytes, mainPart))).toBe(elements(usual));
    expect(JSON.parse(manifest ?? "")).toEqual(JSON.parse(manifestText(document)));
  }
});

test("a document of hostile texts differs nowhere from its file", async () => {
  for (const [written] of hostileTexts) {
    const document = everywhere(` ${written.replace(/[{}]/g, "")} `);
    const { text } = readDocx(await renderDocx(document));
    expect(await differences(document, text, format)).toEqual([]);
  }
});
