/**
 * Text as it is set: white space that breaks lines is a space, and signs that nobody sees, or that
 * no file can hold, show as U+FFFD. Words of more letters than fit a line get places to break at.
 */
export const inert = (text: string, lettersMax = 24): string =>
  text
    .replace(breaks, " ")
    .replace(emojiOrUnseen, (_, emoji: string | undefined) => emoji ?? "\ufffd")
    .replace(/\S+/gu, (word) => (word.length > lettersMax ? breakable(word) : word));

/** A space of no width, at which a line may break. */
export const breakPlace = "\u200b";

const breaks = /[ \t]*[\t\n\r\u0085\u2028\u2029]+[ \t]*/g;
/**
 * Emoji, which may be several joined to one, before controls, signs that join letters or turn them
 * around, and what is no character.
 */
const emojiOrUnseen = /(\p{RGI_Emoji})|(?!\u200b)[\p{Cc}\p{Cf}\p{Cs}\ufffe\uffff]/gv;

const segmenter = new Intl.Segmenter("vi", { granularity: "grapheme" });
const lettersOf = (text: string): readonly string[] =>
  Array.from(segmenter.segment(text), ({ segment }) => segment);

/** So many letters of a long word stand between places to break at. */
const chunkLetters = 4;

const breakable = (word: string): string =>
  lettersOf(word)
    .map((letter, at) => (at > 0 && at % chunkLetters === 0 ? breakPlace + letter : letter))
    .join("");

/** Whether a text that is drawn at once may be letters between places to break at. */
export const isChunk = (text: string): boolean =>
  /^\S+$/.test(text) && lettersOf(text).length <= chunkLetters;
