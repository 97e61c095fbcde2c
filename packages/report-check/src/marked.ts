import {
  type DocumentValue,
  formatPlaced,
  mapFigures,
  mapText,
  type Placed,
} from "@tongket/core/report";

/** Two signs that stand nowhere in a document: before a figure, and behind it. */
export interface Marks {
  readonly open: string;
  readonly close: string;
}

/** Signs that every font for text has. */
const candidates: readonly Marks[] = [
  { open: "‹", close: "›" },
  { open: "«", close: "»" },
  { open: "{", close: "}" },
  { open: "[", close: "]" },
];

/**
 * A document whose figures stand as words between marks, with the figures in their order, and its
 * people by their ids between others.
 */
export interface Marked {
  readonly document: DocumentValue;
  readonly figures: readonly Placed[];
  readonly ofFigures: Marks;
  readonly ofPeople: Marks;
}

/** Undefined where the document's own words have too many of the signs that could be marks. */
export const marked = (document: DocumentValue): Marked | undefined => {
  const [ofFigures, ofPeople] = marksFor(document);
  if (ofFigures === undefined || ofPeople === undefined) return undefined;
  const figures: Placed[] = [];
  const between = ({ open, close }: Marks, text: string): string => `${open}${text}${close}`;
  const withFigures = mapFigures(document, (placed) => {
    figures.push(placed);
    return between(ofFigures, formatPlaced(placed.value, document.lang));
  });
  const withPeople = mapText(withFigures, (text) =>
    text.replace(mention, (_, person: string) => between(ofPeople, person)),
  );
  return { document: withPeople, figures, ofFigures, ofPeople };
};

/** A person among words, by id. */
export const mention = /\{person:([^{}]+)\}/g;

const marksFor = (document: DocumentValue): readonly Marks[] => {
  const found = new Set<string>();
  mapText(document, (text) => {
    for (const sign of text.replace(mention, "$1")) found.add(sign);
    return text;
  });
  return candidates.filter(({ open, close }) => !found.has(open) && !found.has(close));
};
