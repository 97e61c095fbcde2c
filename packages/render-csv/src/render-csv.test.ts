import { type DocumentValue, manifestText, mapText, shownFigures } from "@tongket/core/report";
import { handMadeDocument, hostileTexts } from "@tongket/testing";
import { expect, test } from "vitest";
import { csvDifferences } from "./csv-differences.ts";
import { readCsv } from "./read-csv.ts";
import { renderCsv } from "./render-csv.ts";

const plain: DocumentValue = {
  ...handMadeDocument,
  annexes: handMadeDocument.annexes.slice(0, 1),
};
const written = renderCsv(plain);
const bytesOf = (text: string) => new TextEncoder().encode(text);
const against = (text: string) => csvDifferences(plain, bytesOf(text));

test("a row a figure, and a last one of the document", () => {
  const person = "{person:p-1}";
  const annex = "Phụ lục 1. Đảng bộ [nào] / đạt? Xếp loại";
  const sentence = `"Kết nạp 1.035 người (theo báo cáo: 36), ${person} đọc báo cáo."`;
  const head = manifestText({ ...plain, sections: [], annexes: [] }).replaceAll('"', '""');
  expect(written.split("\r\n")).toEqual([
    "\uFEFFsection,label,figure,branch,kind,value,numerator,denominator,percent",
    `Kết quả,${sentence},membersAdmitted@2012,mau,computed,1035,,,`,
    `Kết quả,${sentence},membersAdmitted@2012/3.0,mau,reported,36,,,`,
    "Kết quả,hai: 7,awards@2012,mau,computed,7,,,",
    'Kết quả,Tổ chức cơ sở: Tính từ sổ,top@2012,mau,computed,,38,39,"97,4%"',
    'Kết quả,Tổ chức cơ sở: Theo báo cáo,top@2012/3.0,mau,reported,,38,39,"97,4%"',
    `${annex},Chi bộ 1: Đạt,top@2012,c1,computed,,9999,10000,"99,99%"`,
    `${annex},Chi bộ 1: Đảng viên,members@2012,mau,computed,1234,,,`,
    `${annex},Chi bộ 1: Mục tiêu,target:a/goal@2012,mau,goal,≥ 90%,,,`,
    `${annex},Chi bộ 2: Đạt,top@2012,c2,unknown,chưa rõ: chưa ghi nhận xếp loại nào,,,`,
    `${annex},Chi bộ 2: Đảng viên,members@2012,c2,suppressed,dưới 3,,,`,
    `${annex},Chi bộ 3: Đạt,top@2012,c3,reported,,,,98%`,
    `${annex},Chi bộ 3: Đảng viên,members@2012,c3,computed,40,,,`,
    `tongket,"${head}",,,,,,,`,
    "",
  ]);
});

test("the manifest is read back with all figures, and an untouched file differs nowhere", () => {
  const bytes = bytesOf(renderCsv(handMadeDocument));
  expect(readCsv(bytes).manifest).toBe(manifestText(handMadeDocument));
  expect(csvDifferences(handMadeDocument, bytes)).toEqual([]);
  const named = mapText(handMadeDocument, (text) => text.replace("{person:p-1}", "Văn Mẫu"));
  expect(csvDifferences(handMadeDocument, bytesOf(renderCsv(named)))).toEqual([]);
});

test("hostile texts stand whole, and none begins as a formula", () => {
  const labelled: DocumentValue = {
    ...plain,
    sections: hostileTexts.map((heading) => ({
      heading,
      blocks: [
        {
          block: "table",
          columns: ["Số"],
          rows: [[{ figure: "a", value: { is: "count", count: -1 } }]],
        },
      ],
    })),
    annexes: [],
  };
  const text = renderCsv(labelled);
  expect(readCsv(bytesOf(text)).rows.map(([section]) => section)).toEqual(hostileTexts);
  expect(text.match(/(^|[,\r\n])"?[=+@\t-]./g)).toEqual(hostileTexts.map(() => ",-1"));
});

test("every digit of every figure is missed when it is another", () => {
  const figures = shownFigures(plain).map(({ figure }) => figure);
  const rows = written.split("\r\n").slice(1, 1 + figures.length);
  let changes = 0;
  for (const [at, row] of rows.entries()) {
    const start = row.indexOf(`${figures[at]}`);
    for (let place = start; place < row.length; place += 1) {
      if (!/\d/.test(row.charAt(place))) continue;
      const other = row.charAt(place) === "7" ? "8" : "7";
      const changed = row.slice(0, place) + other + row.slice(place + 1);
      const text = ["", ...rows.with(at, changed)].join("\r\n");
      expect(against(text)).toMatchObject([{ figure: { figure: figures[at] } }]);
      changes += 1;
    }
  }
  expect(changes).toBeGreaterThan(80);
});

test("rows that are gone or added are told, and those behind them are not", () => {
  const [heading = "", first = "", second = "", ...others] = written.split("\r\n");
  const gone = against([heading, second, ...others].join("\r\n"));
  expect(new Set(gone.map((one) => one.figure?.figure))).toEqual(new Set(["membersAdmitted@2012"]));
  const added = against([heading, first, second, "a,b,c,d,computed,1,,,", ...others].join("\r\n"));
  expect(added.map(({ found }) => found)).toEqual(["a", "b", "c", "d", "computed", "1"]);
});

test("what is no file of figures has no manifest", () => {
  expect(readCsv(bytesOf("")).manifest).toBeUndefined();
  expect(readCsv(bytesOf("a,b\r\ntongket,{}\r\n")).manifest).toBeUndefined();
});
