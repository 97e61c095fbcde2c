import { type DocumentValue, formatPlaced } from "@tongket/core/report";
import { type Difference, gridDifferences, textDifferences } from "@tongket/report-check";
import { figureRows, shownText } from "./figure-rows.ts";
import { readCsv } from "./read-csv.ts";

/** Where a file of figures differs from that of a document, row by row and cell by cell. */
export const csvDifferences = (
  document: DocumentValue,
  bytes: Uint8Array,
): readonly Difference[] => {
  const { lang } = document;
  const expected = figureRows(document).map(({ placed, cells }) =>
    cells.map((cell) => ({ placed, cell })),
  );
  return gridDifferences({
    expected,
    found: readCsv(bytes).rows,
    compare: (made, found = "") => {
      if (made === undefined) return found === "" ? [] : [{ expected: "", found }];
      const { placed, cell } = made;
      const text = typeof cell === "number" ? shownText(cell, lang) : cell;
      if (textDifferences(text, found, lang).length === 0) return [];
      const { figure, branch, value } = placed;
      const whose = branch === undefined ? {} : { branch };
      return [{ figure: { figure, ...whose }, expected: formatPlaced(value, lang), found }];
    },
  });
};
