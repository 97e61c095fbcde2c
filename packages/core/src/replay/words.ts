import { textOf } from "./bytes.ts";

const wordsMax = 1 << 16;

/**
 * One text for all bytes that read alike: most texts in a ledger come again and again, and are
 * found without being made anew. Each has a number, good until too many are known and all are
 * forgotten. None of them holds the bytes it was read from in memory.
 */
export class Words {
  readonly #texts: string[] = [];
  /** The numbers of words by their hashes, each one more than it is; 0 where there is none. */
  readonly #slots = new Int32Array(2 * wordsMax);
  readonly #hashes = new Int32Array(wordsMax);
  /** The bytes of all words, one behind the other, and where each ends. */
  #bytes = new Uint8Array(1 << 16);
  readonly #ends = new Int32Array(wordsMax);

  /** The text of a number. */
  text(word: number): string {
    return this.#texts[word] as string;
  }

  /** The text of some bytes; throws as `textOf` does. */
  textOf(bytes: Uint8Array, start: number, end: number): string {
    return this.text(this.wordOf(bytes, start, end));
  }

  /** The number of the text of some bytes; throws as `textOf` does. */
  wordOf(bytes: Uint8Array, start: number, end: number): number {
    let hash = end - start;
    for (let at = start; at < end; at += 1)
      hash = Math.imul(hash ^ (bytes[at] as number), 0x9e3779b1);
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const word = (this.#slots[slot] as number) - 1;
      if (word < 0)
        return this.#learn(slot, hash, textOf(bytes, start, end), bytes.subarray(start, end));
      if (this.#hashes[word] === hash && this.#reads(word, bytes, start, end)) return word;
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

  #learn(slot: number, hash: number, text: string, bytes: Uint8Array): number {
    if (this.#texts.length === wordsMax) this.#forget();
    const word = this.#texts.length;
    const from = word === 0 ? 0 : (this.#ends[word - 1] as number);
    const end = from + bytes.length;
    if (end > this.#bytes.length) {
      const larger = new Uint8Array(2 * end);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes.set(bytes, from);
    this.#texts.push(text);
    this.#ends[word] = end;
    this.#hashes[word] = hash;
    this.#slots[slot] = word + 1;
    return word;
  }

  #forget(): void {
    this.#texts.length = 0;
    this.#slots.fill(0);
    this.#bytes = new Uint8Array(1 << 16);
  }
}
