import { type DocumentValue, neutralFormat, type Placed } from "@tongket/core/report";

/** Texts that do harm where they are taken for anything but text. */
export const hostileTexts = [
  "<script>alert(1)</script>",
  "</script><!--",
  "</w:t></w:r><w:r><w:t>x",
  "=cmd|' /C calc'!A0",
  "+1+1",
  "-2",
  "@SUM(A1)",
  "]]> &amp; &#0; &lt",
  "]]> <![CDATA[ &lt; &#65; <!-- -->",
  '" onclick="x" \'',
  "#let \\ $x$ *b* _i_ `c` ~ @a <l> // c /* d */",
  "PAGE",
  "CURRENT",
  "{ PAGE } {ordered-0} {default-bullet-numbering-0}",
  "__proto__",
  "a | b \\| c",
  "\u202Eảo ngược\u202C",
  "_x0041_ _x000D_",
  "'dấu nháy",
  "00123",
  "1e5",
  "TRUE",
  "2012-01-01",
  "🇻🇳 👩‍👩‍👧",
  "\u0000 \u0007 \u001B \uFFFE",
  "một\thai\nba\r\nbốn",
  `Nguyễn ${"Văn ".repeat(2500)}Dài`,
] as const;

const count = (figure: string, amount: number): Placed => ({
  figure: `${figure}@2012`,
  value: { is: "count", count: amount },
});

const style = { sizePt: 14 };

/** A document with every kind of block and of figure, and with hostile texts among them. */
export const handMadeDocument: DocumentValue = {
  kind: "annual-review",
  lang: "vi",
  title: "Tổng kết năm 2012",
  issuer: "Đảng bộ mẫu",
  branch: "mau",
  year: 2012,
  frame: {
    page: neutralFormat,
    lines: {
      superior: { text: "Đảng ủy cấp trên", style },
      issuer: { text: "Đảng bộ mẫu", style: { ...style, bold: true, capitals: true } },
      number: { text: "Số 12-BC/ĐU", style },
      placeAndDate: {
        text: "Hà Nội, ngày 05 tháng 01 năm 2013",
        style: { ...style, italic: true },
      },
      typeLine: { text: "Báo cáo", style: { ...style, bold: true, capitals: true } },
      subject: { text: "Tổng kết năm 2012", style: { ...style, bold: true } },
      onBehalf: { text: "T/M Ban Thường vụ", style },
      office: { text: "Bí thư", style: { ...style, capitals: true } },
      signatory: { text: "{person:p-2}", style: { ...style, bold: true } },
      recipientsLabel: { text: "Nơi nhận:", style: { ...style, underlined: true } },
    },
    recipients: [{ text: "Lưu", style }],
  },
  origin: { ledger: "so-mau", position: 31, hash: "0".repeat(64) },
  sections: [
    {
      heading: "Kết quả",
      blocks: [
        {
          block: "paragraph",
          text: [
            "Kết nạp ",
            count("membersAdmitted", 1035),
            " người (theo báo cáo: ",
            { figure: "membersAdmitted@2012/3.0", value: { is: "reported", value: { count: 36 } } },
            "), {person:p-1} đọc báo cáo.",
          ],
        },
        { block: "heading", text: "Các chỉ số" },
        { block: "list", ordered: true, items: ["một", ["hai: ", count("awards", 7)]] },
        {
          block: "figures",
          figures: [
            {
              id: "top@2012",
              label: "Tổ chức cơ sở",
              computed: { is: "share", num: 38, den: 39 },
              reported: [
                {
                  measure: "top",
                  value: { percent: 974, decimals: 1, num: 38, den: 39 },
                  phrase: "97,4% tổ chức",
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
  annexes: [
    {
      heading: "Phụ lục 1. Đảng bộ [nào] / đạt? Xếp loại",
      blocks: [
        {
          block: "table",
          columns: ["Tổ chức", "Đạt", "Đảng viên", "Mục tiêu"],
          rows: [
            [
              "Chi bộ 1",
              { figure: "top@2012", branch: "c1", value: { is: "share", num: 9999, den: 10000 } },
              count("members", 1234),
              {
                figure: "target:a/goal@2012",
                value: { is: "goal", goal: { op: ">=", value: { num: 9, den: 10 } } },
              },
            ],
            [
              "Chi bộ 2",
              { figure: "top@2012", branch: "c2", value: { is: "unknown", missing: "ratings" } },
              { figure: "members@2012", branch: "c2", value: { is: "suppressed", under: 3 } },
              "—",
            ],
            [
              "Chi bộ 3",
              {
                figure: "top@2012",
                branch: "c3",
                value: { is: "reported", value: { percent: 98, decimals: 0 } },
              },
              { ...count("members", 40), branch: "c3" },
              "—",
            ],
          ],
        },
      ],
    },
    {
      heading: "=1+1",
      blocks: [
        { block: "list", ordered: false, items: [...hostileTexts] },
        {
          block: "table",
          columns: [...hostileTexts],
          rows: [hostileTexts, hostileTexts.map((text) => [text, ": ", count("awards", 1)])],
        },
      ],
    },
  ],
};
