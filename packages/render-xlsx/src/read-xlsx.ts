import type { ReadBack } from "@tongket/report-check";
import { type CellValue, readXlsx as readSheets } from "hucre/xlsx";
import { manifestSheet } from "./sheet-names.ts";

/** A workbook as it is read back: what it says to machines, and its sheets in sight. */
export interface Workbook extends ReadBack {
  readonly sheets: readonly FoundSheet[];
}

interface FoundSheet {
  readonly name: string;
  readonly rows: readonly (readonly FoundCell[])[];
}

export interface FoundCell {
  readonly row: number;
  readonly column: number;
  /** As the file keeps it: of a formula what it last came to. */
  readonly value: CellValue;
  readonly formula: string | undefined;
  /** How a number is shown. */
  readonly format: string | undefined;
}

/** Reads a workbook, saved by whatever program; one without sheets where the bytes are none. */
export const readXlsx = async (bytes: Uint8Array): Promise<Workbook> => {
  const all = await sheetsOf(bytes);
  const manifest = all.find(({ name }) => name === manifestSheet);
  const sheets = all.filter((sheet) => sheet !== manifest);
  return {
    manifest: manifest?.rows.flat().map(saidIn).join(""),
    sheets,
    text: sheets
      .flatMap(({ rows }) => rows.map((cells) => cells.map(saidIn).join(" ").trim()))
      .join("\n"),
  };
};

const saidIn = ({ value }: FoundCell): string => (value === null ? "" : String(value));

/** NOTE: the library throws errors of many classes at bytes that were damaged. */
const sheetsOf = async (bytes: Uint8Array): Promise<readonly FoundSheet[]> => {
  const { sheets } = await readSheets(bytes, { readStyles: true }).catch(() => ({ sheets: [] }));
  return sheets.map(({ name, rows, cells }) => ({
    name,
    rows: rows.map((values, row) =>
      values.map((value, column) => {
        const { formula, style } = cells?.get(`${row},${column}`) ?? {};
        return { row, column, value, formula, format: style?.numFmt };
      }),
    ),
  }));
};
