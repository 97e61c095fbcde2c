import { type DocumentValue, mapText } from "@tongket/core/report";
import { handMadeDocument } from "@tongket/testing";
import { expect, test } from "vitest";
import { changedPart, partsOf } from "../test/parts.ts";
import { renderXlsx } from "./render-xlsx.ts";
import { xlsxDifferences } from "./xlsx-differences.ts";

const document: DocumentValue = {
  ...handMadeDocument,
  annexes: handMadeDocument.annexes.slice(0, 1),
};
const written = await renderXlsx(document);
const sheets = ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"];
const strings = "xl/sharedStrings.xml";

const against = async (part: string, change: (xml: string) => string) =>
  xlsxDifferences(document, changedPart(written, part, change));

const figuresIn = (told: Awaited<ReturnType<typeof xlsxDifferences>>) =>
  new Set(told.map(({ figure }) => figure?.figure));

test("an untouched workbook differs nowhere, whether people stand by name or by id", async () => {
  expect(await xlsxDifferences(document, written)).toEqual([]);
  const named = mapText(document, (text) => text.replace("{person:p-1}", "Nguyễn Văn Mẫu"));
  expect(await xlsxDifferences(document, await renderXlsx(named))).toEqual([]);
});

/** The text with each digit in turn that a pattern catches made another. */
const otherDigits = (xml: string, within: RegExp): readonly string[] =>
  [...xml.matchAll(within)].flatMap(({ 0: found, index }) =>
    [...found].flatMap((sign, at) => {
      const place = index + at;
      return /\d/.test(sign)
        ? [`${xml.slice(0, place)}${sign === "7" ? "8" : "7"}${xml.slice(place + 1)}`]
        : [];
    }),
  );

test("every digit of every number and formula is missed when it is another", async () => {
  const numbers = /(?<=<c (?![^>]*t="s")[^>]*>(?:<f>[^<]*<\/f>)?<[vf]>)[^<]*/g;
  let changes = 0;
  for (const sheet of sheets) {
    for (const other of otherDigits(partsOf(written)[sheet] ?? "", numbers)) {
      const told = await against(sheet, () => other);
      expect(told).toMatchObject([
        { figure: { figure: expect.stringMatching(/^(top|members)@/) } },
      ]);
      changes += 1;
    }
  }
  expect(changes).toBeGreaterThan(45);
});

test("every digit of every text in sight is missed when it is another", async () => {
  let changes = 0;
  for (const part of [...sheets, strings]) {
    const [inSight = ""] = (partsOf(written)[part] ?? "").split(/<t[^>]*>\{"branch/);
    for (const other of otherDigits(inSight, /(?<=<t[^>]*>)[^<]*/g)) {
      if (!other.includes("{person:p-1}") && part === sheets[0]) continue;
      const told = await against(part, (xml) => other + xml.slice(inSight.length));
      expect(told).toHaveLength(1);
      changes += 1;
    }
  }
  expect(changes).toBeGreaterThan(25);
});

test("a figure among words is named, with what stands there", async () => {
  const [first = ""] = sheets;
  expect(await against(first, (xml) => xml.replace("1.035", "1.036"))).toEqual([
    { figure: { figure: "membersAdmitted@2012" }, expected: "1.035", found: "1.036" },
  ]);
  expect(await against(strings, (xml) => xml.replace("≥ 90%", "≥ 9%"))).toEqual([
    { figure: { figure: "target:a/goal@2012" }, expected: "≥ 90%", found: "≥ 9%" },
  ]);
  expect(await against(strings, (xml) => xml.replace("Các chỉ số", "Chỉ số"))).toHaveLength(1);
});

test("a number in the place of a formula is told where it is another, and its part", async () => {
  const [sheet = ""] = sheets;
  const constant = (number: number) => (xml: string) =>
    xml.replace(/<f>B9\/C9<\/f><v>[^<]*/, `<v>${number}`);
  const figure = { figure: "top@2012" };
  expect(await against(sheet, constant(0.98))).toEqual([
    { figure, expected: "97,4% (38/39)", found: "0.98" },
  ]);
  expect(await against(sheet, constant(38 / 39))).toEqual([]);
  expect(await against(sheet, (xml) => xml.replace("<v>38</v>", "<v>37</v>"))).toEqual([
    { figure, expected: "97,4% (38/39)", found: "37" },
  ]);
});

test("what only looks like the number is told: text, a formula, another format", async () => {
  const [sheet = ""] = sheets;
  const told = async (by: string) => against(sheet, (xml) => xml.replace("<v>38</v>", by));
  expect(await told("<f>40-2</f><v>38</v>")).toMatchObject([{ found: "=40-2 38" }]);
  expect(await told("<f>RAND()</f><v>38</v>")).toHaveLength(1);
  const format = (xml: string) =>
    xml.replace('formatCode="0.0%"', 'formatCode="&quot;99,9%&quot;"');
  expect(await against("xl/styles.xml", format)).toMatchObject([
    { figure: { figure: "top@2012" }, expected: "97,4% (38/39)" },
  ]);
});

test("rows and sheets that are gone or added are told, and those around them are not", async () => {
  const [, sheet = ""] = sheets;
  const row = (xml: string, at: number) => xml.match(/<row .*?<\/row>/g)?.[at] ?? "";
  const gone = await against(sheet, (xml) => xml.replace(row(xml, 2), ""));
  expect(figuresIn(gone)).toEqual(
    new Set([undefined, "top@2012", "members@2012", "target:a/goal@2012"]),
  );
  const added = (xml: string) =>
    xml.replace("</sheetData>", '<row r="9"><c r="A9"><v>5</v></c></row></sheetData>');
  expect(await against(sheet, added)).toEqual([{ expected: "", found: "5" }]);
  const unlisted = await xlsxDifferences({ ...document, annexes: [] }, written);
  expect(unlisted.map(({ found }) => found)).toContain("1234");
  const other = { ...document, annexes: [...document.annexes, ...document.annexes] };
  expect(figuresIn(await xlsxDifferences(other, written))).toContain("members@2012");
});

test("a row put in between moves the formulas below it, and nothing else is told", async () => {
  const [first, ...others] = document.annexes[0]?.blocks ?? [];
  if (first?.block !== "table") throw new Error("The annex is no table");
  const blocks = [{ ...first, rows: [["Chi bộ 0"], ...first.rows] }, ...others];
  const longer = {
    ...document,
    annexes: [{ heading: document.annexes[0]?.heading ?? "", blocks }],
  };
  expect(await xlsxDifferences(document, await renderXlsx(longer))).toEqual([
    { expected: "", found: "Chi bộ 0" },
  ]);
});

test("of bytes that are no workbook all is missed", async () => {
  const told = await xlsxDifferences(document, new Uint8Array([80, 75, 3, 4]));
  expect(figuresIn(told)).toContain("awards@2012");
});

test("a damaged workbook is read as far as it can be, and nothing is thrown", async () => {
  for (let at = 0; at < written.length; at += 23) {
    const damaged = written.with(at, (written[at] ?? 0) ^ 0x10);
    await expect(xlsxDifferences(document, damaged)).resolves.toBeInstanceOf(Array);
  }
  const half = await xlsxDifferences(document, written.slice(0, written.length / 2));
  expect(figuresIn(half)).toContain("awards@2012");
});
