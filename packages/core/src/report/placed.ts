import type { Lang } from "../messages/lang.ts";
import {
  type Block,
  type DocumentValue,
  type Figure,
  type Placed,
  sectionsOf,
  spansOf,
  type Text,
} from "./document.ts";
import { formatPlaced } from "./format.ts";

/** A figure as it stands in a document, in print. */
export interface Shown {
  readonly figure: string;
  readonly branch?: string;
  readonly text: string;
  readonly section: string;
}

/** Every figure of a document in reading order, as often as it stands there. */
export const shownFigures = (document: DocumentValue): readonly Shown[] =>
  sectionsOf(document).flatMap(({ heading, blocks }) =>
    blocks.flatMap(placedIn).map(({ figure, branch, value }) => ({
      figure,
      ...(branch === undefined ? {} : { branch }),
      text: formatPlaced(value, document.lang),
      section: heading,
    })),
  );

/** The figures of a block, in reading order. */
export const placedIn = (block: Block): readonly Placed[] => {
  switch (block.block) {
    case "heading":
      return [];
    case "paragraph":
      return placedInText(block.text);
    case "list":
      return block.items.flatMap(placedInText);
    case "figures":
      return block.figures.flatMap((figure) => [computedOf(figure), ...reportedOf(figure)]);
    case "table":
      return block.rows.flat().flatMap(placedInText);
  }
};

const placedInText = (text: Text): readonly Placed[] =>
  spansOf(text).filter((span) => typeof span === "object");

/** What is computed of a figure, in its place. */
export const computedOf = ({ id, computed }: Figure): Placed => ({ figure: id, value: computed });

/** What documents report of a figure, each in its place. */
export const reportedOf = ({ id, reported }: Figure): readonly Placed[] =>
  reported.map(({ value, address }) => ({
    figure: `${id}/${address}`,
    value: { is: "reported", value },
  }));

/** A text in print, its figures among its words. */
export const plainText = (text: Text, lang: Lang): string =>
  spansOf(text)
    .map((span) => (typeof span === "string" ? span : formatPlaced(span.value, lang)))
    .join("");
