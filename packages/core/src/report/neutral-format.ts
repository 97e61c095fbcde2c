import type { DocumentFormat } from "../rulebook/document-pack.ts";

const small = { sizePt: 11 } as const;

/** The form of documents where no document pack is in force: any organisation's. */
export const neutralFormat: DocumentFormat = {
  paper: { widthMm: 210, heightMm: 297 },
  marginsMm: { top: 25, bottom: 25, left: 25, right: 25 },
  fontFamilies: ["Noto Sans", "Open Sans", "Arial", "sans-serif"],
  body: { sizePt: 11, linePtMin: 16 },
  justified: false,
  superior: small,
  issuer: { sizePt: 12, bold: true },
  number: { pattern: { vi: "Số: {number}", en: "No. {number}" }, style: small },
  placeAndDate: {
    pattern: {
      vi: "{place}, ngày {day} tháng {month} năm {year}",
      en: "{place}, {day} {monthName} {year}",
    },
    style: small,
  },
  typeLine: { sizePt: 16, bold: true },
  subject: { sizePt: 13, bold: true },
  documentKinds: [
    { term: "annual-review", labels: { vi: "Báo cáo", en: "Report" } },
    { term: "scoreboard", labels: { vi: "Kết quả chỉ tiêu", en: "Scoreboard" } },
    { term: "resolution", labels: { vi: "Nghị quyết", en: "Resolution" } },
    { term: "programme", labels: { vi: "Chương trình", en: "Programme" } },
    { term: "award-decision", labels: { vi: "Quyết định", en: "Decision" } },
    { term: "stock-and-flow", labels: { vi: "Biến động", en: "Stock and flow" } },
  ],
  onBehalf: { pattern: { vi: "Thay mặt {body}", en: "For {body}" }, style: small },
  office: small,
  signatory: { sizePt: 11, bold: true },
  recipientsLabel: { text: { vi: "Gửi:", en: "To:" }, style: small },
  recipient: small,
  pageNumber: { position: "bottom-right", fromPage: 2, style: { sizePt: 9 } },
};
