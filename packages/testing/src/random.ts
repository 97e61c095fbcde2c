/**
 * Numbers that look random and are the same for the same seed on every machine (splitmix32). For
 * generated ledgers only: laws draw theirs from fast-check, so that cases shrink.
 */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** A whole number from 0 to `count` - 1. */
  below(count: number): number {
    this.#state = (this.#state + 0x9e3779b9) | 0;
    return Math.floor((mixed(this.#state) / 2 ** 32) * count);
  }

  /** True with this probability. */
  chance(probability: number): boolean {
    return this.below(1_000_000) < probability * 1_000_000;
  }

  of<T>(list: readonly T[], fallback: T): T {
    return list[this.below(list.length)] ?? fallback;
  }
}

/** A whole number from 0 to 2^32 - 1 that depends on all the given ones and on nothing else. */
export const hashOf = (...numbers: readonly number[]): number =>
  numbers.reduce((hash, number) => mixed((hash ^ Math.imul(number, 0x85ebca6b)) | 0), 0x2545f491);

const mixed = (state: number): number => {
  let z = state ^ (state >>> 16);
  z = Math.imul(z, 0x21f0aaad);
  z ^= z >>> 15;
  z = Math.imul(z, 0x735a2d97);
  return (z ^ (z >>> 15)) >>> 0;
};
