const wordsMax = 1 << 14;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const control = /[\u0000-\u001f]/;

/**
 * One text for all that read alike: most texts in a ledger come again and again, and what looks
 * them up finds one that it knows at once. A text that is kept holds no others in memory.
 */
export class Words {
  readonly #words = new Map<string, string>();

  /** Undefined for a text with a control character, which JSON would write as an escape. */
  one(text: string): string | undefined {
    const known = this.#words.get(text);
    if (known !== undefined) return known;
    if (control.test(text)) return undefined;
    // NOTE: cut out of a larger text, it would keep that one alive.
    const own = ` ${text}`.slice(1);
    if (this.#words.size === wordsMax) this.#words.clear();
    this.#words.set(own, own);
    return own;
  }
}

export const quote = 0x22;
export const comma = 0x2c;
const minus = 0x2d;
const zero = 0x30;
const nine = 0x39;
export const openBracket = 0x5b;
export const closeBracket = 0x5d;
export const openBrace = 0x7b;
export const closeBrace = 0x7d;

export const isDigit = (code: number): boolean => code >= zero && code <= nine;

/** The longest whole number that every digit counts in. */
const digitsMax = 15;

/** A whole number between two offsets, as JSON writes it; undefined for anything else. */
export const wholeNumber = (text: string, start: number, end: number): number | undefined => {
  const isNegative = text.charCodeAt(start) === minus;
  const from = isNegative ? start + 1 : start;
  const digits = end - from;
  if (digits < 1 || digits > digitsMax) return undefined;
  if (digits > 1 && text.charCodeAt(from) === zero) return undefined;
  let number = 0;
  for (let at = from; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (!isDigit(code)) return undefined;
    number = 10 * number + code - zero;
  }
  return isNegative ? -number : number;
};

/** The value of a JSON text between two offsets; undefined where it is none. */
export const parsed = (text: string, start: number, end: number): unknown => {
  try {
    return JSON.parse(text.slice(start, end));
  } catch {
    return undefined;
  }
};
