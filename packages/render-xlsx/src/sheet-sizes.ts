import { plainText } from "@tongket/core/report";
import { calculateRowHeight } from "hucre/xlsx";
import type { Cell } from "./cells.ts";
import type { Row } from "./layout.ts";

type Lang = Parameters<typeof plainText>[1];

const [narrowest, widest] = [10, 70];

/** The width of each column in letters, by the longest text in it; headings may reach over. */
export const widthsOf = (rows: readonly Row[], lang: Lang): readonly number[] => {
  const widths: number[] = [];
  for (const { looks, cells } of rows) {
    for (const [at, cell] of cells.entries()) {
      const length = isWrapped(looks) ? shownIn(cell, lang).length + 2 : 0;
      widths[at] = Math.max(widths[at] ?? narrowest, Math.min(length, widest));
    }
  }
  return widths;
};

/** Excel has no higher rows. */
const highest = 409;

/**
 * The height of a row in points. NOTE: it must be given, since not every program reckons it for
 * rows that it has not itself written.
 */
export const heightOf = (
  { looks, cells }: Row,
  { widths, lang, size }: { widths: readonly number[]; lang: Lang; size: number },
): number => {
  const height = calculateRowHeight(
    cells.map((cell) => shownIn(cell, lang)),
    {
      fontSize: size,
      wrapText: isWrapped(looks),
      columnWidths: [...widths],
    },
  );
  return Math.min(height, highest);
};

/** Whether a text goes on in the next line of its cell. */
export const isWrapped = (looks: Row["looks"]): boolean => looks === "columns" || looks === "body";

const shownIn = (cell: Cell, lang: Lang): string => {
  switch (cell.is) {
    case "blank":
      return "";
    case "text":
      return plainText(cell.text, lang);
    default:
      return String(Math.round(cell.number));
  }
};
