import { type DocumentValue, manifestText } from "@tongket/core/report";
import { writeCsv } from "hucre/csv";
import { columns, figureRows, shownText } from "./figure-rows.ts";
import { inert } from "./inert.ts";

/** What stands in the first column of the last row, which is of the document itself. */
export const manifestMark = "tongket";

/**
 * The figures of a document as CSV for spreadsheets, a row each: UTF-8 with a byte order mark, and
 * no text is a formula. The last row says which document it is and where it was computed.
 */
export const renderCsv = (document: DocumentValue): string => {
  const rows = figureRows(document).map(({ cells }) =>
    cells.map((cell) => (typeof cell === "number" ? cell : inert(shownText(cell, document.lang)))),
  );
  const text = writeCsv([[...columns], ...rows, lastRow(document)], {
    bom: true,
    lineSeparator: "\r\n",
  });
  return `${text}\r\n`;
};

/** The manifest without its figures: they are the rows. */
const lastRow = (document: DocumentValue): string[] => {
  const head = manifestText({ ...document, sections: [], annexes: [] });
  return columns.map((_, at) => [manifestMark, head][at] ?? "");
};
