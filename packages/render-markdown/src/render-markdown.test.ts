import { type DocumentValue, manifestText } from "@tongket/core/report";
import { handMadeDocument } from "@tongket/testing";
import { expect, test } from "vitest";
import { renderMarkdown } from "./render-markdown.ts";

const [annex] = handMadeDocument.annexes;
const document: DocumentValue = {
  ...handMadeDocument,
  sections: [
    ...handMadeDocument.sections,
    {
      heading: "*Nhỏ*",
      blocks: [
        { block: "paragraph", text: "Một | hai <b>ba</b>\n# bốn" },
        { block: "list", ordered: true, items: ["a_b", "- c", "8. d"] },
        { block: "list", ordered: true, items: ["đ"] },
        { block: "list", ordered: false, items: ["e"] },
        { block: "list", ordered: false, items: ["g"] },
        { block: "list", ordered: false, items: ["h"] },
      ],
    },
  ],
  annexes: annex === undefined ? [] : [annex],
};

test("a document value becomes Vietnamese Markdown, rounded and marked only here", () => {
  expect(renderMarkdown(document)).toBe(`Đảng ủy cấp trên

**Đảng bộ mẫu**

Số 12-BC/ĐU

Hà Nội, ngày 05 tháng 01 năm 2013

# Tổng kết năm 2012

## Kết quả

Kết nạp 1.035 người (theo báo cáo: *36*), {person:p-1} đọc báo cáo.

### Các chỉ số

1. một
2. hai: 7

| Chỉ số | Tính từ sổ | Theo báo cáo | Đối chiếu |
| --- | ---: | --- | --- |
| Tổ chức cơ sở | 97,4% (38/39) | *97,4% (38/39)* “97,4% tổ chức” | khớp |

## \\*Nhỏ\\*

Một \\| hai \\<b\\>ba\\</b\\> \\# bốn

1. a\\_b
2. \\- c
3. 8\\. d

1) đ

- e

* g

- h

T/M Ban Thường vụ

Bí thư

**{person:p-2}**

Nơi nhận:

- Lưu

## Phụ lục 1. Đảng bộ \\[nào\\] / đạt? Xếp loại

| Tổ chức | Đạt | Đảng viên | Mục tiêu |
| --- | ---: | ---: | --- |
| Chi bộ 1 | 99,99% (9.999/10.000) | 1.234 | ≥ 90% |
| Chi bộ 2 | chưa rõ: chưa ghi nhận xếp loại nào | dưới 3 | — |
| Chi bộ 3 | *98%* | 40 | — |

<!-- tongket ${manifestText(document, { figures: false })} -->
`);
});

test("the same document in English differs only in the renderer's words", () => {
  const english = renderMarkdown({ ...document, lang: "en" });
  expect(english).toContain("97.4% (38/39)");
  expect(english).toContain("unknown: no rating is recorded");
  expect(english).toContain("1,234");
});
