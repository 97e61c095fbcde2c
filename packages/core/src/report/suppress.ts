import {
  type Block,
  type DocumentValue,
  onlyFigure,
  type PlacedValue,
  type Section,
  type Suppressed,
  spansOf,
  type Text,
} from "./document.ts";
import type { DocumentDetails } from "./document-details.ts";
import { mapFigures, mapText } from "./map-text.ts";

/**
 * The document without what would tell of single people. NOTE: a small count can still be worked
 * out where its table also shows the sum of its column and all other counts.
 */
export const suppress = (document: DocumentValue, suppressed: Suppressed): DocumentValue => {
  const { names, cellsUnder = 0 } = suppressed;
  const said = { ...document, suppressed };
  const nameless = names === true ? withoutPeople(said) : said;
  if (cellsUnder <= 1) return nameless;
  return mapFigures(withoutVerdicts(nameless, cellsUnder), (placed) => {
    const { value } = placed;
    // With the goal beside it, how far a small count is from it tells the count.
    if (value.is === "margin") return isSmall(value.of, cellsUnder) ? "—" : placed;
    return isSmall(value, cellsUnder)
      ? { ...placed, value: { is: "suppressed", under: cellsUnder } }
      : placed;
  });
};

/** Whether a small count reached its goal or is what a document reports would bound it. */
const withoutVerdicts = (document: DocumentValue, under: number): DocumentValue => {
  const changed = (all: readonly Section[]): readonly Section[] =>
    all.map((one) => ({ ...one, blocks: one.blocks.map((block) => blockWithout(block, under)) }));
  return {
    ...document,
    sections: changed(document.sections),
    annexes: changed(document.annexes),
  };
};

const blockWithout = (block: Block, under: number): Block => {
  if (block.block === "table") {
    return { ...block, rows: block.rows.map((row) => rowWithout(row, under)) };
  }
  if (block.block !== "figures") return block;
  const figures = block.figures.map((figure) => {
    const { agrees: _, ...others } = figure;
    return isSmall(figure.computed, under) ? others : figure;
  });
  return { ...block, figures };
};

/** Beside a goal, the words behind a figure judge it. */
const rowWithout = (row: readonly Text[], under: number): readonly Text[] => {
  const small = row.findIndex((cell) => {
    const figure = onlyFigure(cell);
    return figure !== undefined && isSmall(figure.value, under);
  });
  const hasGoal = row.flatMap(spansOf).some((one) => typeof one === "object" && isGoal(one.value));
  return small < 0 || !hasGoal
    ? row
    : row.map((cell, at) => (at > small && typeof cell === "string" ? "—" : cell));
};

const isGoal = ({ is }: PlacedValue): boolean => is === "goal";

const withoutPeople = (document: DocumentValue): DocumentValue => {
  const changed = (text: string): string => text.replace(/\{person:[^{}]+\}/g, "…");
  const { details } = document;
  return {
    ...mapText(document, changed),
    // The manifest of a file tells them as well. An id has no sign that JSON escapes.
    ...(details && { details: JSON.parse(changed(JSON.stringify(details))) as DocumentDetails }),
  };
};

const isSmall = (value: PlacedValue, under: number): boolean => {
  const few = (count: number): boolean => count > 0 && count < under;
  switch (value.is) {
    case "count":
      return few(Math.abs(value.count));
    case "share":
      // What is left of the whole is told by a share as well.
      return few(value.num) || few(value.den) || few(value.den - value.num);
    default:
      return false;
  }
};
