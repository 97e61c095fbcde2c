import type { Word } from "./word.ts";

const bitsPerWord = 10;
const probes = 6;

/** A Bloom filter: never denies a word that it was made of, and one in a hundred others at most. */
export const filterOf = (words: readonly Word[]): Buffer => {
  const filter = Buffer.alloc(Math.ceil((words.length * bitsPerWord) / 8));
  for (const word of words) {
    for (let probe = 0; probe < probes; probe += 1) {
      const bit = bitAt(word, probe, filter.length);
      filter[bit >>> 3] = (filter[bit >>> 3] as number) | (1 << (bit & 7));
    }
  }
  return filter;
};

export const mayHold = (filter: Buffer, word: Word): boolean => {
  for (let probe = 0; probe < probes; probe += 1) {
    const bit = bitAt(word, probe, filter.length);
    if (((filter[bit >>> 3] as number) & (1 << (bit & 7))) === 0) return false;
  }
  return true;
};

const bitAt = ({ high, low }: Word, probe: number, bytes: number): number =>
  ((low + Math.imul(probe, high | 1)) >>> 0) % (8 * bytes);
