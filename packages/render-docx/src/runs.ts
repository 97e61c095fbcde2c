import {
  type DocumentValue,
  formatPlaced,
  type Line,
  lettersOf,
  type Placed,
  spansOf,
  type Text,
} from "@tongket/core/report";
import {
  BuilderElement,
  type ParagraphChild,
  StringValueElement,
  TextRun,
  UnderlineType,
  type XmlComponent,
} from "docx";
import { inert } from "./inert.ts";
import { halfPoints } from "./measures.ts";

/** Letters that are set alike. */
export const runOf = (line: Line): TextRun =>
  // NOTE: as `text`; a child that is a string may be taken for a field by docx.
  new TextRun({ text: inert(lettersOf(line)), ...lettersStyle(line.style) });

/** How letters are set in Word; capitals are in the text itself. */
export const lettersStyle = ({ sizePt, bold, italic, underlined }: Line["style"]) => ({
  size: halfPoints(sizePt),
  ...(bold === true && { bold }),
  ...(italic === true && { italics: italic }),
  ...(underlined === true && { underline: { type: UnderlineType.SINGLE } }),
});

/**
 * A text with the figures in it, each in a content control; what documents report stands in
 * italics.
 */
export const runsOf = (text: Text, lang: DocumentValue["lang"]): readonly ParagraphChild[] =>
  spansOf(text).map((span) =>
    typeof span === "string" ? new TextRun({ text: inert(span) }) : controlOf(span, lang),
  );

/** A figure that machines find by its tag: what it is, and behind a space whose. */
const controlOf = (placed: Placed, lang: DocumentValue["lang"]): ParagraphChild => {
  const { value } = placed;
  const run = new TextRun({
    text: inert(formatPlaced(value, lang)),
    ...(value.is === "reported" && { italics: true }),
  });
  const control = element("w:sdt", [
    element("w:sdtPr", [new StringValueElement("w:tag", tagOf(placed))]),
    element("w:sdtContent", [run]),
  ]);
  // NOTE: docx writes any element, but its types name no content control.
  return control as XmlComponent as ParagraphChild;
};

/** NOTE: Word refuses a longer tag. A control of one that is cut is told by its place. */
const tagLettersMax = 64;

export const tagOf = ({ figure, branch }: Pick<Placed, "figure" | "branch">): string =>
  inert(branch === undefined ? figure : `${figure} ${branch}`).slice(0, tagLettersMax);

const element = (name: string, children: readonly XmlComponent[]): XmlComponent =>
  new BuilderElement({ name, children });
