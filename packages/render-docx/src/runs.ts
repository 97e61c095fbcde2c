import {
  type DocumentValue,
  formatPlaced,
  type Line,
  lettersOf,
  spansOf,
  type Text,
} from "@tongket/core/report";
import { TextRun, UnderlineType } from "docx";
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

/** A text with the figures in it; what documents report stands in italics. */
export const runsOf = (text: Text, lang: DocumentValue["lang"]): readonly TextRun[] =>
  spansOf(text).map((span) =>
    typeof span === "string"
      ? new TextRun({ text: inert(span) })
      : new TextRun({
          text: inert(formatPlaced(span.value, lang)),
          ...(span.value.is === "reported" && { italics: true }),
        }),
  );
