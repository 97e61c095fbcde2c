import { hostileTexts as shared } from "@tongket/testing";

const own = ["\u200fشرق\u200e", "a\u000bd", "\u2011\u00ad\u00a0\u2028x", "x".repeat(10_000)];

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const unfit = /[\u0000-\u0008\u000b-\u001f\ufffe]/g;

/** Texts that something might read as more than letters, with what is to be shown of each. */
export const hostileTexts: readonly (readonly [written: string, shown: string])[] = [
  ...shared,
  ...own,
].map((written) => [written, written.replace(/\r?\n/g, " ").replace(unfit, "\ufffd")]);
