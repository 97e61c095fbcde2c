import {
  bytesOf,
  closeBrace,
  colon,
  comma,
  parsed,
  quote,
  step,
  stepText,
  stepValue,
  wholeNumber,
} from "./bytes.ts";
import type { Words } from "./words.ts";

/** A member that is wanted, and its key as it stands in a text. */
export interface WantedMember {
  readonly name: string;
  readonly key: Uint8Array;
}

export const wantedMember = (name: string): WantedMember => ({ name, key: bytesOf(`${name}"`) });

const membersMax = 64;

/** Where the members of one object stand: first stepped over, then looked up. */
export class Members {
  readonly #keys = new Int32Array(membersMax);
  readonly #values = new Int32Array(membersMax);
  readonly #ends = new Int32Array(membersMax);
  #count = 0;

  /** Steps over an object, from behind its brace to behind its last one. */
  step(bytes: Uint8Array, start: number): number {
    this.#count = 0;
    if (bytes[start] === closeBrace) return start + 1;
    for (let at = start, count = 0; count < membersMax && bytes[at] === quote; count += 1) {
      this.#keys[count] = at + 1;
      const behindKey = stepText(bytes, at + 1);
      if (bytes[behindKey] !== colon) return -1;
      this.#values[count] = behindKey + 1;
      at = stepValue(bytes, behindKey + 1);
      this.#ends[count] = at;
      const next = bytes[at];
      at += 1;
      if (next === closeBrace) {
        this.#count = count + 1;
        return at;
      }
      if (next !== comma) return -1;
    }
    return -1;
  }

  has(bytes: Uint8Array, { key }: WantedMember): boolean {
    return this.#find(bytes, key) >= 0;
  }

  /** Those that are wanted of an object stepped over; undefined where a value is not known. */
  read(bytes: Uint8Array, wanted: readonly WantedMember[], words: Words): object | undefined {
    const members: Record<string, unknown> = {};
    for (const { name, key } of wanted) {
      const at = this.#find(bytes, key);
      if (at < 0) continue;
      const [start, end] = [this.#values[at] as number, this.#ends[at] as number];
      const value = memberValue(bytes, start, end, words);
      if (value === undefined) return undefined;
      members[name] = value;
    }
    return members;
  }

  /** NOTE: of a key that comes twice JSON takes the last. */
  #find(bytes: Uint8Array, key: Uint8Array): number {
    let at = this.#count - 1;
    while (at >= 0 && step(bytes, this.#keys[at] as number, key) < 0) at -= 1;
    return at;
  }
}

const memberValue = (bytes: Uint8Array, start: number, end: number, words: Words): unknown =>
  bytes[start] === quote
    ? words.textOf(bytes, start + 1, end - 1)
    : (wholeNumber(bytes, start, end) ?? parsed(bytes, start, end));
