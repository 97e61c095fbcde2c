import { reportText } from "@tongket/core/messages";
import { type DocumentValue, manifestText } from "@tongket/core/report";
import { cellRef, type WriteSheet, writeXlsx } from "hucre/xlsx";
import { layoutOf, type Sheet } from "./layout.ts";
import { endWithin, printable } from "./long-text.ts";
import { manifestSheet } from "./sheet-names.ts";
import { heightOf, widthsOf } from "./sheet-sizes.ts";
import { bodyFont, fonts, literal, writtenCell } from "./written-cell.ts";

type Lang = DocumentValue["lang"];
type PageSetup = NonNullable<WriteSheet["pageSetup"]>;

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
  const widths = widthsOf(rows, lang);
  const cells = rows.flatMap(({ looks, cells: all }, row) =>
    all.map((cell, column) => {
      const place = { row, column, looks, lang };
      return [`${row},${column}`, writtenCell(cell, place)] as const;
    }),
  );
  const heights = rows.map((row, at) => {
    const { size } = fonts[row.looks];
    return [at, { height: heightOf(row, { widths, lang, size }) }] as const;
  });
  const sheet: WriteSheet = {
    name,
    cells: new Map(cells),
    columns: widths.map((width) => ({ width })),
    rowDefs: new Map(heights),
    pageSetup: onPaper,
  };
  if (headRows === undefined) return sheet;
  const range = `${cellRef(headRows - 1, 0)}:${cellRef(rows.length - 1, widths.length - 1)}`;
  return {
    ...sheet,
    freezePane: { rows: headRows },
    autoFilter: { range },
    pageSetup: { ...onPaper, printTitlesRow: `$1:$${headRows}` },
  };
};

/** As wide as the page, and as many pages as it takes. */
const onPaper: PageSetup = {
  paperSize: "a4",
  orientation: "landscape",
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
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
