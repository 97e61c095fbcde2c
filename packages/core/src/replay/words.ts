/** Bytes of JSON that are told apart. */
export const quote = 0x22;
export const comma = 0x2c;
export const minus = 0x2d;
export const newline = 0x0a;
export const zero = 0x30;
export const nine = 0x39;
export const colon = 0x3a;
export const openBracket = 0x5b;
export const backslash = 0x5c;
export const closeBracket = 0x5d;
export const openBrace = 0x7b;
export const closeBrace = 0x7d;
/** Every byte below is a control character, which stands in no text and in no record. */
export const firstPlain = 0x20;
export const firstBeyondAscii = 0x80;

/** A byte that is no UTF-8 becomes U+FFFD, as everywhere else where records are parsed. */
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** The bytes of a text of ASCII. */
export const bytesOf = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => character.charCodeAt(0));

/** Whether the bytes from `at` on begin with others. */
export const startsWith = (bytes: Uint8Array, at: number, expected: Uint8Array): boolean => {
  for (let index = 0; index < expected.length; index += 1) {
    if (bytes[at + index] !== expected[index]) return false;
  }
  return true;
};

/** The text of bytes in UTF-8. */
export const textOf = (bytes: Uint8Array, start = 0, end = bytes.length): string =>
  utf8.decode(bytes.subarray(start, end));

const slots = 1 << 14;

/**
 * Texts by their bytes: most of those in a ledger come again and again, so each is made once. It
 * holds a fixed number of them; one whose place another took is made anew.
 */
export class Words {
  readonly #texts: (string | undefined)[] = new Array(slots);
  readonly #bytes: (Uint8Array | undefined)[] = new Array(slots);

  /** The text between two quotes; undefined where it has an escape. */
  text(bytes: Uint8Array, start: number, end: number): string | undefined {
    let hash = end - start;
    for (let at = start; at < end; at += 1) {
      const byte = bytes[at] as number;
      if (byte === backslash) return undefined;
      hash = (Math.imul(hash, 31) + byte) | 0;
    }
    const slot = (hash ^ (hash >>> 15)) & (slots - 1);
    const kept = this.#bytes[slot];
    if (kept !== undefined && kept.length === end - start && startsWith(bytes, start, kept)) {
      return this.#texts[slot];
    }
    const text = textOf(bytes, start, end);
    this.#bytes[slot] = bytes.slice(start, end);
    this.#texts[slot] = text;
    return text;
  }
}
