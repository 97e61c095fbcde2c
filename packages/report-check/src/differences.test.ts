import {
  type DocumentValue,
  manifestText,
  mapText,
  neutralFormat,
  shownFigures,
} from "@tongket/core/report";
import { readMarkdown, renderMarkdown } from "@tongket/render-markdown";
import { expect, test } from "vitest";
import { type Difference, differences } from "./differences.ts";

const format = { render: renderMarkdown, read: readMarkdown };

const figure = (name: string, count: number) => ({
  figure: `${name}@2012`,
  value: { is: "count", count } as const,
});

const document: DocumentValue = {
  kind: "annual-review",
  lang: "vi",
  title: "Tổng kết năm 2012",
  issuer: "Đảng bộ mẫu",
  branch: "mau",
  year: 2012,
  frame: {
    page: neutralFormat,
    lines: {
      issuer: { text: "Đảng bộ mẫu", style: { sizePt: 14 } },
      typeLine: { text: "Báo cáo", style: { sizePt: 14 } },
      subject: { text: "Tổng kết", style: { sizePt: 14 } },
    },
    recipients: [],
  },
  origin: { ledger: "l", position: 3, hash: "0".repeat(64) },
  sections: [
    {
      heading: "Kết quả năm 2012",
      blocks: [
        {
          block: "paragraph",
          text: ["Kết nạp ", figure("membersAdmitted", 35), " người, 35 năm."],
        },
        {
          block: "list",
          ordered: true,
          items: ["{person:p-1} đọc báo cáo", figure("awards", 1234)],
        },
        {
          block: "table",
          columns: ["Tổ chức", "Đạt"],
          rows: [
            [
              "Chi bộ 1",
              { ...figure("top", 0), branch: "c1", value: { is: "share", num: 38, den: 39 } },
            ],
            [
              "Chi bộ 2",
              { ...figure("top", 0), branch: "c2", value: { is: "unknown", missing: "ratings" } },
            ],
          ],
        },
        {
          block: "figures",
          figures: [
            {
              id: "inspectionsHeld@2012",
              label: "Kiểm tra",
              computed: { is: "count", count: 9 },
              reported: [
                {
                  measure: "inspectionsHeld",
                  value: { count: 9 },
                  phrase: "9 lượt",
                  address: "3.0",
                },
              ],
              agrees: true,
            },
          ],
        },
      ],
    },
  ],
  annexes: [],
};

const named = mapText(document, (text) => text.replace("{person:p-1}", "Nguyễn Văn Mẫu"));
const written = renderMarkdown(named);
const against = (text: string): Promise<readonly Difference[]> =>
  differences(document, readMarkdown(new TextEncoder().encode(text)).text, format);

test("an untouched file differs nowhere, whether people stand by name or by id", async () => {
  expect(await against(written)).toEqual([]);
  expect(await against(renderMarkdown(document))).toEqual([]);
  expect(await against(written.replace("Nguyễn Văn Mẫu", "[p-1]"))).toEqual([]);
});

test("every digit of every figure is missed when it is another", async () => {
  const [visible = ""] = written.split("<!--");
  const shown = shownFigures(document);
  expect(shown.map(({ text }) => text)).toEqual([
    "35",
    "1.234",
    "97,4% (38/39)",
    "chưa rõ: chưa ghi nhận xếp loại nào",
    "9",
    "9",
  ]);
  let from = 0;
  for (const { figure: name, text } of shown) {
    const start = visible.indexOf(text, from);
    from = start + text.length;
    for (let at = start; at < from; at += 1) {
      if (!/\d/.test(visible.charAt(at))) continue;
      const other = visible.charAt(at) === "7" ? "8" : "7";
      const changed = visible.slice(0, at) + other + visible.slice(at + 1);
      const found = text.slice(0, at - start) + other + text.slice(at - start + 1);
      expect(await against(changed)).toMatchObject([
        { figure: { figure: name }, expected: text, found },
      ]);
    }
  }
});

test("a digit more, a digit less and a figure gone are named with what stands there", async () => {
  expect(await against(written.replace("nạp 35", "nạp 135"))).toEqual([
    { figure: { figure: "membersAdmitted@2012" }, expected: "35", found: "135" },
  ]);
  expect(await against(written.replace("97,4%", "97%"))).toEqual([
    {
      figure: { figure: "top@2012", branch: "c1" },
      expected: "97,4% (38/39)",
      found: "97% (38/39)",
    },
  ]);
  expect(await against(written.replace("2. 1.234\n", ""))).toEqual([
    { figure: { figure: "awards@2012" }, expected: "1.234", found: "" },
  ]);
});

test("what is said beside a name is no name", async () => {
  const beside = (words: string) =>
    against(written.replace("Nguyễn Văn Mẫu", `Nguyễn Văn Mẫu ${words}`));
  expect(await beside("(kết nạp 999)")).toMatchObject([{ found: expect.stringContaining("999") }]);
  expect(await beside("một ".repeat(12))).toHaveLength(1);
});

test("other words are told as words", async () => {
  expect(await against(written.replace("35 năm", "36 năm"))).toEqual([
    { expected: "35", found: "36" },
  ]);
  expect(await against(written.replace("nạp 35 người", "nạp thêm 35"))).toEqual([
    { figure: { figure: "membersAdmitted@2012" }, expected: "35", found: "thêm" },
    { expected: "người", found: "35" },
  ]);
  expect(await against(written.replace("Đảng bộ mẫu", "Đảng bộ khác kiểu"))).toEqual([
    { expected: "mẫu", found: "khác kiểu" },
  ]);
});

test("a figure in another column, and another number of an item, are told", async () => {
  const column = written.replace("| 9 | *9* “9 lượt” |", "| *9* “9 lượt” | 9 |");
  expect(column).not.toBe(written);
  expect(await against(column)).not.toEqual([]);
  const merged = written.replace("| Kiểm tra | 9 |", "| Kiểm tra 9 | |");
  expect(await against(merged)).toEqual([
    { figure: { figure: "inspectionsHeld@2012" }, expected: "9", found: "|" },
    { expected: "|", found: "9" },
  ]);
  expect(await against(written.replace("Kiểm tra | 9", "Kiểm tra \\| 9"))).not.toEqual([]);
  expect(await against(written.replace("2. 1.234", "21. 1.234"))).toEqual([
    { expected: "2", found: "21" },
  ]);
});

test("ends of lines tell nothing", async () => {
  expect(await against(written.replaceAll("\n", "\r\n"))).toEqual([]);
  const { manifest } = readMarkdown(new TextEncoder().encode(written.trimEnd()));
  expect(manifest).toBe(manifestText(document, { figures: false }));
});

test("words may have the signs that figures are marked by", async () => {
  const odd = { ...document, title: "‹›«»{}[] ‹35›", issuer: "«{person:p-1}»" };
  const text = renderMarkdown(odd);
  const heldAgainst = (found: string): Promise<readonly Difference[]> =>
    differences(odd, readMarkdown(new TextEncoder().encode(found)).text, format);
  expect(await heldAgainst(text)).toEqual([]);
  expect(await heldAgainst(text.replace("nạp 35", "nạp 36"))).toEqual([
    { figure: { figure: "membersAdmitted@2012" }, expected: "35", found: "36" },
  ]);
});

test("a text of quite other words is told as one, and soon", async () => {
  const other = Array.from({ length: 20_000 }, (_, at) => `w${at}`).join(" ");
  expect(await against(other)).toEqual([
    { expected: expect.stringMatching(/^Đảng bộ mẫu/), found: expect.stringMatching(/^w0 w1 /) },
  ]);
});
