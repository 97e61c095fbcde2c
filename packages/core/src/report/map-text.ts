import {
  type Block,
  type DocumentValue,
  type Placed,
  type Section,
  type Span,
  spansOf,
  type Text,
} from "./document.ts";
import { figuresTable } from "./figures-table.ts";
import type { Frame, FrameLines } from "./frame.ts";
import type { Line } from "./line.ts";

/** The document with its words changed, its figures as they are: to put names for `{person:id}`. */
export const mapText = (
  document: DocumentValue,
  change: (text: string) => string,
): DocumentValue => {
  const words = (text: Text): Text => mapSpans(text, change, (placed) => placed);
  return {
    ...mapBlocks(
      document,
      (block) => {
        switch (block.block) {
          case "heading":
            return { ...block, text: change(block.text) };
          case "figures":
            return {
              ...block,
              figures: block.figures.map((figure) => ({
                ...figure,
                label: change(figure.label),
                reported: figure.reported.map((one) => ({ ...one, phrase: change(one.phrase) })),
              })),
            };
          case "table":
            return { ...mapTexts(block, words), columns: block.columns.map(change) };
          default:
            return mapTexts(block, words);
        }
      },
      change,
    ),
    title: change(document.title),
    issuer: change(document.issuer),
    frame: mapFrame(document.frame, change),
  };
};

const mapFrame = (frame: Frame, change: (text: string) => string): Frame => {
  const mapped = (line: Line): Line => ({ ...line, text: change(line.text) });
  const lines = Object.entries(frame.lines).map(([name, line]) => [name, mapped(line)] as const);
  return {
    ...frame,
    lines: Object.fromEntries(lines) as unknown as FrameLines,
    recipients: frame.recipients.map(mapped),
  };
};

/** The document with its figures changed, its words as they are; all figures stand in tables. */
export const mapFigures = (
  document: DocumentValue,
  change: (placed: Placed) => Span,
): DocumentValue => {
  const figures = (text: Text): Text => mapSpans(text, (words) => words, change);
  return mapBlocks(document, (block) => {
    if (block.block === "heading") return block;
    const plain = block.block === "figures" ? figuresTable(block.figures, document.lang) : block;
    return mapTexts(plain, figures);
  });
};

const mapBlocks = (
  document: DocumentValue,
  change: (block: Block) => Block,
  heading: (text: string) => string = (text) => text,
): DocumentValue => {
  const mapped = (all: readonly Section[]): readonly Section[] =>
    all.map((one) => ({ heading: heading(one.heading), blocks: one.blocks.map(change) }));
  return {
    ...document,
    sections: mapped(document.sections),
    annexes: mapped(document.annexes),
  };
};

const mapTexts = <Of extends Exclude<Block, { readonly block: "heading" | "figures" }>>(
  block: Of,
  change: (text: Text) => Text,
): Of => {
  switch (block.block) {
    case "paragraph":
      return { ...block, text: change(block.text) };
    case "list":
      return { ...block, items: block.items.map(change) };
    case "table":
      return { ...block, rows: block.rows.map((row) => row.map(change)) };
  }
};

const mapSpans = (
  text: Text,
  words: (text: string) => string,
  figure: (placed: Placed) => Span,
): Text => {
  const changed = spansOf(text).map((span) =>
    typeof span === "string" ? words(span) : figure(span),
  );
  const [first, ...others] = changed;
  return others.length === 0 && first !== undefined ? first : changed;
};
