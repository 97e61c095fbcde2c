import {
  type Block,
  type DocumentValue,
  figuresTable,
  lettersOf,
  plainText,
} from "@tongket/core/report";
import type { Page } from "../open-pdf.ts";
import { partsOf } from "../parts.ts";
import type { Measured } from "./measured.ts";

/** Whether all that a document says can be taken out of it again, letter by letter. */
export const lettersKept = (
  pages: readonly Page[],
  document: DocumentValue,
): readonly Measured[] => {
  const read = partsOf(pages);
  const [wanted, found] = [textsIn(document).map(joined), read.map(joined)];
  const letters = new Set(wanted.flatMap(beyondAscii));
  const lettersFound = new Set(found.flatMap(beyondAscii)).intersection(letters);
  const composed = read.every((text) => text === text.normalize("NFC"));
  return [
    same("text, as written", `${wanted.length} texts`, `${keptAmong(wanted, found)} texts`),
    same("text, form", "NFC", composed ? "NFC" : "not NFC"),
    same("text, letters beyond ASCII", `${letters.size} letters`, `${lettersFound.size} letters`),
  ];
};

/** How many texts stand in a part of their own, or where a page ends in two. */
const keptAmong = (wanted: readonly string[], found: readonly string[]): number => {
  const others = [...found];
  const broken = wanted.filter((text) => {
    const at = others.indexOf(text);
    if (at >= 0) others.splice(at, 1);
    return at < 0;
  });
  const left = others.join("");
  return wanted.length - broken.filter((text) => !left.includes(text)).length;
};

const same = (rule: string, expected: string, measured: string): Measured => ({
  ...{ rule, expected, measured },
  passes: expected === measured,
});

const textsIn = ({ frame, sections, annexes, lang }: DocumentValue): readonly string[] =>
  [
    ...Object.values(frame.lines).map(lettersOf),
    ...frame.recipients.map(({ text }) => text),
    ...[...sections, ...annexes].flatMap(({ heading, blocks }) => [
      heading,
      ...blocks.flatMap((block) => textsOfBlock(block, lang)),
    ]),
  ].filter((text) => text.trim() !== "");

const textsOfBlock = (block: Block, lang: DocumentValue["lang"]): readonly string[] => {
  switch (block.block) {
    case "heading":
    case "paragraph":
      return [plainText(block.text, lang)];
    case "list":
      return block.items.map((item) => plainText(item, lang));
    case "figures":
      return textsOfBlock(figuresTable(block.figures, lang), lang);
    case "table":
      return [...block.columns, ...block.rows.flat()].map((text) => plainText(text, lang));
  }
};

/** White space tells nothing: lines break, and long words have places to break at. */
const joined = (text: string): string => text.replace(/[\s\u200b]+/g, "");

const beyondAscii = (text: string): readonly string[] => text.match(/[^\P{L}A-Za-z]/gu) ?? [];
