import type { DocumentValue, Frame, PlacedValue } from "@tongket/core/report";
import { formatOf, shippedPacks } from "@tongket/core/rulebook";

/** The Party's form of 2018, as its pack states it. */
const pack = shippedPacks.find((one) => one.pack === "2018-36-hd-vptw");
if (pack?.matter !== "document") throw new Error("There is no pack 2018-36-hd-vptw");
export const partyFormat = formatOf(pack);

const { banner, issuerMark = "", separator = "", recipientsLabel } = partyFormat;
if (banner === undefined) throw new Error("The party's form has no banner");

const upright = { sizePt: 14 };

export const partyFrame: Frame = {
  pack: pack.pack,
  page: partyFormat,
  lines: {
    banner: { text: banner.text["vi"] ?? "", style: banner.style },
    superior: { text: "Đảng ủy Khối các cơ quan Trung ương", style: partyFormat.superior },
    issuer: { text: "Đảng ủy Bộ mẫu", style: partyFormat.issuer },
    issuerMark: { text: issuerMark, style: upright },
    number: { text: "Số 12-BC/ĐU", style: partyFormat.number.style },
    placeAndDate: {
      text: "Hà Nội, ngày\u00a0\u00a0 tháng 01 năm 2013",
      style: partyFormat.placeAndDate.style,
      hasBlanks: true,
    },
    typeLine: { text: "Báo cáo", style: partyFormat.typeLine },
    subject: { text: "Tổng kết công tác năm 2012", style: partyFormat.subject },
    separator: { text: separator, style: { sizePt: partyFormat.subject.sizePt } },
    onBehalf: { text: "T/M Đảng ủy", style: partyFormat.onBehalf.style },
    office: { text: "Bí thư", style: partyFormat.office },
    signatory: { text: "Trần Văn A", style: partyFormat.signatory },
    recipientsLabel: { text: recipientsLabel.text["vi"] ?? "", style: recipientsLabel.style },
  },
  recipients: ["Đảng ủy Khối", "Lưu Văn phòng"].map((text) => ({
    text,
    style: partyFormat.recipient,
  })),
};

const figure = (name: string, value: PlacedValue) => ({ figure: `${name}@2012`, value });

/** Long enough for several lines, so that margins can be measured. */
export const longText =
  "Đảng bộ đã triển khai kịp thời các chỉ thị, nghị quyết của Trung ương. ".repeat(6);

/** A document that has everything that a document can have. */
export const wholeDocument: DocumentValue = {
  kind: "annual-review",
  lang: "vi",
  title: "Tổng kết công tác năm 2012",
  issuer: "Đảng bộ Bộ mẫu",
  branch: "mau",
  year: 2012,
  frame: partyFrame,
  origin: { ledger: "l", position: 3, hash: "0".repeat(64) },
  sections: [
    {
      heading: "Kết quả năm 2012",
      blocks: [
        { block: "paragraph", text: longText },
        { block: "heading", text: "Phát triển đảng" },
        {
          block: "paragraph",
          text: ["Kết nạp ", figure("membersAdmitted", { is: "count", count: 1234 }), " người."],
        },
        {
          block: "list",
          ordered: true,
          items: [
            ["theo báo cáo, ", figure("awards", { is: "reported", value: { count: 61 } }), " giấy"],
            [
              "mức ",
              figure("goal", { is: "goal", goal: { op: ">=", value: { num: 9, den: 10 } } }),
            ],
          ],
        },
        { block: "list", ordered: false, items: ["nề nếp chưa đều"] },
        {
          block: "table",
          columns: ["Tổ chức", "Đạt"],
          rows: [
            ["Chi bộ 1", figure("top", { is: "share", num: 35, den: 36 })],
            ["Chi bộ 2", { ...figure("top", { is: "suppressed", under: 5 }), branch: "c2" }],
          ],
        },
      ],
    },
  ],
  annexes: [
    {
      heading: "Phụ lục 1. Số liệu",
      blocks: [
        {
          block: "figures",
          figures: [
            {
              id: "inspectionsHeld@2012",
              label: "Kiểm tra",
              computed: { is: "count", count: 8 },
              reported: [
                {
                  measure: "inspectionsHeld",
                  value: { count: 9 },
                  phrase: "9 lượt",
                  address: "3.0",
                },
              ],
              agrees: false,
            },
          ],
        },
      ],
    },
    { heading: "Ghi chú", blocks: [{ block: "list", ordered: false, items: ["Tính từ sổ."] }] },
  ],
};
