import {
  type DocumentValue,
  onlyFigure,
  plainText,
  type Table,
  type Text,
} from "@tongket/core/report";
import {
  AlignmentType,
  Paragraph,
  type ParagraphChild,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  Table as WordTable,
} from "docx";
import { inert } from "./inert.ts";
import { twipsOfPt } from "./measures.ts";
import { runsOf } from "./runs.ts";
import { paragraphStyles } from "./styles.ts";

/** Where a table stands. */
export interface Place {
  readonly lang: DocumentValue["lang"];
  readonly widthTwips: number;
}

/** A table with borders; its heading row is repeated on each page, and no row breaks. */
export const tableOf = ({ columns, rows }: Table, { lang, widthTwips }: Place): WordTable => {
  const texts = [columns, ...rows.map((row) => row.map((cell) => plainText(cell, lang)))];
  const widths = shared(
    widthTwips,
    columns.map((_, at) => lettersWanted(texts, at)),
  );
  const headings = columns.map((text, at) => {
    const run = new TextRun({ text: inert(text), bold: true });
    return cellOf([run], { alignment: AlignmentType.CENTER, width: widths[at] });
  });
  const cells = (row: readonly Text[]) =>
    row.map((text, at) =>
      cellOf(runsOf(text, lang), { alignment: alignmentOf(text), width: widths[at] }),
    );
  return new WordTable({
    layout: TableLayoutType.FIXED,
    width: { size: widthTwips, type: WidthType.DXA },
    columnWidths: widths,
    margins: { top: 40, bottom: 40, left: twipsOfPt(4), right: twipsOfPt(4) },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: headings }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: cells(row) })),
    ],
  });
};

/** Figures stand at right, but for those that are words. */
const alignmentOf = (text: Text): CellStyle["alignment"] => {
  const { value } = onlyFigure(text) ?? {};
  const isNumber = value !== undefined && value.is !== "unknown" && value.is !== "suppressed";
  return isNumber ? AlignmentType.RIGHT : AlignmentType.LEFT;
};

interface CellStyle {
  readonly alignment: (typeof AlignmentType)[keyof typeof AlignmentType];
  readonly width: number | undefined;
}

const cellOf = (
  children: readonly ParagraphChild[],
  { alignment, width = 0 }: CellStyle,
): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    children: [new Paragraph({ style: paragraphStyles.cell, alignment, children })],
  });

/** A column is as wide as its longest text and its edges, but a long text breaks into lines. */
const lettersWanted = (rows: readonly (readonly string[])[], at: number): number =>
  4 + Math.max(...rows.map((row) => Math.min(24, row[at]?.length ?? 0)));

const shared = (whole: number, wanted: readonly number[]): readonly number[] => {
  const sum = wanted.reduce((total, one) => total + one, 0);
  return wanted.map((one) => Math.floor((whole * one) / sum));
};
