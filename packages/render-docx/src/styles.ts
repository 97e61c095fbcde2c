import { languages } from "@tongket/core/messages";
import type { DocumentValue } from "@tongket/core/report";
import {
  AlignmentType,
  type INumberingOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
} from "docx";
import { halfPoints, twipsOfMm, twipsOfPt } from "./measures.ts";

/** The styles of paragraphs that Word does not have of its own by these names. */
export const paragraphStyles = { body: "BodyText", cell: "TableText" } as const;

/** The lists that Word counts or marks by itself. */
export const lists = { ordered: "ordered", unordered: "unordered" } as const;

/** How the page format of a document sets its text, as styles that Word lists by their names. */
export const stylesOf = ({ lang, frame }: DocumentValue): IStylesOptions => {
  const { fontFamilies, body, justified, firstLineMm } = frame.page;
  const [font = "serif"] = fontFamilies;
  const line = body.linePtMin === undefined ? {} : atLeast(body.linePtMin);
  const alignment = justified ? AlignmentType.JUSTIFIED : AlignmentType.LEFT;
  const firstLine = twipsOfMm(firstLineMm ?? 0);
  const heading = (beforePt: number) => ({
    run: { bold: true, color: "000000", size: halfPoints(body.sizePt), font },
    paragraph: { keepNext: true, spacing: { before: twipsOfPt(beforePt), after: twipsOfPt(6) } },
  });
  const smallHeading = heading(6);
  return {
    default: {
      document: {
        run: { font, size: halfPoints(body.sizePt), language: { value: languages[lang].locale } },
        paragraph: { spacing: line },
      },
      title: { run: { color: "000000", font }, paragraph: centred },
      heading1: heading(12),
      heading2: {
        ...smallHeading,
        paragraph: { ...smallHeading.paragraph, indent: { firstLine } },
      },
      listParagraph: { paragraph: { alignment, spacing: { after: twipsOfPt(4) } } },
    },
    paragraphStyles: [
      {
        id: paragraphStyles.body,
        name: "Body Text",
        basedOn: "Normal",
        quickFormat: true,
        paragraph: {
          alignment,
          indent: { firstLine },
          spacing: { after: twipsOfPt(6) },
        },
      },
      {
        id: paragraphStyles.cell,
        name: "Table Text",
        basedOn: "Normal",
        quickFormat: true,
        run: { size: halfPoints(cellSizePt(body.sizePt)) },
        paragraph: { spacing: { line: 240, lineRule: LineRuleType.AUTO } },
      },
    ],
  };
};

const atLeast = (points: number) => ({ line: twipsOfPt(points), lineRule: LineRuleType.AT_LEAST });

const centred = {
  alignment: AlignmentType.CENTER,
  keepNext: true,
  spacing: { before: twipsOfPt(12) },
} as const;

/** Letters in tables are a little smaller, since no format says how large they are. */
const cellSizePt = (bodyPt: number): number => Math.max(8, bodyPt - 2);

/** Each list begins anew at one: a paragraph names the instance that it belongs to. */
export const numberingOf = ({ frame }: DocumentValue): INumberingOptions => {
  const left = twipsOfMm((frame.page.firstLineMm ?? 0) + 6);
  const style = { paragraph: { indent: { left, hanging: twipsOfMm(6) } } };
  const level = { level: 0, alignment: AlignmentType.LEFT, style };
  return {
    config: [
      {
        reference: lists.ordered,
        levels: [{ ...level, format: LevelFormat.DECIMAL, text: "%1." }],
      },
      { reference: lists.unordered, levels: [{ ...level, format: LevelFormat.BULLET, text: "-" }] },
    ],
  };
};
