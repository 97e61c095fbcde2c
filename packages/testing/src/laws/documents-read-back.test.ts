import { type DocumentValue, manifestText, mapFigures, type Placed } from "@tongket/core/report";
import { expect, test } from "vitest";
import { figuresAmong, figuresIn } from "../documents/figures-among.ts";
import { handMadeDocument } from "../documents/hand-made.ts";
import { type DocumentFormat, documentsReadBack } from "./documents-read-back.ts";

/** The plainest format: the manifest itself. */
const plainest: DocumentFormat = {
  render: manifestText,
  manifestOf: (bytes) => new TextDecoder().decode(bytes),
  differences: (document, bytes) =>
    new TextDecoder().decode(bytes) === manifestText(document) ? [] : ["other"],
  figuresIn: (_, document) => figuresIn(document),
};

const lawOf = (format: Partial<DocumentFormat>) =>
  documentsReadBack(handMadeDocument, { ...plainest, ...format });

test("a format that holds it", () => lawOf({}));

test("one that leaves out its figures breaks it", async () => {
  const render: DocumentFormat["render"] = (document) =>
    manifestText(mapFigures(document, () => "–"));
  await expect(lawOf({ render })).rejects.toThrow("the manifest of its document");
});

test("one that shows a figure less, or another one, breaks it", async () => {
  const law = "the figures of its document, and no others";
  const figures = figuresIn(handMadeDocument);
  await expect(lawOf({ figuresIn: () => figures.slice(1) })).rejects.toThrow(law);
  const other = figures.map((one) => ({ ...one, text: one.text.replace("97,4", "97") }));
  await expect(lawOf({ figuresIn: () => other })).rejects.toThrow(law);
});

const parts = [
  ...["Bộ mẫu", "Kết quả", "Kết nạp 1.035 người (theo báo cáo: 36), {person:p-1} đọc báo cáo."],
  ...["Các chỉ số", "1. một", "- hai: 7", "Chỉ số", "Tính từ sổ", "Theo báo cáo", "Đối chiếu"],
  ...["Tổ chức cơ sở", "97,4% (38/39)", "97,4% (38/39) “97,4% tổ chức”", "khớp", "Nơi nhận"],
];
const short = { ...handMadeDocument, annexes: [] };
const shownIn = (shown: readonly string[]) => figuresAmong(shown, short).map(({ text }) => text);

test("figures are found among the words of their document, whatever stands around it", () => {
  const whole = ["1.035", "36", "7", "97,4%(38/39)", "97,4%(38/39)"];
  expect(shownIn(parts)).toEqual(whole);
  expect(shownIn(parts.map((part) => part.replace("1.035", "1.036")))[0]).toBe("1.036");
  expect(shownIn(parts.with(11, "97%"))[3]).toBe("97%");
});

test("the number of an item is no figure, and a figure that begins an item is no number", () => {
  const share: Placed = { figure: "top@2012", value: { is: "share", num: 38, den: 39 } };
  const items = [[share, " at the top"]];
  const listed: DocumentValue = {
    ...short,
    lang: "en",
    sections: [{ heading: "Results", blocks: [{ block: "list", ordered: true, items }] }],
  };
  for (const mark of ["", "1. ", "1) ", "• "]) {
    const [found] = figuresAmong(["Results", `${mark}97.4% (38/39) at the top`], listed);
    expect(found?.text).toBe("97.4%(38/39)");
  }
});

test("a part that is missing or has other words is told", () => {
  const law = "each part of its document in its place";
  expect(() => shownIn(parts.toSpliced(10, 4))).toThrow(law);
  expect(() => shownIn(parts.with(4, "1. hai"))).toThrow(law);
  expect(() => shownIn(parts.with(12, "97,4% (38/39)"))).toThrow(law);
});

test("one that tells differences where there are none breaks it", async () => {
  await expect(lawOf({ differences: () => ["other"] })).rejects.toThrow("nothing else");
});

test("one that tells none breaks it", async () => {
  await expect(lawOf({ differences: () => [] })).rejects.toThrow("a count that is another one");
});

test("one that counts how often it is asked breaks it", async () => {
  let asked = 0;
  const render: DocumentFormat["render"] = (document) => {
    asked += 1;
    return `${manifestText(document)}${asked}`;
  };
  const manifestOf: DocumentFormat["manifestOf"] = () => manifestText(handMadeDocument);
  const differences: DocumentFormat["differences"] = () => [];
  await expect(lawOf({ render, manifestOf, differences })).rejects.toThrow("the same file");
});
