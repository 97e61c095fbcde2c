import type { Guard, MemberShape } from "../kernel/guard.ts";
import type { Walker } from "./walker.ts";

/** What the events of a type are made of. */
export interface EventShape {
  /** All members that their data may have, in canonical order. */
  readonly members: readonly ShapedMember[];
  /**
   * What an event is about, by its data; one may come twice. Of members that are to be texts or
   * numbers nothing else needs to hold; all others have their shape.
   */
  readonly subjects: (data: unknown) => readonly string[];
}

export interface ShapedMember extends Omit<MemberShape, "guard"> {
  readonly guard: WordGuard;
}

/** A guard that is asked of a word of the walker once. */
export class WordGuard {
  readonly holds: Guard;
  #vocabulary: object | undefined;
  /** A bit for each word of which it holds. */
  #known = new Uint32Array(0);

  constructor(guard: Guard) {
    this.holds = guard;
  }

  /** Whether it holds of the text of a word. */
  holdsWord(walker: Pick<Walker, "vocabulary" | "wordsMax">, word: number, text: string): boolean {
    if (walker.vocabulary !== this.#vocabulary) {
      this.#vocabulary = walker.vocabulary;
      this.#known = new Uint32Array(walker.wordsMax / 32);
    }
    const at = word >>> 5;
    const bit = 1 << (word & 31);
    const known = this.#known[at] as number;
    if ((known & bit) !== 0) return true;
    if (!this.holds(text)) return false;
    this.#known[at] = known | bit;
    return true;
  }
}
