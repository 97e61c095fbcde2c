import { expect, onTestFinished, test, vi } from "vitest";
import { bare, handMade } from "../test/hand-made.ts";
import { mainPart, partOf } from "../test/parts.ts";
import { readDocx } from "./read-docx.ts";
import { renderDocx } from "./render-docx.ts";

const bytes = await renderDocx(handMade);
const main = partOf(bytes, mainPart);
/** The paragraph that holds a text, as it is written. */
const paragraphOf = (text: string): string =>
  main.split(/(?=<w:p>)/).find((one) => one.includes(`>${text}</w:t>`)) ?? "";
const styleOf = (id: string): string =>
  partOf(bytes, "word/styles.xml")
    .split(/(?=<w:style )/)
    .find((one) => one.includes(`w:styleId="${id}"`)) ?? "";

test("a document becomes a Word file, head and foot around its sections", () => {
  expect(
    readDocx(bytes)
      .text.split("\n")
      .filter((line) => line !== ""),
  ).toEqual([
    ...["TỔ CHỨC TRÊN", "ĐẢNG BỘ MẪU", "*", "ĐẢNG CỘNG SẢN"],
    ...["Số \u00a0\u00a0\u00a0-BC/ĐU", "Hà Nội, ngày 23 tháng 01 năm 2013"],
    ...["BÁO CÁO", "Tổng kết công tác", "-----"],
    ...["Kết quả", "Kết nạp 35 người, 35 năm.", "Danh sách", "Một", "Hai: 1.234", "Và:"],
    ...["Ba", "Bốn", "{person:p-1} đọc", "báo cáo"],
    ...["Chỉ số", "Tính từ sổ", "Theo báo cáo", "Đối chiếu"],
    ...["Tổ chức cơ sở", "97,4% (38/39)", "97,4% “97,4% tổ chức”", "khớp"],
    ...["Kiểm tra", "chưa rõ: chưa ghi nhận cuộc kiểm tra nào", "—", "—", "Trống"],
    ...["Nơi nhận:", "Đảng ủy cấp trên", "Lưu.", "T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Trần Văn A"],
    ...["Phụ lục", "Tên", "Số", "Mục tiêu", "Chi bộ 1", "17", "≥ 90%"],
    ...["Chi bộ 2", "dưới 5", "≥ 90%", "9 khen"],
    ...["Ghi chú", `Mã băm ${"0".repeat(64)}`],
  ]);
});

test("a document of few lines has neither foot nor page number at the top", async () => {
  const file = await renderDocx(bare);
  expect(readDocx(file).text.trim().split(/\n+/)).toEqual(["A", "Report", "Of a year", "Nothing"]);
  expect(partOf(file, mainPart).match(/<w:tbl>/g)).toHaveLength(1);
  expect(partOf(file, "word/footer1.xml")).toContain('<w:jc w:val="right"/>');
  expect(partOf(file, "word/header1.xml")).toBe("");
  expect(partOf(file, "word/styles.xml")).toContain('<w:lang w:val="en-GB"/>');
});

test("the same document gives the same bytes, at any time", async () => {
  onTestFinished(() => void vi.useRealTimers());
  vi.useFakeTimers({ now: new Date("2031-05-06T07:08:09Z"), toFake: ["Date"] });
  expect(await renderDocx(structuredClone(handMade))).toEqual(bytes);
  expect(partOf(bytes, "docProps/core.xml")).not.toMatch(/dcterms:(created|modified)/);
});

test("paper, margins and the number of a page are those of the frame", () => {
  expect(main).toContain('<w:pgSz w:w="11906" w:h="16838"');
  expect(main).toMatch(/<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/);
  expect(main).toContain("<w:titlePg/>");
  const header = partOf(bytes, "word/header1.xml");
  expect(header).toContain('<w:jc w:val="center"/>');
  expect(header).toContain('<w:sz w:val="26"/>');
  expect(header).toContain("PAGE</w:instrText>");
});

test("letters, lines and language are set by styles", () => {
  const styles = partOf(bytes, "word/styles.xml");
  expect(styles).toMatch(/<w:docDefaults>.*w:ascii="Times New Roman".*<w:sz w:val="28"\/>/);
  expect(styles).toContain('<w:lang w:val="vi-VN"/>');
  expect(styles).toContain('<w:spacing w:line="360" w:lineRule="atLeast"/>');
  expect(styleOf("BodyText")).toContain('<w:ind w:firstLine="567"/>');
  expect(styleOf("BodyText")).toContain('<w:jc w:val="both"/>');
  expect(styleOf("Heading1")).toMatch(/<w:keepNext\/>.*<w:b\/>/);
  expect(styleOf("Heading2")).toMatch(/<w:keepNext\/>.*<w:b\/>/);
  expect(paragraphOf("Danh sách")).toContain('<w:pStyle w:val="Heading2"/>');
  expect(paragraphOf("Kết nạp ")).toContain('<w:pStyle w:val="BodyText"/>');
});

test("lines stand in their own letters, and what is reported in italics", () => {
  const run = (text: string): string =>
    main.match(/<w:r>.*?<\/w:r>/g)?.find((one) => one.includes(`>${text}</w:t>`)) ?? "";
  expect(run("ĐẢNG CỘNG SẢN")).toMatch(/<w:b\/>.*<w:sz w:val="30"\/>.*<w:u w:val="single"\/>/);
  expect(run("TỔ CHỨC TRÊN")).not.toContain("<w:b/>");
  expect(run("Hà Nội, ngày 23 tháng 01 năm 2013")).toContain("<w:i/>");
  expect(run("BÁO CÁO")).toContain('<w:sz w:val="32"/>');
  expect(run("97,4%")).toContain("<w:i/>");
  expect(run("9")).toContain("<w:i/>");
  expect(run("97,4% (38/39)")).not.toContain("<w:i/>");
  expect(paragraphOf("Trần Văn A")).toMatch(/<w:spacing w:before="1600"\/><w:jc w:val="center"\/>/);
});

test("each numbered list begins at one", () => {
  const numberOf = (text: string) => /<w:numId w:val="(\d+)"/.exec(paragraphOf(text))?.[1];
  expect(numberOf("Một")).toBe(numberOf("Hai: "));
  expect(numberOf("Ba")).toBe(numberOf("Bốn"));
  expect(numberOf("Ba")).not.toBe(numberOf("Một"));
  expect(numberOf("báo cáo")).toBe(numberOf("Lưu."));
  const numbering = partOf(bytes, "word/numbering.xml");
  for (const number of [numberOf("Một"), numberOf("Ba")]) {
    const list = new RegExp(`<w:num [^>]*w:numId="${number}".*?</w:num>`).exec(numbering)?.[0];
    expect(list).toContain('<w:startOverride w:val="1"/>');
  }
});

test("tables repeat their heading row, break in no row and have figures at right", () => {
  const tables = main.match(/<w:tbl>.*?<\/w:tbl>/g) ?? [];
  expect(tables).toHaveLength(5);
  for (const table of tables.filter((one) => !one.includes('w:val="none"'))) {
    expect(table.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(table.match(/<w:cantSplit\/>/g)).toHaveLength(table.split("<w:tr>").length - 1);
    const widths = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    expect(widths.reduce((sum, one) => sum + one, 0)).toBeCloseTo(9354, -1);
  }
  expect(paragraphOf("17")).toContain('<w:jc w:val="right"/>');
  expect(paragraphOf("Chi bộ 1")).toContain('<w:jc w:val="left"/>');
  expect(paragraphOf("dưới 5")).toContain('<w:jc w:val="left"/>');
  expect(main).not.toMatch(/<\/w:tbl><w:tbl>|<\/w:tbl><w:sectPr/);
});

test("annexes begin on a new page, and a long word leaves its paragraph unjustified", () => {
  expect(main.match(/<w:pageBreakBefore\/>/g)).toHaveLength(2);
  expect(paragraphOf("Ghi chú")).toContain("<w:pageBreakBefore/>");
  expect(paragraphOf("Kết quả")).not.toContain("<w:pageBreakBefore/>");
  expect(paragraphOf(`Mã băm ${"0".repeat(64)}`)).toContain('<w:jc w:val="left"/>');
});

test("title and issuer are among the properties of the file", () => {
  const properties = partOf(bytes, "docProps/core.xml");
  expect(properties).toContain("<dc:title>Tổng kết năm 2012</dc:title>");
  expect(properties).toContain("<dc:creator>Đảng bộ mẫu</dc:creator>");
});
