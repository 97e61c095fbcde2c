import type { Guard } from "../kernel/guard.ts";
import type { Walker } from "./walker.ts";

/** Which words of a walker have a shape: each is asked once. */
export class HeldWords {
  readonly #guard: Guard;
  #vocabulary: object | undefined;
  /** A bit for each word. */
  #known = new Uint32Array(0);

  constructor(guard: Guard) {
    this.#guard = guard;
  }

  /** Whether a word, which is that text, has the shape. */
  holds(walker: Walker, word: number, text: string): boolean {
    if (walker.vocabulary !== this.#vocabulary) this.#begin(walker);
    const at = word >>> 5;
    const bit = 1 << (word & 31);
    if (((this.#known[at] as number) & bit) !== 0) return true;
    if (!this.#guard(text)) return false;
    this.#known[at] = (this.#known[at] as number) | bit;
    return true;
  }

  #begin({ vocabulary, wordsMax }: Walker): void {
    this.#vocabulary = vocabulary;
    this.#known = new Uint32Array(wordsMax / 32);
  }
}
