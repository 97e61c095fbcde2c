import type { DocumentPack } from "../document-pack.ts";

const instrument = "Hướng dẫn 36-HD/VPTW";
const issuedOn = "2018-04-03";

/** As the press and a university's office report the text. */
const reported = { source: { instrument, issuedOn }, verification: "secondary" } as const;
/** As templates and offices apply it. */
const applied = { source: { instrument, issuedOn }, verification: "third-party" } as const;
const within = (locator: string) => ({ ...applied, source: { instrument, issuedOn, locator } });
const notFound = { source: { instrument, issuedOn }, verification: "unverified" } as const;
const ours = {
  source: { instrument: "tongket: cách trình bày của dự án" },
  verification: "policy-choice",
} as const;
const report = { vi: "Báo cáo", en: "Report" } as const;

/** The format of the Party's documents from 2018; the English words are the project's own. */
const data = {
  pack: "2018-36-hd-vptw",
  regime: "vn-party",
  matter: "document",
  title: "Thể thức và kỹ thuật trình bày văn bản của Đảng",
  inForceFrom: "2018-04-03",
  parameters: {
    paper: { ...reported, value: { widthMm: 210, heightMm: 297 } },
    marginsMm: { ...applied, value: { top: 20, bottom: 20, left: 30, right: 15 } },
    fontFamilies: {
      ...notFound,
      value: ["Times New Roman", "Tinos", "Liberation Serif", "Noto Serif", "serif"],
    },
    body: { ...applied, value: { sizePt: 14, linePtMin: 18 } },
    firstLineMm: { ...ours, value: 10 },
    justified: { ...ours, value: true },
    banner: {
      ...reported,
      value: {
        text: { vi: "Đảng Cộng sản Việt Nam", en: "Communist Party of Vietnam" },
        style: { sizePt: 15, bold: true, capitals: true, underlined: true },
      },
    },
    superior: { ...reported, value: { sizePt: 14, capitals: true } },
    issuer: { ...reported, value: { sizePt: 14, bold: true, capitals: true } },
    issuerMark: { ...reported, value: "*" },
    number: {
      ...reported,
      value: {
        pattern: {
          vi: "Số {number}-{code}/{issuerCode}",
          en: "No. {number}-{code}/{issuerCode}",
        },
        style: { sizePt: 14 },
      },
    },
    placeAndDate: {
      ...reported,
      value: {
        pattern: {
          vi: "{place}, ngày {day} tháng {month} năm {year}",
          en: "{place}, {day} {monthName} {year}",
        },
        style: { sizePt: 14, italic: true },
      },
    },
    zeroPadded: { ...reported, value: { dayMax: 9, monthMax: 2 } },
    filledByHand: { ...ours, value: ["number", "placeAndDate"] },
    typeLine: { ...within("cỡ chữ 15-16"), value: { sizePt: 16, bold: true, capitals: true } },
    subject: { ...within("cỡ chữ 14-15"), value: { sizePt: 15, bold: true } },
    separator: { ...applied, value: "-----" },
    documentKinds: [
      { term: "annual-review", labels: report, code: "BC", ...reported },
      {
        term: "scoreboard",
        labels: { vi: "Báo cáo chỉ tiêu", en: "Scoreboard" },
        code: "BC",
        ...ours,
      },
      {
        term: "resolution",
        labels: { vi: "Nghị quyết", en: "Resolution" },
        code: "NQ",
        ...notFound,
      },
      {
        term: "programme",
        labels: { vi: "Chương trình", en: "Programme" },
        code: "CTr",
        ...notFound,
      },
      {
        term: "award-decision",
        labels: { vi: "Quyết định", en: "Decision" },
        code: "QĐ",
        ...notFound,
      },
      {
        term: "stock-and-flow",
        labels: { vi: "Báo cáo biến động", en: "Stock and flow" },
        code: "BC",
        ...ours,
      },
    ],
    onBehalf: {
      ...applied,
      value: {
        pattern: { vi: "T/M {body}", en: "For {body}" },
        style: { sizePt: 14, bold: true, capitals: true },
      },
    },
    office: { ...applied, value: { sizePt: 14, capitals: true } },
    signatory: { ...applied, value: { sizePt: 14, bold: true } },
    recipientsLabel: {
      ...applied,
      value: {
        text: { vi: "Nơi nhận:", en: "Recipients:" },
        style: { sizePt: 14, underlined: true },
      },
    },
    recipient: { ...ours, value: { sizePt: 12 } },
    pageNumber: {
      ...notFound,
      value: { position: "top-centre", fromPage: 2, style: { sizePt: 14 } },
    },
  },
} as const satisfies typeof DocumentPack.Encoded;

export const pack = data as unknown as DocumentPack;
