import { behindValue, lost } from "./skipping.ts";
import {
  backslash,
  closeBrace,
  colon,
  comma,
  firstBeyondAscii,
  firstPlain,
  minus,
  nine,
  openBrace,
  quote,
  startsWith,
  textOf,
  type Words,
  zero,
} from "./words.ts";

const membersMax = 32;

/** The longest whole number that every digit counts in. */
const digitsMax = 15;

/** The members of one object, found without reading them. */
export class Members {
  readonly #words: Words;
  /** Of each member: where its key starts and ends, and where its value does. */
  readonly #places = new Int32Array(4 * membersMax);
  #bytes: Uint8Array = new Uint8Array();
  #count = 0;

  constructor(words: Words) {
    this.#words = words;
  }

  /** Finds those of an object whose keys stand in their order, and gives what stands behind it. */
  find(bytes: Uint8Array, start: number): number {
    this.#bytes = bytes;
    this.#count = 0;
    if (bytes[start] !== openBrace) return lost;
    if (bytes[start + 1] === closeBrace) return start + 2;
    for (let at = start; ; ) {
      at = this.#member(at + 1);
      if (at === lost) return lost;
      if (bytes[at] === closeBrace) return at + 1;
      if (bytes[at] !== comma) return lost;
    }
  }

  has(key: Uint8Array): boolean {
    return this.#indexOf(key, 0) >= 0;
  }

  /** The values of keys that are given in their order; undefined where one is no JSON. */
  values(keys: readonly Uint8Array[], names: readonly string[]): object | undefined {
    const values: Record<string, unknown> = {};
    let from = 0;
    for (let index = 0; index < keys.length; index += 1) {
      const found = this.#indexOf(keys[index] as Uint8Array, from);
      if (found < 0) continue;
      from = found + 1;
      const value = this.#value(found);
      if (value === undefined) return undefined;
      values[names[index] as string] = value;
    }
    return values;
  }

  #member(start: number): number {
    const bytes = this.#bytes;
    if (bytes[start] !== quote || this.#count === membersMax) return lost;
    let at = start + 1;
    for (; bytes[at] !== quote; at += 1) {
      const byte = bytes[at] as number;
      if (!(byte >= firstPlain) || byte === backslash || byte >= firstBeyondAscii) return lost;
    }
    if (bytes[at + 1] !== colon || !this.#isNext(start + 1, at)) return lost;
    const end = behindValue(bytes, at + 2);
    if (end === lost) return lost;
    const place = 4 * this.#count;
    this.#places[place] = start + 1;
    this.#places[place + 1] = at;
    this.#places[place + 2] = at + 2;
    this.#places[place + 3] = end;
    this.#count += 1;
    return end;
  }

  /** Whether a key stands behind the one before: no key comes twice. */
  #isNext(start: number, end: number): boolean {
    if (this.#count === 0) return true;
    const before = 4 * (this.#count - 1);
    const [from, to] = [this.#places[before] as number, this.#places[before + 1] as number];
    for (let index = 0; ; index += 1) {
      if (start + index >= end) return false;
      if (from + index >= to) return true;
      const [own, other] = [this.#bytes[start + index], this.#bytes[from + index]];
      if (own !== other) return (own as number) > (other as number);
    }
  }

  #indexOf(key: Uint8Array, from: number): number {
    for (let index = from; index < this.#count; index += 1) {
      const start = this.#places[4 * index] as number;
      const length = (this.#places[4 * index + 1] as number) - start;
      if (length === key.length && startsWith(this.#bytes, start, key)) return index;
    }
    return -1;
  }

  #value(index: number): unknown {
    const bytes = this.#bytes;
    const [start, end] = [this.#places[4 * index + 2], this.#places[4 * index + 3]];
    const first = bytes[start as number] as number;
    const quick =
      first === quote
        ? this.#words.text(bytes, (start as number) + 1, (end as number) - 1)
        : wholeNumber(bytes, start as number, end as number);
    return quick ?? parsed(bytes, start as number, end as number);
  }
}

/** A whole number as JSON writes it; undefined for anything else. */
const wholeNumber = (bytes: Uint8Array, start: number, end: number): number | undefined => {
  const isNegative = bytes[start] === minus;
  const from = isNegative ? start + 1 : start;
  const digits = end - from;
  if (digits < 1 || digits > digitsMax || (digits > 1 && bytes[from] === zero)) return undefined;
  let number = 0;
  for (let at = from; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (byte < zero || byte > nine) return undefined;
    number = 10 * number + byte - zero;
  }
  return isNegative ? -number : number;
};

export const parsed = (bytes: Uint8Array, start: number, end: number): unknown => {
  try {
    return JSON.parse(textOf(bytes, start, end));
  } catch {
    return undefined;
  }
};
