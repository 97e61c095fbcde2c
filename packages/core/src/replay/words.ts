import { textOf } from "./bytes.ts";

const wordsMin = 1 << 6;
const wordsMax = 1 << 16;
/** More than any id has: what is longer seldom comes again, and would fill the memory. */
const wordBytesMax = 512;

/**
 * One text for all bytes that read alike: most texts in a ledger come again and again, and are
 * found without being made anew. None of them holds the bytes it was read from in memory, and all
 * are forgotten where they become too many.
 */
export class Words {
  #texts: string[] = [];
  /** The bytes of all words, one behind the other, and where each ends. */
  #bytes = new Uint8Array(wordsMin);
  #ends = new Int32Array(wordsMin);
  #hashes = new Int32Array(wordsMin);
  /** Which word a hash leads to, one more than its number; 0 where there is none. */
  #slots = new Int32Array(2 * wordsMin);

  /** The text of some bytes; throws as `textOf` does. */
  textOf(bytes: Uint8Array, start: number, end: number): string {
    if (end - start > wordBytesMax) return textOf(bytes, start, end);
    const hash = hashOf(bytes, start, end);
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const word = (this.#slots[slot] as number) - 1;
      if (word < 0) return this.#learn(hash, bytes, start, end);
      if (this.#hashes[word] === hash && this.#reads(word, bytes, start, end)) {
        return this.#texts[word] as string;
      }
    }
  }

  #reads(word: number, bytes: Uint8Array, start: number, end: number): boolean {
    const known = this.#bytes;
    const from = word === 0 ? 0 : (this.#ends[word - 1] as number);
    if ((this.#ends[word] as number) - from !== end - start) return false;
    for (let at = start, to = from; at < end; at += 1, to += 1) {
      if (bytes[at] !== known[to]) return false;
    }
    return true;
  }

  #learn(hash: number, bytes: Uint8Array, start: number, end: number): string {
    const text = textOf(bytes, start, end);
    if (this.#texts.length === wordsMax) this.#forget();
    if (this.#texts.length === this.#hashes.length) this.#makeRoom();
    const word = this.#texts.length;
    const from = word === 0 ? 0 : (this.#ends[word - 1] as number);
    const to = from + end - start;
    if (to > this.#bytes.length) {
      const larger = new Uint8Array(2 * to);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes.set(bytes.subarray(start, end), from);
    this.#texts.push(text);
    this.#ends[word] = to;
    this.#hashes[word] = hash;
    this.#place(word);
    return text;
  }

  #place(word: number): void {
    const mask = this.#slots.length - 1;
    let slot = (this.#hashes[word] as number) & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = word + 1;
  }

  #makeRoom(): void {
    const length = 2 * this.#hashes.length;
    this.#ends = larger(this.#ends, length);
    this.#hashes = larger(this.#hashes, length);
    this.#slots = new Int32Array(2 * length);
    for (let word = 0; word < this.#texts.length; word += 1) this.#place(word);
  }

  #forget(): void {
    this.#texts = [];
    this.#slots.fill(0);
  }
}

const larger = (numbers: Int32Array, length: number): Int32Array<ArrayBuffer> => {
  const result = new Int32Array(length);
  result.set(numbers);
  return result;
};

const hashOf = (bytes: Uint8Array, start: number, end: number): number => {
  let hash = end - start;
  for (let at = start; at < end; at += 1)
    hash = Math.imul(hash ^ (bytes[at] as number), 0x9e3779b1);
  return hash ^ (hash >>> 15);
};
