import { type Block, figuresTable, plainText, type Section, type Text } from "@tongket/core/report";
import {
  AlignmentType,
  HeadingLevel,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  type Table as WordTable,
} from "docx";
import { twipsOfPt } from "./measures.ts";
import { runsOf } from "./runs.ts";
import { lists, paragraphStyles } from "./styles.ts";
import { type Place, tableOf } from "./table.ts";

export type Part = Paragraph | WordTable;

/** Sections one after the other, or each on a new page. */
export const sectionParts = (
  sections: readonly Section[],
  place: Place,
  { onNewPages }: { readonly onNewPages: boolean },
): readonly Part[] =>
  sections.flatMap(({ heading, blocks }) => [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      pageBreakBefore: onNewPages,
      children: runsOf(heading, place.lang),
    }),
    ...blocks.flatMap((block) => blockParts(block, place)),
  ]);

const blockParts = (block: Block, place: Place): readonly Part[] => {
  switch (block.block) {
    case "heading":
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_2,
          children: runsOf(block.text, place.lang),
        }),
      ];
    case "paragraph":
      return [
        new Paragraph({
          style: paragraphStyles.body,
          ...evenly(block.text, place.lang),
          children: runsOf(block.text, place.lang),
        }),
      ];
    case "list":
      return listParts(block.items, place, { ordered: block.ordered });
    case "figures":
      return [tableOf(figuresTable(block.figures, place.lang), place), gap()];
    case "table":
      return [tableOf(block, place), gap()];
  }
};

/** Items of one list; where they are numbered, the first one begins at one again. */
const listParts = (
  items: readonly Text[],
  { lang }: Place,
  { ordered }: { readonly ordered: boolean },
): readonly Part[] =>
  items.map(
    (item, at) =>
      new Paragraph({
        style: "ListParagraph",
        numbering: {
          reference: ordered ? lists.ordered : lists.unordered,
          level: 0,
          restart: ordered && at === 0,
        },
        ...evenly(item, lang),
        children: runsOf(item, lang),
      }),
  );

/** A long word, such as a hash, would tear the line before it apart: its text is not justified. */
const evenly = (text: Text, lang: Place["lang"]): IParagraphOptions =>
  /\S{40}/.test(plainText(text, lang)) ? { alignment: AlignmentType.LEFT } : {};

/** Word joins two tables that nothing stands between. */
export const gap = (points = 6): Paragraph =>
  new Paragraph({ spacing: { line: twipsOfPt(points), lineRule: LineRuleType.EXACT, after: 0 } });
