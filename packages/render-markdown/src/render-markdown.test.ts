import { type DocumentValue, manifestText, neutralFormat } from "@tongket/core/report";
import { expect, test } from "vitest";
import { renderMarkdown } from "./render-markdown.ts";

const style = { sizePt: 14 };
const document: DocumentValue = {
  kind: "annual-review",
  lang: "vi",
  title: "Tổng kết",
  issuer: "Đảng bộ mẫu",
  branch: "mau",
  year: 2012,
  frame: {
    page: neutralFormat,
    lines: {
      superior: { text: "Tổ chức *trên*", style },
      issuer: { text: "Đảng bộ mẫu", style: { ...style, capitals: true } },
      number: { text: "Số 12-BC/ĐU", style },
      placeAndDate: { text: "Hà Nội, ngày    tháng 01 năm 2013", style, hasBlanks: true },
      typeLine: { text: "Báo cáo", style },
      subject: { text: "Tổng kết", style },
      onBehalf: { text: "T/M Ban Thường vụ", style },
      office: { text: "Bí thư", style },
      signatory: { text: "Trần Văn A", style },
      recipientsLabel: { text: "Nơi nhận:", style },
    },
    recipients: [{ text: "- Đảng ủy cấp trên", style }],
  },
  origin: { ledger: "l", position: 3, hash: "0".repeat(64) },
  sections: [
    {
      heading: "Kết quả",
      blocks: [
        { block: "paragraph", text: "Một | hai <b>ba</b>\n# bốn" },
        { block: "list", ordered: true, items: ["a_b", "- c", "8. d"] },
        {
          block: "figures",
          figures: [
            {
              id: "baseOrganisationsAtTop@2012",
              label: "Tổ chức cơ sở",
              computed: { is: "share", num: 38, den: 39 },
              reported: [
                {
                  measure: "baseOrganisationsAtTop",
                  value: { percent: 974, decimals: 1 },
                  phrase: "97,4% tổ chức",
                  address: "3.0",
                },
              ],
              agrees: true,
            },
            {
              id: "inspectionsHeld@2012",
              label: "Kiểm tra",
              computed: { is: "unknown", missing: "inspections" },
              reported: [],
            },
          ],
        },
        {
          block: "table",
          columns: ["Tên", "Số"],
          rows: [["Chi bộ", { figure: "members@2012", value: { is: "count", count: 1234 } }]],
        },
      ],
    },
  ],
  annexes: [
    {
      heading: "Phụ lục",
      blocks: [
        { block: "heading", text: "*Nhỏ*" },
        {
          block: "paragraph",
          text: [
            { figure: "awards@2012", value: { is: "reported", value: { count: 9 } } },
            ". khen",
          ],
        },
      ],
    },
  ],
};

test("a document value becomes Vietnamese Markdown, rounded and marked only here", () => {
  expect(renderMarkdown(document)).toBe(`Tổ chức \\*trên\\*

**Đảng bộ mẫu**

Số 12-BC/ĐU

# Tổng kết

## Kết quả

Một \\| hai \\<b\\>ba\\</b\\> \\# bốn

1. a\\_b
2. \\- c
3. 8\\. d

| Chỉ số | Tính từ sổ | Theo báo cáo | Đối chiếu |
| --- | ---: | --- | --- |
| Tổ chức cơ sở | 97,4% (38/39) | *97,4%* “97,4% tổ chức” | khớp |
| Kiểm tra | chưa rõ: chưa ghi nhận cuộc kiểm tra nào | — | — |

| Tên | Số |
| --- | ---: |
| Chi bộ | 1.234 |

T/M Ban Thường vụ

Bí thư

**Trần Văn A**

Nơi nhận:

- \\- Đảng ủy cấp trên

## Phụ lục

### \\*Nhỏ\\*

*9*. khen

<!-- tongket ${manifestText(document, { figures: false })} -->
`);
});

test("the same document in English differs only in the renderer's words", () => {
  const english = renderMarkdown({ ...document, lang: "en" });
  expect(english).toContain("97.4% (38/39)");
  expect(english).toContain("unknown: no inspection is recorded");
  expect(english).toContain("1,234");
});
