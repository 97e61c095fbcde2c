import { type DocumentValue, formatPlaced, type Placed } from "@tongket/core/report";
import { type Difference, gridDifferences, textDifferences } from "@tongket/report-check";
import type { Cell } from "./cells.ts";
import { layoutOf } from "./layout.ts";
import { type FoundCell, readXlsx } from "./read-xlsx.ts";
import { quotientAt } from "./written-cell.ts";

type Lang = DocumentValue["lang"];

/**
 * Where a workbook differs from that of a document, sheet by sheet and cell by cell: another text
 * or number, a formula for a number, a number shown otherwise, rows and sheets more or less.
 */
export const xlsxDifferences = async (
  document: DocumentValue,
  bytes: Uint8Array,
): Promise<readonly Difference[]> => {
  const { lang } = document;
  const made = new Map(layoutOf(document).map(({ name, rows }) => [name, rows]));
  const { sheets } = await readXlsx(bytes);
  const read = new Map(sheets.map(({ name, rows }) => [name, rows]));
  const compare = (cell?: Cell, found?: FoundCell) => cellDifferences(cell, found, lang);
  return [...new Set([...made.keys(), ...read.keys()])].flatMap((name) =>
    gridDifferences({
      expected: (made.get(name) ?? []).map(({ cells }) => cells),
      found: read.get(name) ?? [],
      compare,
    }),
  );
};

const cellDifferences = (
  cell: Cell = { is: "blank" },
  found: FoundCell | undefined,
  lang: Lang,
): readonly Difference[] => {
  switch (cell.is) {
    case "blank":
      return isEmpty(found) ? [] : [{ expected: "", found: sayingOf(found) }];
    case "text":
      return textDifferences(cell.text, sayingOf(found), lang);
    default:
      return holds(cell, found) ? [] : [differenceOf(cell.placed, sayingOf(found), lang)];
  }
};

const differenceOf = (
  { figure, branch, value }: Placed,
  found: string,
  lang: Lang,
): Difference => ({
  figure: { figure, ...(branch === undefined ? {} : { branch }) },
  expected: formatPlaced(value, lang),
  found,
});

const isEmpty = (found: FoundCell | undefined): boolean =>
  found === undefined || ((found.value ?? "") === "" && found.formula === undefined);

const holds = (
  cell: Extract<Cell, { readonly placed: Placed }>,
  found: FoundCell | undefined,
): boolean => {
  if (found === undefined || typeof found.value !== "number") return false;
  const { value, formula, format = "General" } = found;
  if (format !== "General" && format !== cell.format) return false;
  if (formula !== undefined && (cell.is === "number" || formula !== quotientAt(found)))
    return false;
  return value === cell.number || value === inFifteenDigits(cell.number);
};

/** A number as some programs save it. */
const inFifteenDigits = (number: number): number => Number(number.toPrecision(15));

/** What stands in a cell, with the formula that it comes from. */
const sayingOf = (found: FoundCell | undefined): string => {
  const value = String(found?.value ?? "");
  return found?.formula === undefined ? value : `=${found.formula} ${value}`.trim();
};
