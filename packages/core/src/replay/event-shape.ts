import type { Guard } from "../kernel/guard.ts";
import type { Walker } from "./walker.ts";

/** What the events of a type are made of. */
export interface EventShape {
  /** All members that their data may have, in canonical order. */
  readonly members: readonly HeldMember[];
  /** Their tags, each as often as they are about it; asked of data that have their shape. */
  readonly subjects: (data: unknown) => readonly string[];
}

export interface HeldMember {
  readonly name: string;
  readonly isRequired: boolean;
  readonly values: HeldValues;
}

/** Values that have a shape. Of a word of the walker that is asked once. */
export class HeldValues {
  readonly has: Guard;
  #vocabulary: object | undefined;
  /** A bit for each word that has it. */
  #words = new Uint32Array(0);

  constructor(guard: Guard) {
    this.has = guard;
  }

  /** The same of a word, which is that text. */
  hasWord(walker: Walker, word: number, text: string): boolean {
    if (walker.vocabulary !== this.#vocabulary) this.#begin(walker);
    const at = word >>> 5;
    const bit = 1 << (word & 31);
    const known = this.#words[at] as number;
    if ((known & bit) !== 0) return true;
    if (!this.has(text)) return false;
    this.#words[at] = known | bit;
    return true;
  }

  #begin({ vocabulary, wordsMax }: Walker): void {
    this.#vocabulary = vocabulary;
    this.#words = new Uint32Array(wordsMax / 32);
  }
}
