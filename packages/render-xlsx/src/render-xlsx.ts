import { reportText } from "@tongket/core/messages";
import { type DocumentValue, manifestText } from "@tongket/core/report";
import { cellRef, type WriteSheet, writeXlsx } from "hucre/xlsx";
import { layoutOf, type Row, type Sheet, shownIn } from "./layout.ts";
import { endWithin, printable } from "./long-text.ts";
import { manifestSheet } from "./sheet-names.ts";
import { bodyFont, literal, writtenCell } from "./written-cell.ts";

type Lang = DocumentValue["lang"];

/**
 * A document value as an Excel workbook; the same value gives the same bytes. Its text is the first
 * sheet, each annex one more, and its manifest one out of sight.
 */
export const renderXlsx = (document: DocumentValue): Promise<Uint8Array> => {
  const { lang, title, issuer, origin } = document;
  const { ledger, position, hash } = origin;
  return writeXlsx({
    properties: {
      title: printable(title),
      creator: printable(issuer),
      description: reportText(lang, "note.head", { ledger, position, hash }),
      created: noDay,
      modified: noDay,
    },
    defaultFont: bodyFont,
    sheets: [
      ...layoutOf(document).map((sheet) => writtenSheet(sheet, lang)),
      { name: manifestSheet, hidden: true, rows: manifestRows(document) },
    ],
  });
};

/** The day of all workbooks, since a document knows of none: the first one of zip files. */
const noDay = new Date(Date.UTC(1980, 0, 1));

const writtenSheet = ({ name, rows, headRows }: Sheet, lang: Lang): WriteSheet => {
  const columns = Math.max(...rows.map(({ cells }) => cells.length));
  const cells = rows.flatMap(({ looks, cells: all }, row) =>
    all.map((cell, column) => {
      const place = { row, column, looks, lang };
      return [`${row},${column}`, writtenCell(cell, place)] as const;
    }),
  );
  const sheet: WriteSheet = {
    name,
    cells: new Map(cells),
    columns: Array.from({ length: columns }, (_, at) => ({ width: widthOf(rows, at, lang) })),
  };
  if (headRows === undefined) return sheet;
  const range = `${cellRef(headRows - 1, 0)}:${cellRef(rows.length - 1, columns - 1)}`;
  return { ...sheet, freezePane: { rows: headRows }, autoFilter: { range } };
};

/** In letters, by the longest line of a table or text in the column; headings may reach over. */
const widthOf = (rows: readonly Row[], column: number, lang: Lang): number => {
  const lengths = rows
    .filter(({ looks }) => looks === "columns" || looks === "body")
    .flatMap(({ cells }) => cells.slice(column, column + 1))
    .map((cell) => shownIn(cell, lang).length + 2);
  return lengths.reduce((widest, length) => Math.max(widest, Math.min(length, 70)), 10);
};

/** The manifest in cells below each other. NOTE: two signs that JSON may have, XML may not. */
const manifestRows = (document: DocumentValue): string[][] => {
  let rest = manifestText(document).replace(/[\uFFFE\uFFFF]/g, (sign) => {
    return `\\u${sign.charCodeAt(0).toString(16)}`;
  });
  const rows: string[][] = [];
  while (rest !== "") {
    const end = endWithin(rest, Math.min(rest.length, manifestPart));
    rows.push([literal(rest.slice(0, end))]);
    rest = rest.slice(end);
  }
  return rows;
};

const manifestPart = 32_000;
