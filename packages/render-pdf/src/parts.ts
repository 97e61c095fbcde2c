import { isChunk } from "./inert.ts";
import type { Element, Page } from "./open-pdf.ts";

/**
 * The words of each paragraph, item and cell, in reading order. Text that is no part of the
 * structure stands behind its page, but for what every reader passes over.
 */
export const partsOf = (pages: readonly Page[]): readonly string[] => {
  const headings = new Set<string>();
  const blocks: Block[] = [];
  for (const [at, page] of pages.entries()) {
    const pieces = piecesOf(page);
    for (const heading of headingsIn(page.structure, pieces)) headings.add(heading);
    const found = blocksOf(page.structure).map((element) => ({
      role: element.role,
      parts: partsIn(element, pieces),
    }));
    const [last, first] = [blocks.at(-1), found[0]];
    if (last !== undefined && first !== undefined) blocks.splice(-1, 1, ...met(last, first));
    blocks.push(...(last === undefined ? found : found.slice(1)));
    const loose = [...pieces.values()].flat();
    const isPassedOver = (text: string) => text === String(at + 1) || headings.has(text);
    const others = loose.filter((text) => !isPassedOver(text));
    if (others.length > 0) blocks.push({ role: "", parts: others.map((text) => [text]) });
  }
  return blocks.flatMap(({ parts }) => parts.map((part) => part.join("")));
};

/** The parts of a paragraph, a list or a table, and the pieces that each is drawn in. */
interface Block {
  readonly role: string;
  readonly parts: readonly Part[];
}
type Part = readonly string[];
/** What a page draws under each mark, and under none. */
type Pieces = Map<number | undefined, readonly string[]>;

const piecesOf = ({ texts }: Page): Pieces => {
  const pieces: Pieces = new Map();
  for (const { mark, text } of texts) pieces.set(mark, [...(pieces.get(mark) ?? []), text]);
  return pieces;
};

const blocksOf = (root: Element | null): readonly Element[] =>
  elementsIn(root).flatMap((one) => (one.role === "Document" ? elementsIn(one) : [one]));

const elementsIn = (element: Element | null): readonly Element[] =>
  (element?.children ?? []).filter((child) => "role" in child);

/** The lines of heading rows: a page that a table goes on to shows them again. */
const headingsIn = (element: Element | null, pieces: Pieces): readonly string[] =>
  elementsIn(element).flatMap((child) =>
    child.role === "TH"
      ? marksIn(child).flatMap((mark) => pieces.get(mark) ?? [])
      : headingsIn(child, pieces),
  );

const marksIn = (element: Element): readonly number[] =>
  element.children.flatMap((child) => ("role" in child ? marksIn(child) : [markOf(child.id)]));

const markOf = (id: string): number => Number(/_mc(\d+)$/.exec(id)?.[1]);

/** Elements that are no part of their own, but words of one. */
const inline = new Set(["Span", "Em", "Strong", "Link", "Quote", "Code"]);

/** Takes the pieces of an element, so that only those of none are left. */
const partsIn = (element: Element, pieces: Pieces): readonly Part[] => {
  const parts: Part[] = [];
  let own: Part | undefined;
  for (const child of element.children) {
    if ("role" in child) {
      const inner = partsIn(child, pieces);
      if (inline.has(child.role)) own = [...(own ?? []), ...inner.flat()];
      else if (child.role !== "Lbl") parts.push(...inner);
    } else {
      const mark = markOf(child.id);
      own = [...(own ?? []), ...(pieces.get(mark) ?? [])];
      pieces.delete(mark);
    }
  }
  return own === undefined && parts.length > 0 ? parts : [own ?? [], ...parts];
};

/** The last block of a page and the first one of the next, which may be the same. */
const met = (last: Block, first: Block): readonly Block[] => {
  if (last.role !== first.role) return [last, first];
  const { role, parts } = first;
  if (goesOn(last.parts, parts)) {
    return [{ role, parts: last.parts.map((part, at) => [...part, ...(parts[at] ?? [])]) }];
  }
  const [start = [], ...others] = parts;
  const end = last.parts.at(-1) ?? [];
  const isOneWord = [end.at(-1), start[0]].every((piece) => piece !== undefined && isChunk(piece));
  return isOneWord
    ? [{ role, parts: [...last.parts.slice(0, -1), [...end, ...start], ...others] }]
    : [last, first];
};

/** A table or a list that goes on is whole on either page, but for the words of the other. */
const goesOn = (last: readonly Part[], first: readonly Part[]): boolean =>
  first.length > 1 &&
  first.length === last.length &&
  (first[0]?.length === 0 || last.at(-1)?.length === 0);
