import { type ReportKey, reportText } from "@tongket/core/messages";
import {
  type Block,
  type DocumentValue,
  figuresTable,
  type Section,
  spansOf,
  type Table,
} from "@tongket/core/report";
import { type Cell, cellsOf, holdsShare, textCell } from "./cells.ts";
import { piecesOf } from "./long-text.ts";
import { sheetNames } from "./sheet-names.ts";

type Lang = DocumentValue["lang"];

/** A sheet of a workbook as a document makes it. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly Row[];
  /** Of a sheet that is one table, how many rows stand above what it lists. */
  readonly headRows?: number;
}

export interface Row {
  readonly looks: "title" | "heading" | "columns" | "body";
  readonly cells: readonly Cell[];
}

/** The text of a document on one sheet, and each annex on one of its own. */
export const layoutOf = (document: DocumentValue): readonly Sheet[] => {
  const { title, issuer, sections, annexes, lang } = document;
  const text = [
    ...rowsOf("title", [textCell(title)], lang),
    ...rowsOf("heading", [textCell(issuer)], lang),
    ...sections.flatMap((section) => sectionRows(section, lang)),
  ];
  const names = sheetNames([title, ...annexes.map(({ heading }) => heading)]);
  return [{ rows: text }, ...annexes.map((annex) => annexSheet(annex, lang))].map((sheet, at) => ({
    ...sheet,
    name: names[at] ?? "",
  }));
};

const annexSheet = (annex: Section, lang: Lang): Omit<Sheet, "name"> => {
  const rows = sectionRows(annex, lang);
  const isTable =
    annex.blocks.length === 1 &&
    annex.blocks.every(({ block }) => block === "table" || block === "figures");
  return isTable
    ? { rows, headRows: rows.filter(({ looks }) => looks !== "body").length }
    : { rows };
};

const sectionRows = ({ heading, blocks }: Section, lang: Lang): readonly Row[] => [
  ...rowsOf("heading", [textCell(heading)], lang),
  ...blocks.flatMap((block) => blockRows(block, lang)),
];

const blockRows = (block: Block, lang: Lang): readonly Row[] => {
  switch (block.block) {
    case "heading":
      return rowsOf("heading", [textCell(block.text)], lang);
    case "paragraph":
      return rowsOf("body", [textCell(block.text)], lang);
    case "list":
      return block.items.flatMap((item, at) => {
        const mark = block.ordered ? `${at + 1}. ` : "– ";
        return rowsOf("body", [textCell([mark, ...spansOf(item)])], lang);
      });
    case "figures":
      return tableRows(figuresTable(block.figures, lang), lang);
    case "table":
      return tableRows(block, lang);
  }
};

/** A column that has shares becomes three: the part, the whole and what they make. */
const tableRows = ({ columns, rows }: Table, lang: Lang): readonly Row[] => {
  const ofShares = columns.map((_, at) => rows.some((row) => holdsShare(row[at] ?? "")));
  const said = (key: ReportKey, column: string) => reportText(lang, key, { column });
  const headings = columns.flatMap((column, at) =>
    ofShares[at] === true
      ? [column, said("label.columnOutOf", column), said("label.columnShare", column)]
      : [column],
  );
  return [
    ...rowsOf("columns", headings.map(textCell), lang),
    ...rows.flatMap((row) => {
      const cells = row.flatMap((text, at) => cellsOf(text, ofShares[at] === true));
      return rowsOf("body", cells, lang);
    }),
  ];
};

/** A row, and what is too long for its cells in rows below. */
const rowsOf = (looks: Row["looks"], cells: readonly Cell[], lang: Lang): readonly Row[] => {
  const pieces = cells.map((cell): readonly Cell[] =>
    cell.is === "text" ? piecesOf(cell.text, lang).map(textCell) : [cell],
  );
  const height = Math.max(1, ...pieces.map(({ length }) => length));
  return Array.from({ length: height }, (_, at) => ({
    looks,
    cells: pieces.map((each) => each[at] ?? { is: "blank" }),
  }));
};
