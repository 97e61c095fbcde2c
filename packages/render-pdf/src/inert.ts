/**
 * Text as it is set: white space that breaks lines is a space, and signs that nobody sees but that
 * turn others around, or that no file can hold, show as U+FFFD. A word too long for a line gets
 * places to break at.
 */
export const inert = (text: string): string =>
  text.replace(breaks, " ").replace(unseen, "\ufffd").replace(longWord, breakable);

const breaks = /[ \t]*[\t\n\r\u0085\u2028\u2029]+[ \t]*/g;
/** Control characters, signs of writing direction, and what is no character. */
const unseen = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;
const longWord = /\S{25,}/gu;

/** A space of no width, at which a line may break. */
export const breakPlace = "\u200b";

const letters = new Intl.Segmenter("vi", { granularity: "grapheme" });

const breakable = (word: string): string =>
  Array.from(letters.segment(word), ({ segment }) => segment).join(breakPlace);
