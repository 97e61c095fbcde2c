import {
  type Block,
  type DocumentValue,
  type Frame,
  figuresTable,
  formatPlaced,
  type Line,
  lettersOf,
  onlyFigure,
  type PageFormat,
  plainText,
  type Section,
  spansOf,
  type Table,
  type Text,
} from "@tongket/core/report";
import { familiesFor } from "./fonts.ts";
import { inert } from "./inert.ts";

type Lang = DocumentValue["lang"];

/** What the template sets, with its words as they are shown: see `template.typ`. */
export const templateValue = (document: DocumentValue) => {
  const { lang, title, issuer, frame, sections, annexes } = document;
  const set = (all: readonly Section[]) => all.map((one) => sectionValue(one, lang, frame.page));
  return {
    lang,
    title: inert(title),
    author: inert(issuer),
    fonts: familiesFor(frame.page.fontFamilies),
    page: pageValue(frame.page),
    head: headValue(frame),
    titles: linesOf(frame.lines.typeLine, frame.lines.subject, frame.lines.separator),
    sections: set(sections),
    ...footValue(frame),
    annexes: set(annexes),
  };
};

const pageValue = ({ paper, marginsMm, body, firstLineMm, justified, pageNumber }: PageFormat) => ({
  ...{ paper, marginsMm, justified },
  sizePt: body.sizePt,
  linePt: body.linePtMin ?? body.sizePt * 1.3,
  firstLineMm: firstLineMm ?? 0,
  ...(pageNumber && { pageNumber: pageNumberValue(pageNumber) }),
});

const pageNumberValue = ({ position, fromPage, style }: NonNullable<PageFormat["pageNumber"]>) => {
  const [edge, side] = position.split("-");
  return { edge, side, fromPage, sizePt: style.sizePt };
};

/** Two rows of two cells, so that number and date stand at the same height. */
const headValue = ({ lines }: Frame) => {
  const { superior, issuer, issuerMark, number, banner, placeAndDate } = lines;
  return [
    linesOf(superior, issuer, issuerMark),
    linesOf(banner),
    linesOf(number),
    linesOf(placeAndDate),
  ];
};

const footValue = ({ lines, recipients }: Frame) => {
  const { recipientsLabel, onBehalf, office, signatory } = lines;
  const foot = {
    recipients: { label: linesOf(recipientsLabel), items: linesOf(...recipients) },
    office: linesOf(onBehalf, office),
    signatory: linesOf(signatory),
  };
  const { label, items } = foot.recipients;
  const all = [...label, ...items, ...foot.office, ...foot.signatory].map(({ text }) => text);
  return all.length === 0 ? {} : { foot: { ...foot, isShort: areShort(all) } };
};

const linesOf = (...lines: readonly (Line | undefined)[]) =>
  lines.flatMap((line) => (line === undefined ? [] : [lineValue(line)]));

const lineValue = (line: Line) => ({
  text: inert(lettersOf(line)),
  sizePt: line.style.sizePt,
  weight: line.style.bold === true ? "bold" : "regular",
  style: line.style.italic === true ? "italic" : "normal",
  underlined: line.style.underlined === true,
});

const sectionValue = ({ heading, blocks }: Section, lang: Lang, page: PageFormat) => ({
  heading: inert(heading),
  blocks: blocks.map((block) => blockValue(block, lang, page)),
});

const blockValue = (block: Block, lang: Lang, page: PageFormat) => {
  switch (block.block) {
    case "heading":
      return { ...block, text: inert(block.text) };
    case "paragraph":
      return { ...block, text: wordsOf(block.text, lang) };
    case "list":
      return { ...block, items: block.items.map((item) => wordsOf(item, lang)) };
    case "figures":
      return tableValue(figuresTable(block.figures, lang), lang, page);
    case "table":
      return tableValue(block, lang, page);
  }
};

/** Whether they can be kept on one page together. */
const areShort = (texts: readonly string[]): boolean => texts.every(({ length }) => length <= 500);

/** Tables are set smaller than the text, and those of many columns smaller still. */
const tableValue = ({ columns, rows }: Table, lang: Lang, { body }: PageFormat) => ({
  block: "table",
  sizePt: Math.max(body.sizePt - (columns.length > 6 ? 4 : 2), 5),
  columns: columns.map((name) => inert(name, cellLetters(columns.length))),
  // NOTE: a heading row that is longer than a page would run out of it.
  headed: areShort(columns),
  keepsRows: areShort(rows.flat().map((cell) => plainText(cell, lang))),
  numeric: columns.map(
    (_, at) => rows.length > 0 && rows.every((row) => onlyFigure(row[at] ?? "") !== undefined),
  ),
  rows: rows.map((row) => row.map((cell) => wordsOf(cell, lang, cellLetters(columns.length)))),
});

/** How long a word fits a cell, where all columns are as wide. */
const cellLetters = (columns: number): number => Math.max(Math.floor(60 / columns), 8);

/** What documents report stands in italics. */
const wordsOf = (text: Text, lang: Lang, lettersMax?: number) =>
  spansOf(text).map((span) =>
    typeof span === "string"
      ? { text: inert(span, lettersMax), style: "normal" }
      : {
          text: inert(formatPlaced(span.value, lang)),
          style: span.value.is === "reported" ? "italic" : "normal",
        },
  );
