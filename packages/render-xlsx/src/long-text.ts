import { formatPlaced, type Span, spansOf, type Text } from "@tongket/core/report";

type Lang = Parameters<typeof formatPlaced>[1];

/** The most that a cell of a workbook holds, in UTF-16 units. */
export const cellLimit = 32_767;

/** Words as XML can hold them: a sign that it cannot stands as U+FFFD, and lines end in LF. */
export const printable = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD");

/** A text in pieces that a cell holds each, its figures whole; one piece as a rule. */
export const piecesOf = (text: Text, lang: Lang): readonly Text[] => {
  const pieces: Span[][] = [];
  let [piece, room]: [Span[], number] = [[], cellLimit];
  const next = (): void => {
    pieces.push(piece);
    [piece, room] = [[], cellLimit];
  };
  for (const span of spansOf(text)) {
    if (typeof span === "object") {
      const { length } = formatPlaced(span.value, lang);
      if (length > room) next();
      piece.push(span);
      room -= length;
      continue;
    }
    let words = printable(span);
    while (words.length > room) {
      const end = endWithin(words, room);
      piece.push(words.slice(0, end));
      words = words.slice(end);
      next();
    }
    piece.push(words);
    room -= words.length;
  }
  next();
  return pieces;
};

/** A place to cut that leaves the two halves of a sign together. */
export const endWithin = (text: string, length: number): number =>
  length > 0 && /[\uD800-\uDBFF]/.test(text.charAt(length - 1)) ? length - 1 : length;
