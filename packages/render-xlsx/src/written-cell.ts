import { type DocumentValue, formatPlaced, type Span, spansOf } from "@tongket/core/report";
import { type CellStyle, cellRef, type Cell as Written } from "hucre/xlsx";
import type { Cell } from "./cells.ts";
import type { Row } from "./layout.ts";
import { isWrapped } from "./sheet-sizes.ts";

type FontStyle = NonNullable<CellStyle["font"]>;

export const bodyFont = { name: "Times New Roman", size: 12 } as const;

export const fonts = {
  title: { ...bodyFont, size: 16, bold: true },
  heading: { ...bodyFont, bold: true },
  columns: { ...bodyFont, bold: true },
  body: bodyFont,
} satisfies Record<Row["looks"], FontStyle>;

interface Place {
  readonly row: number;
  readonly column: number;
  readonly looks: Row["looks"];
  readonly lang: DocumentValue["lang"];
}

/** A cell as it is written. Text is text whatever it begins with: only quotients are formulas. */
export const writtenCell = (cell: Cell, place: Place): Partial<Written> => {
  const { looks, lang } = place;
  const style = styleOf(looks, isReported(cell));
  switch (cell.is) {
    case "blank":
      return {};
    case "text":
      return { ...writtenText(spansOf(cell.text), fonts[looks], lang), style };
    case "number":
      return { value: cell.number, style: { ...style, numFmt: cell.format } };
    case "quotient":
      return {
        formula: quotientAt(place),
        formulaResult: cell.number,
        style: { ...style, numFmt: cell.format },
      };
  }
};

/** The formula of a quotient by its place: the cell two before it, by the one before it. */
export const quotientAt = ({ row, column }: Pick<Place, "row" | "column">): string =>
  `${cellRef(row, column - 2)}/${cellRef(row, column - 1)}`;

/** Words as they stand. NOTE: `_x0041_` in a workbook is an A, unless its first sign is escaped. */
export const literal = (text: string): string => text.replace(/_(?=x[\da-fA-F]{4}_)/g, "_x005F_");

const isReported = (cell: Cell): boolean => {
  if (cell.is === "blank") return false;
  if (cell.is !== "text") return cell.placed.value.is === "reported";
  return spansOf(cell.text).every((span) => typeof span === "object" && isOfReport(span));
};

const isOfReport = (span: Span): boolean =>
  typeof span === "object" && span.value.is === "reported";

/** What documents report stands in italics, also among words. */
const writtenText = (
  spans: readonly Span[],
  font: FontStyle,
  lang: Place["lang"],
): Partial<Written> => {
  const runs = spans.map((span) => ({
    text: literal(typeof span === "string" ? span : formatPlaced(span.value, lang)),
    font: isOfReport(span) ? { ...font, italic: true } : font,
  }));
  const value = runs.map(({ text }) => text).join("");
  return spans.some(isOfReport) ? { value, richText: runs } : { value };
};

const styleOf = (looks: Row["looks"], isItalic: boolean): CellStyle => ({
  font: isItalic ? { ...fonts[looks], italic: true } : fonts[looks],
  alignment: { vertical: "top", wrapText: isWrapped(looks) },
});
