/**
 * Text that no program takes for a formula: an apostrophe stands before one that begins like that,
 * and before one that begins with an apostrophe, so that both can be told when they are read.
 */
export const inert = (text: string): string =>
  /^['=+\-@＝＋－＠\t\r\n]/.test(text) ? `'${text}` : text;

/** The text that was made inert. */
export const original = (text: string): string => text.replace(/^'(?=['=+\-@＝＋－＠\t\r\n])/, "");
