import type { DocumentValue, Frame, Line } from "@tongket/core/report";
import {
  AlignmentType,
  type IParagraphOptions,
  Paragraph,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
  Table as WordTable,
} from "docx";
import { gap, type Part } from "./blocks.ts";
import { twipsOfMm, twipsOfPt } from "./measures.ts";
import { lettersStyle, runOf } from "./runs.ts";
import { lists, paragraphStyles } from "./styles.ts";
import type { Place } from "./table.ts";

/** Who issues the document at left; whose country or party, and where and when, at right. */
export const headParts = ({ frame }: DocumentValue, { widthTwips }: Place): readonly Part[] => {
  const { superior, issuer, issuerMark, number, banner, placeAndDate } = frame.lines;
  const rows = [
    [centred(superior, issuer, issuerMark), centred(banner)],
    [centred(number), centred(placeAndDate)],
  ] as const;
  return [
    sideBySide(
      rows.filter((row) => row.flat().length > 0),
      { widthTwips },
    ),
    gap(),
  ];
};

/** What kind of document it is, and of what. */
export const titleParts = ({ frame }: DocumentValue): readonly Part[] => {
  const { typeLine, subject, separator } = frame.lines;
  return [
    new Paragraph({ style: "Title", children: [runOf(typeLine)] }),
    ...centred(subject, separator),
    gap(),
  ];
};

/** Who it is sent to at left, who signs it at right. */
export const footParts = ({ frame }: DocumentValue, { widthTwips }: Place): readonly Part[] => {
  const row = [recipientParts(frame), signatureParts(frame)] as const;
  return row.flat().length === 0 ? [] : [gap(12), sideBySide([row], { widthTwips }), gap()];
};

const recipientParts = ({ lines, recipients }: Frame): readonly Paragraph[] => [
  ...linesAs({}, lines.recipientsLabel),
  ...linesAs(recipientStyle, ...recipients),
];

const recipientStyle = {
  style: paragraphStyles.cell,
  numbering: { reference: lists.unordered, level: 0 },
  indent: { left: twipsOfMm(4), hanging: twipsOfMm(4) },
} as const;

/** Under the office there is room to sign in. */
const signatureParts = ({
  lines: { onBehalf, office, signatory },
}: Frame): readonly Paragraph[] => [
  ...centred(onBehalf, office),
  ...linesAs({ alignment: AlignmentType.CENTER, spacing: { before: twipsOfPt(80) } }, signatory),
];

const centred = (...lines: readonly (Line | undefined)[]): readonly Paragraph[] =>
  linesAs({ alignment: AlignmentType.CENTER }, ...lines);

const linesAs = (
  options: IParagraphOptions,
  ...lines: readonly (Line | undefined)[]
): readonly Paragraph[] =>
  lines.flatMap((line) =>
    line === undefined
      ? []
      : [
          new Paragraph({
            keepNext: true,
            ...options,
            run: lettersStyle(line.style),
            children: [runOf(line)],
          }),
        ],
  );

type Row = readonly [left: readonly Paragraph[], right: readonly Paragraph[]];

/** Two columns without borders, each row of them on one page. */
const sideBySide = (rows: readonly Row[], { widthTwips }: Pick<Place, "widthTwips">): WordTable => {
  const left = Math.round(widthTwips * leftShare);
  const columnWidths = [left, widthTwips - left];
  const cell = (children: readonly Paragraph[], at: number): TableCell =>
    new TableCell({
      width: { size: columnWidths[at] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlign.TOP,
      // NOTE: Word takes a cell without a paragraph for damage.
      children: children.length === 0 ? [new Paragraph({})] : children,
    });
  return new WordTable({
    layout: TableLayoutType.FIXED,
    width: { size: widthTwips, type: WidthType.DXA },
    columnWidths,
    borders: TableBorders.NONE,
    rows: rows.map((row) => new TableRow({ cantSplit: true, children: row.map(cell) })),
  });
};

/** The right side is wider, for the longer lines stand there. */
const leftShare = 0.46;
