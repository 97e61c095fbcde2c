import { expect, test } from "vitest";
import type { DrawnText } from "./drawn.ts";
import type { Element, Page } from "./open-pdf.ts";
import { partsOf } from "./parts.ts";

const drawn = (text: string, mark?: number): DrawnText => ({
  ...{ text, font: "F", sizePt: 14, x: 0, y: 0, width: 0 },
  ...(mark === undefined ? {} : { mark }),
});

const element = (role: string, ...children: readonly (Element | number)[]): Element => ({
  role,
  children: children.map((child) => (typeof child === "number" ? { id: `p1R_mc${child}` } : child)),
});

const page = (texts: readonly DrawnText[], ...blocks: readonly Element[]): Page => ({
  ...{ widthPt: 595, heightPt: 842, texts, paths: [] },
  structure: element("Root", element("Document", ...blocks)),
});

test("parts come in the order of the structure, each of them whole", () => {
  const texts = [drawn("hai", 2), drawn("một ", 0), drawn("dòng", 1), drawn("!", 3)];
  const structure = [element("P", 0, 1), element("P", 2, element("Span", 3))];
  expect(partsOf([page(texts, ...structure)])).toEqual(["một dòng", "hai!"]);
});

test("marks of lists, numbers of pages and repeated heading rows are passed over", () => {
  const item = element("LI", element("Lbl", 0), element("LBody", 1));
  const head = element("TR", element("TH", 2));
  const row = (mark?: number) =>
    element("TR", element("TD", ...(mark === undefined ? [] : [mark])));
  const texts = [drawn("1.", 0), drawn("mục", 1), drawn("Tên", 2), drawn("a", 3)];
  const list = element("L", item);
  const first = page(texts, list, element("Table", head, row(3), row()));
  const gone = element("Table", element("TR", element("TH")), row(), row(0));
  const second = page([drawn("2"), drawn("Tên"), drawn("b", 0)], gone);
  expect(partsOf([first, second])).toEqual(["mục", "Tên", "a", "b"]);
});

test("a cell that goes on is one part, and two tables alike are two", () => {
  const table = (...marks: readonly (number | undefined)[]) =>
    element("Table", ...marks.map((mark) => element("TD", ...(mark === undefined ? [] : [mark]))));
  const first = page([drawn("a", 0), drawn("dài ", 1)], table(0, 1));
  expect(partsOf([first, page([drawn("thêm", 0)], table(undefined, 0))])).toEqual([
    "a",
    "dài thêm",
  ]);
  const like = page([drawn("c", 0), drawn("d", 1)], table(0, 1));
  expect(partsOf([first, like])).toEqual(["a", "dài ", "c", "d"]);
});

test("a long word goes on from page to page, other words do not", () => {
  const paragraph = (text: string) => page([drawn(text, 0)], element("P", 0));
  expect(partsOf([paragraph("abcd"), paragraph("efgh")])).toEqual(["abcdefgh"]);
  expect(partsOf([paragraph("Một câu."), paragraph("Hai")])).toEqual(["Một câu.", "Hai"]);
});

test("text that hides from the structure is read all the same", () => {
  const shown = page([drawn("97%", 0), drawn("98%"), drawn("99%", 7)], element("P", 0));
  expect(partsOf([shown])).toEqual(["97%", "98%", "99%"]);
  expect(partsOf([{ ...shown, structure: null }])).toEqual(["97%", "98%", "99%"]);
});
