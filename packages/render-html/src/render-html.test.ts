import {
  type DocumentValue,
  manifestText,
  neutralFormat,
  readManifest,
} from "@tongket/core/report";
import { differences } from "@tongket/report-check";
import { hostileTexts } from "@tongket/testing";
import { expect, test } from "vitest";
import { readHtml } from "./read-html.ts";
import { renderHtml } from "./render-html.ts";

const format = { render: renderHtml, read: readHtml };
const style = { sizePt: 14 };
const hostile = [...hostileTexts, "x".repeat(10_000), "a\u0000b\u000bc\u0085d"];

const documentOf = (name: string): DocumentValue => ({
  kind: "annual-review",
  lang: "vi",
  title: `Tổng kết ${name}`,
  issuer: name,
  branch: "mau",
  year: 2012,
  frame: {
    page: neutralFormat,
    lines: {
      superior: { text: name, style },
      issuer: { text: "Đảng bộ mẫu", style: { ...style, bold: true, capitals: true } },
      number: { text: "Số 12-BC/ĐU", style },
      placeAndDate: { text: "Hà Nội, ngày 05 tháng 01 năm 2013", style },
      typeLine: { text: "Báo cáo", style },
      subject: { text: "Tổng kết", style },
      office: { text: "Bí thư", style },
      signatory: { text: name, style: { ...style, bold: true } },
      recipientsLabel: { text: "Nơi nhận:", style },
    },
    recipients: [{ text: name, style }],
  },
  origin: { ledger: "l", position: 3, hash: "0".repeat(64) },
  sections: [
    {
      heading: name,
      blocks: [
        { block: "heading", text: name },
        {
          block: "paragraph",
          text: [
            name,
            ": ",
            { figure: "membersAdmitted@2012", value: { is: "count", count: 1234 } },
            ".",
          ],
        },
        { block: "list", ordered: true, items: [name, "hai"] },
        {
          block: "table",
          columns: [name, "Tỷ lệ"],
          rows: [
            [name, { figure: "top@2012", branch: name, value: { is: "share", num: 38, den: 39 } }],
          ],
        },
        {
          block: "figures",
          figures: [
            {
              id: "inspectionsHeld@2012",
              label: "Kiểm tra",
              computed: { is: "unknown", missing: "inspections" },
              reported: [
                { measure: "inspectionsHeld", value: { count: 9 }, phrase: name, address: "3.0" },
              ],
            },
          ],
        },
      ],
    },
  ],
  annexes: [{ heading: "Ghi chú", blocks: [{ block: "list", ordered: false, items: ["một"] }] }],
});

const reading = (text: string) => readHtml(new TextEncoder().encode(text));

test("figures are told apart, for people and for machines", () => {
  const text = renderHtml(documentOf("Đảng ủy"));
  expect(text).toContain(
    '<data class="share" value="38/39" data-figure="top@2012" data-branch="Đảng ủy">97,4% (',
  );
  expect(text).toContain(
    '<data class="reported" value="" data-figure="inspectionsHeld@2012/3.0">9</data>',
  );
  expect(text).toMatch(/<html lang="vi">/);
  expect(text).toContain("ĐẢNG BỘ MẪU");
  expect(text.match(/<script/g)).toHaveLength(1);
  expect(text).not.toMatch(/https?:|src=|href=/);
});

test("what was rendered is read back: its manifest, and no figure or word otherwise", async () => {
  const document = documentOf("Đảng ủy");
  const { manifest, text } = reading(renderHtml(document));
  expect(manifest).toBe(manifestText(document));
  expect(await differences(document, text, format)).toEqual([]);
  expect(renderHtml(document)).toBe(renderHtml(documentOf("Đảng ủy")));
});

test.each([
  ["1.234", "1.235", "membersAdmitted@2012"],
  ["(38/39)", "(37/39)", "top@2012"],
  [">9<", ">8<", "inspectionsHeld@2012/3.0"],
])("%s changed into %s is named", async (was, is, figure) => {
  const document = documentOf("Đảng ủy");
  const [before = "", after = ""] = renderHtml(document).split("</main>");
  expect(before).toContain(was);
  const { text } = reading(`${before.replace(was, is)}</main>${after}`);
  expect(await differences(document, text, format)).toMatchObject([{ figure: { figure } }]);
});

test.each(hostile.map((text) => [text.slice(0, 30), text]))(
  "%j is inert and whole",
  async (_, name) => {
    const document = documentOf(name);
    const made = renderHtml(document);
    const { manifest, text } = reading(made);
    expect(readManifest(manifest ?? "")).toEqual(readManifest(manifestText(document)));
    expect(await differences(document, text, format)).toEqual([]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
    const shown = name.replace(/[\u0000-\u0008\u000b\u001b\u007f-\u009f]/g, "\ufffd");
    expect(text.split(shown).length - 1).toBe(10);
    const tags = [...made.matchAll(/<(\w+)/g)].map(([, tag]) => tag);
    const plain = [...renderHtml(documentOf("tên")).matchAll(/<(\w+)/g)].map(([, tag]) => tag);
    expect(tags).toEqual(plain);
  },
);
