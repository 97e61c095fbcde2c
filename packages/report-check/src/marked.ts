import {
  type DocumentValue,
  formatPlaced,
  mapFigures,
  mapText,
  type Placed,
} from "@tongket/core/report";

/**
 * Signs that every font for text has. NOTE: whatever else has them is changed by `withoutMarks`:
 * the document, and the file that is held against it.
 */
export const marks = {
  ofFigures: { open: "‹", close: "›" },
  ofPeople: { open: "«", close: "»" },
} as const;

/** Words with other signs in the place of those that are marks. */
export const withoutMarks = (text: string): string =>
  text.replace(/[‹«]/g, "<").replace(/[›»]/g, ">");

/**
 * A document whose figures stand as words between marks, with the figures in their order, and its
 * people by their ids, as `[id]`, between others.
 */
export interface Marked {
  readonly document: DocumentValue;
  readonly figures: readonly Placed[];
}

export const marked = (document: DocumentValue): Marked => {
  const { ofFigures, ofPeople } = marks;
  const figures: Placed[] = [];
  const plain = mapText(document, withoutMarks);
  const withFigures = mapFigures(plain, (placed) => {
    figures.push(placed);
    return `${ofFigures.open}${formatPlaced(placed.value, document.lang)}${ofFigures.close}`;
  });
  const withPeople = mapText(withFigures, (text) =>
    text.replace(mention, `${ofPeople.open}[$1]${ofPeople.close}`),
  );
  return { document: withPeople, figures };
};

/** A person among words, by id. */
export const mention = /\{person:([^{}]+)\}/g;
