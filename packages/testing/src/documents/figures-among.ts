import {
  type Block,
  type DocumentValue,
  figuresTable,
  formatPlaced,
  type Placed,
  plainText,
  type Section,
  spansOf,
  type Text,
} from "@tongket/core/report";
import { LawBroken } from "../laws/law-broken.ts";

/** A figure in print, as a document shows it or as it was read out of a file. */
export interface FigureRead {
  readonly figure: string;
  readonly branch: string;
  /** Without white space. */
  readonly text: string;
}

/** Every figure of a document in reading order, as it should stand in print. */
export const figuresIn = (document: DocumentValue): readonly FigureRead[] =>
  [...document.sections, ...document.annexes]
    .flatMap((section) => partsOf(section, document))
    .flatMap(({ text }) => placedAmong(text))
    .map((placed) => readAs(placed, formatPlaced(placed.value, document.lang), document));

export const readAs = (
  { figure, branch }: Pick<Placed, "figure" | "branch">,
  text: string,
  document: Pick<DocumentValue, "branch">,
): FigureRead => ({ figure, branch: branch ?? document.branch, text: letters(text) });

/**
 * The figures that stand among the words of a file, given as a heading, a paragraph, an item or a
 * cell each in reading order. Only the document's words say where; nothing of a renderer is used.
 * White space and signs that nobody sees tell nothing, and marks may stand before items.
 */
export const figuresAmong = (
  found: readonly string[],
  document: DocumentValue,
): readonly FigureRead[] => {
  const shown = found.filter((one) => !tellsNothing(one));
  const wanted = (sections: readonly Section[]): readonly Wanted[] =>
    sections.flatMap((section) =>
      partsOf(section, document).flatMap((part) => wantedOf(part, document)),
    );
  const [sections, annexes] = [wanted(document.sections), wanted(document.annexes)];
  const annexesFrom = shown.length - annexes.length;
  const starts = Array.from({ length: Math.max(1, annexesFrom - sections.length + 1) }, (_, at) =>
    fitting(sections, shown, at),
  );
  const best = Math.max(...starts);
  const read = [
    ...takenFrom(sections, shown, starts.indexOf(best)),
    ...takenFrom(annexes, shown, annexesFrom),
  ];
  return read.map(([placed, text]) => readAs(placed, text, document));
};

/** A part of a document; an item may have a mark or its number before it. */
interface Part {
  readonly text: Text;
  readonly isItem?: boolean;
}

const partsOf = ({ heading, blocks }: Section, { lang }: DocumentValue): readonly Part[] => [
  { text: heading },
  ...blocks.flatMap((block) => partsOfBlock(block, lang)),
];

const partsOfBlock = (block: Block, lang: DocumentValue["lang"]): readonly Part[] => {
  switch (block.block) {
    case "heading":
    case "paragraph":
      return [{ text: block.text }];
    case "list":
      return block.items.map((text) => ({ text, isItem: true }));
    case "figures":
      return partsOfBlock(figuresTable(block.figures, lang), lang);
    case "table":
      return [...block.columns, ...block.rows.flat()].map((text) => ({ text }));
  }
};

const placedAmong = (text: Text): readonly Placed[] =>
  spansOf(text).filter((span) => typeof span === "object");

/** What a part of a file has to be: these words, and between each two of them a figure. */
interface Wanted {
  readonly words: readonly string[];
  readonly figures: readonly { readonly placed: Placed; readonly text: string }[];
  readonly isItem: boolean;
}

const wantedOf = ({ text, isItem = false }: Part, { lang }: DocumentValue): readonly Wanted[] => {
  const words = [""];
  for (const span of spansOf(text)) {
    if (typeof span === "string") words.push(`${words.pop()}${letters(span)}`);
    else words.push("");
  }
  const figures = placedAmong(text).map((placed) => ({
    placed,
    text: letters(formatPlaced(placed.value, lang)),
  }));
  return tellsNothing(plainText(text, lang)) ? [] : [{ words, figures, isItem }];
};

/** Of an item: its number, or a sign. Where digits follow at once it is a figure, as in 1.5%. */
const mark = /^\s*(?:\d+[.)]|[-–•])(?:\s+|$)/;

const tellsNothing = (words: string): boolean => letters(words.replace(mark, "")) === "";

/** The figures in a part of a file; undefined where its words are others. */
const readIn = (wanted: Wanted, shown = ""): readonly string[] | undefined => {
  const unmarked = wanted.isItem
    ? readBetween(wanted, letters(shown.replace(mark, "")))
    : undefined;
  return unmarked ?? readBetween(wanted, letters(shown));
};

const readBetween = ({ words, figures }: Wanted, shown: string): readonly string[] | undefined => {
  const [first = "", ...others] = words;
  if (others.length === 0) return shown === first ? [] : undefined;
  if (!shown.startsWith(first)) return undefined;
  let from = first.length;
  const read: string[] = [];
  for (const [at, next] of others.entries()) {
    const whole = (figures[at]?.text ?? "") + next;
    const isLast = at === others.length - 1;
    const isAsItIs =
      shown.startsWith(whole, from) && (!isLast || shown.length - from === whole.length);
    const end = isAsItIs
      ? from + whole.length - next.length
      : isLast
        ? shown.length - next.length
        : shown.indexOf(next, from);
    if (end < from || !shown.startsWith(next, end)) return undefined;
    read.push(shown.slice(from, end));
    from = end + next.length;
  }
  return read;
};

/** How many parts in a row are as they have to be, from one on. */
const fitting = (wanted: readonly Wanted[], shown: readonly string[], from: number): number => {
  const missed = wanted.findIndex((one, at) => readIn(one, shown[from + at]) === undefined);
  return missed < 0 ? wanted.length : missed;
};

const takenFrom = (
  wanted: readonly Wanted[],
  shown: readonly string[],
  from: number,
): readonly (readonly [Placed, string])[] =>
  wanted.flatMap((one, at) => {
    const texts = readIn(one, shown[from + at]);
    if (texts === undefined) {
      throw new LawBroken("a file shows each part of its document in its place", {
        found: shown[from + at],
        expected: one.words.join("…"),
      });
    }
    return one.figures.map(({ placed }, index) => [placed, texts[index] ?? ""] as const);
  });

/** NOTE: what no file can hold stands in some as U+FFFD, and in others not at all. */
const letters = (text: string): string => text.normalize("NFC").replace(/[\s\p{C}\ufffd]/gu, "");
