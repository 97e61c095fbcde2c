import { type Line as Command, commandOf, openDesk } from "@tongket/testing";
import { beforeAll, describe, expect, test } from "vitest";
import { branchLine } from "../../test/branch-line.ts";
import type { Lang } from "../messages/lang.ts";
import type { Books } from "../projections/books.ts";
import { viewYear } from "../projections/year-view.ts";
import { readBooks } from "../read-books.ts";
import type { DocumentKind } from "../rulebook/document-pack.ts";
import { shippedPacks } from "../rulebook/packs/shipped.ts";
import { rulebookOf } from "../rulebook/rulebook.ts";
import type { DocumentDetails } from "./document-details.ts";
import type { Frame } from "./frame.ts";
import { frameOf } from "./frame-of.ts";
import { lettersOf } from "./line.ts";
import { neutralFormat } from "./neutral-format.ts";

const branch = branchLine("CarryInBranch", "2011-06-01");
const conference: Command = [
  "HoldMeeting",
  "2013-01-23",
  { meeting: "review", branch: "m", kind: "review-conference", place: "Hà Nội" },
];
const lines: readonly Command[] = [
  branch("k", "upper-committee"),
  branch("m", "upper-committee", "k"),
  ["OpenReview", "2013-01-23", { committee: "m", year: 2012 }],
  conference,
  ["HoldMeeting", "2013-01-24", { ...conference[2], meeting: "other", place: "Huế" }],
  ["PresentReport", "2013-01-23", { committee: "m", year: 2012, meeting: "review" }],
];

let books: Books;
beforeAll(async () => {
  const { handler, store } = await openDesk();
  for (const [at, line] of lines.entries()) {
    expect(await handler.handle(commandOf(line, `c${at}`))).toMatchObject({ outcome: "Recorded" });
  }
  books = await readBooks(store);
});

interface Asked {
  readonly details?: object;
  readonly of?: string;
  readonly year?: number;
  readonly regime?: string;
  readonly lang?: Lang;
  readonly kind?: DocumentKind;
}

const frame = (asked: Asked = {}): Frame => {
  const { of = "m", year = 2012, regime = "vn-party", lang = "vi", kind = "annual-review" } = asked;
  const rulebook = rulebookOf(regime, shippedPacks);
  const view = viewYear({ books, rulebook, branch: of as never, year });
  const details = (asked.details ?? {}) as DocumentDetails;
  return frameOf({ view, lang }, { kind, subject: "Tổng kết công tác năm 2012", details });
};

/** The lines as they are set, by their names, with `_` for each blank. */
const told = (asked?: Asked): { readonly [name: string]: string } =>
  Object.fromEntries(
    Object.entries(frame(asked).lines).map(([name, line]) => [
      name,
      lettersOf(line).replaceAll("\u00a0", "_"),
    ]),
  );

const whole: DocumentDetails = {
  number: "12",
  issuerCode: "ĐU",
  issuer: "Đảng ủy Bộ Thông tin và Truyền thông",
  superior: "Đảng ủy Khối các cơ quan Trung ương",
  signature: { onBehalf: "Đảng ủy", office: "Bí thư", name: "Trần Đức Lai" },
  recipients: ["Đảng ủy Khối", "Lưu Văn phòng"],
};

describe("of a party committee", () => {
  test("it has the Party's lines, in capitals where they are set so", () => {
    expect(told({ details: whole })).toEqual({
      banner: "ĐẢNG CỘNG SẢN VIỆT NAM",
      superior: "ĐẢNG ỦY KHỐI CÁC CƠ QUAN TRUNG ƯƠNG",
      issuer: "ĐẢNG ỦY BỘ THÔNG TIN VÀ TRUYỀN THÔNG",
      issuerMark: "*",
      number: "Số 12-BC/ĐU",
      placeAndDate: "Hà Nội, ngày 23 tháng 01 năm 2013",
      typeLine: "BÁO CÁO",
      subject: "Tổng kết công tác năm 2012",
      separator: "-----",
      onBehalf: "T/M ĐẢNG ỦY",
      office: "BÍ THƯ",
      signatory: "Trần Đức Lai",
      recipientsLabel: "Nơi nhận:",
    });
    expect(frame({ details: whole }).recipients.map(({ text }) => text)).toEqual(whole.recipients);
  });

  test("what is not known leaves its line out, or blanks in the number and the date", () => {
    expect(told()).toEqual({
      banner: "ĐẢNG CỘNG SẢN VIỆT NAM",
      superior: "K",
      issuer: "M",
      issuerMark: "*",
      number: "Số _____-BC/_____",
      placeAndDate: "Hà Nội, ngày 23 tháng 01 năm 2013",
      typeLine: "BÁO CÁO",
      subject: "Tổng kết công tác năm 2012",
      separator: "-----",
    });
    expect(told({ year: 2011, details: { issuerCode: "ĐU", date: "2012" } })).toMatchObject({
      number: "Số _____-BC/ĐU",
      placeAndDate: "____________, ngày __ tháng __ năm 2012",
    });
    expect(told({ of: "k" })).not.toHaveProperty("superior");
  });

  test("details say more than the ledger does", () => {
    const details = { place: "Đà Nẵng", date: "2013-02-05" };
    expect(told({ details })["placeAndDate"]).toBe("Đà Nẵng, ngày 05 tháng 02 năm 2013");
  });

  test.each([
    ["2003-12-31", undefined, 25],
    ["2004-05-28", "2004-11-hd-vptw", 25],
    ["2018-04-02", "2004-11-hd-vptw", 25],
    ["2018-04-03", "2018-36-hd-vptw", 20],
    ["2025-12-31", "2018-36-hd-vptw", 20],
    ["2026", "2026-05-hd-vptw", 20],
  ])("dated %s it follows %s", (date, pack, topMm) => {
    const { page, ...made } = frame({ details: { date } });
    expect([made.pack, page.marginsMm.top]).toEqual([pack, topMm]);
    expect(page.fontFamilies[0]).toBe(pack ? "Times New Roman" : neutralFormat.fontFamilies[0]);
  });

  test("each kind of document has its name and letters", () => {
    const said = (kind: DocumentKind) => {
      const { typeLine, number } = told({ kind, details: whole });
      return [typeLine, number];
    };
    expect(said("resolution")).toEqual(["NGHỊ QUYẾT", "Số 12-NQ/ĐU"]);
    expect(said("programme")).toEqual(["CHƯƠNG TRÌNH", "Số 12-CTr/ĐU"]);
    expect(said("award-decision")).toEqual(["QUYẾT ĐỊNH", "Số 12-QĐ/ĐU"]);
  });
});

describe("of any other organisation", () => {
  const other = { regime: "club" };

  test("it is neutral: no party, no marks, and no blanks", () => {
    expect(told(other)).toEqual({
      superior: "k",
      issuer: "m",
      placeAndDate: "Hà Nội, ngày 23 tháng 1 năm 2013",
      typeLine: "Báo cáo",
      subject: "Tổng kết công tác năm 2012",
    });
    expect(told({ ...other, year: 2011 })).not.toHaveProperty("placeAndDate");
    expect(frame(other)).not.toHaveProperty("pack");
  });

  test("it speaks its language", () => {
    expect(told({ ...other, details: whole, lang: "en" })).toMatchObject({
      number: "No. 12",
      placeAndDate: "Hà Nội, 23 January 2013",
      typeLine: "Report",
      onBehalf: "For Đảng ủy",
      recipientsLabel: "To:",
    });
  });
});
