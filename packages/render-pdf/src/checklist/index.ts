import type { DocumentValue } from "@tongket/core/report";
import { openPdf } from "../open-pdf.ts";
import { bodyStyle, pageNumbers } from "./body.ts";
import { lettersKept } from "./letters.ts";
import { lineStyles } from "./line-styles.ts";
import { paperAndMargins } from "./margins.ts";
import type { Measured } from "./measured.ts";

export type { Measured } from "./measured.ts";

/** Measures a PDF of a document by each rule of its frame, and whether its letters are kept. */
export const measurePdf = async (
  document: DocumentValue,
  bytes: Uint8Array,
): Promise<readonly Measured[]> => {
  const { pages } = await openPdf(bytes);
  const { page } = document.frame;
  return [
    ...paperAndMargins(pages, page),
    ...lineStyles(pages, document),
    ...bodyStyle(pages, document),
    ...pageNumbers(pages, page),
    ...lettersKept(pages, document),
  ];
};

/** What was measured as a table, a rule a line. */
export const measuredTable = (rows: readonly Measured[]): string =>
  [
    ["rule", "expected", "measured", "passes"],
    ...rows.map(({ rule, expected, measured, passes }) => [
      rule,
      expected,
      measured,
      passes ? "yes" : "NO",
    ]),
  ]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .toSpliced(1, 0, "| --- | --- | --- | --- |")
    .join("\n");
