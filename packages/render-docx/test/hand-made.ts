import { type DocumentValue, type Figure, type Line, neutralFormat } from "@tongket/core/report";

const line = (text: string, style: Partial<Line["style"]> = {}): Line => ({
  text,
  style: { sizePt: 14, ...style },
});

const figure = (name: string, count: number) => ({
  figure: `${name}@2012`,
  value: { is: "count", count } as const,
});

const figures: readonly Figure[] = [
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
];

/** A document with each line, each block and each kind of figure. */
export const handMade: DocumentValue = {
  kind: "annual-review",
  lang: "vi",
  title: "Tổng kết năm 2012",
  issuer: "Đảng bộ mẫu",
  branch: "mau",
  year: 2012,
  frame: {
    page: {
      paper: { widthMm: 210, heightMm: 297 },
      marginsMm: { top: 20, bottom: 20, left: 30, right: 15 },
      fontFamilies: ["Times New Roman", "serif"],
      body: { sizePt: 14, linePtMin: 18 },
      firstLineMm: 10,
      justified: true,
      pageNumber: { position: "top-centre", fromPage: 2, style: { sizePt: 13 } },
    },
    lines: {
      banner: line("Đảng Cộng sản", { sizePt: 15, bold: true, capitals: true, underlined: true }),
      superior: line("Tổ chức trên", { capitals: true }),
      issuer: line("Đảng bộ mẫu", { bold: true, capitals: true }),
      issuerMark: line("*"),
      number: { ...line("Số \u00a0\u00a0\u00a0-BC/ĐU"), hasBlanks: true },
      placeAndDate: line("Hà Nội, ngày 23 tháng 01 năm 2013", { italic: true }),
      typeLine: line("Báo cáo", { sizePt: 16, bold: true, capitals: true }),
      subject: line("Tổng kết công tác", { sizePt: 15, bold: true }),
      separator: line("-----", { sizePt: 15 }),
      onBehalf: line("T/M Ban Thường vụ", { bold: true, capitals: true }),
      office: line("Bí thư", { capitals: true }),
      signatory: line("Trần Văn A", { bold: true }),
      recipientsLabel: line("Nơi nhận:", { underlined: true }),
    },
    recipients: [line("Đảng ủy cấp trên", { sizePt: 12 }), line("Lưu.", { sizePt: 12 })],
  },
  origin: { ledger: "l", position: 3, hash: "0".repeat(64) },
  sections: [
    {
      heading: "Kết quả",
      blocks: [
        { block: "paragraph", text: ["Kết nạp ", figure("admitted", 35), " người, 35 năm."] },
        { block: "heading", text: "Danh sách" },
        { block: "list", ordered: true, items: ["Một", ["Hai: ", figure("two", 1234)]] },
        { block: "paragraph", text: "Và:" },
        { block: "list", ordered: true, items: ["Ba", "Bốn"] },
        { block: "list", ordered: false, items: ["{person:p-1} đọc", "báo cáo"] },
        { block: "figures", figures },
        { block: "table", columns: ["Trống"], rows: [] },
      ],
    },
  ],
  annexes: [
    {
      heading: "Phụ lục",
      blocks: [
        {
          block: "table",
          columns: ["Tên", "Số", "Mục tiêu"],
          rows: [
            ["Chi bộ 1", { ...figure("members", 17), branch: "c1" }, goal("goal-1")],
            [
              "Chi bộ 2",
              { figure: "members@2012", branch: "c2", value: { is: "suppressed", under: 5 } },
              goal("goal-2"),
            ],
          ],
        },
        {
          block: "paragraph",
          text: [{ figure: "awards", value: { is: "reported", value: { count: 9 } } }, " khen"],
        },
      ],
    },
    { heading: "Ghi chú", blocks: [{ block: "paragraph", text: `Mã băm ${"0".repeat(64)}` }] },
  ],
};

function goal(name: string) {
  return {
    figure: name,
    value: { is: "goal", goal: { op: ">=", value: { num: 9, den: 10 } } },
  } as const;
}

/** One of few lines, in the neutral form: nothing of what may be left out. */
export const bare: DocumentValue = {
  ...handMade,
  lang: "en",
  frame: {
    page: neutralFormat,
    lines: { issuer: line("A"), typeLine: line("Report"), subject: line("Of a year") },
    recipients: [],
  },
  sections: [{ heading: "Nothing", blocks: [] }],
  annexes: [],
};
