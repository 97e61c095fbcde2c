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
