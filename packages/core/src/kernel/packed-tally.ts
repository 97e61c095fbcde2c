import { type Amounts, ManyAmounts, Subjects } from "./many-amounts.ts";
import { subjectsMany, type Tally } from "./tally.ts";

/**
 * A tally in three lists, as it is kept: no key stands in it twice, however many accounts have it,
 * and so it takes less room than the Maps, and is read many times as fast.
 */
export interface PackedTally {
  /** Branches, years, measures and subjects. */
  readonly keys: readonly unknown[];
  /** How many entries each Map has, and of each its key's place among the keys, from outside in. */
  readonly shape: Uint32Array;
  /** The amounts in the same order. */
  readonly amounts: Float64Array | Int32Array;
}

/** How deep the Maps lie. */
const [countsDepth, subjectsDepth] = [3, 4];

/** The same tally in lists. */
export const packTally = ({ counts, subjects }: Tally): PackedTally => {
  const sizes = { shape: 0, amounts: 0 };
  measure(counts, countsDepth, sizes);
  measure(subjects, subjectsDepth, sizes);
  const packing = new Packing(sizes);
  packing.add(counts, countsDepth);
  packing.add(subjects, subjectsDepth);
  const { keys, shape, amounts } = packing;
  const areSmall = amounts.every((amount) => amount === (amount | 0));
  return { keys: [...keys.keys()], shape, amounts: areSmall ? Int32Array.from(amounts) : amounts };
};

/** The same tally in Maps, in the order in which they were; its subjects are shared. */
export const unpackTally = (packed: PackedTally): Tally => {
  const unpacking = new Unpacking(packed);
  const counts = unpacking.next(countsDepth);
  return { counts, subjects: unpacking.next(subjectsDepth) } as Tally;
};

/** Of Maps, or at the inmost of amounts. */
type Nested = Iterable<[unknown, unknown]> & { readonly size: number };

/** Adds how long the lists of these Maps are. */
const measure = (map: Nested, depth: number, sizes: { shape: number; amounts: number }): void => {
  sizes.shape += 1 + map.size;
  if (depth === 1) sizes.amounts += map.size;
  else for (const [, inner] of map) measure(inner as Nested, depth - 1, sizes);
};

class Packing {
  readonly keys = new Map<unknown, number>();
  readonly shape: Uint32Array;
  readonly amounts: Float64Array;
  #shaped = 0;
  #added = 0;

  constructor(sizes: { readonly shape: number; readonly amounts: number }) {
    this.shape = new Uint32Array(sizes.shape);
    this.amounts = new Float64Array(sizes.amounts);
  }

  add(map: Nested, depth: number): void {
    this.#shape(map.size);
    for (const [key, inner] of map) {
      this.#shape(this.#placeOf(key));
      if (depth > 1) this.add(inner as Nested, depth - 1);
      else this.amounts[this.#added++] = inner as number;
    }
  }

  #shape(number: number): void {
    this.shape[this.#shaped++] = number;
  }

  #placeOf(key: unknown): number {
    const known = this.keys.get(key);
    if (known !== undefined) return known;
    const place = this.keys.size;
    this.keys.set(key, place);
    return place;
  }
}

class Unpacking {
  readonly #packed: PackedTally;
  readonly #subjects = new Subjects();
  #shaped = 0;
  #added = 0;

  constructor(packed: PackedTally) {
    this.#packed = packed;
  }

  next(depth: number): Nested {
    const { keys, shape, amounts } = this.#packed;
    const map = new Map<unknown, unknown>();
    for (let left = shape[this.#shaped++] as number; left > 0; left -= 1) {
      const key = keys[shape[this.#shaped++] as number];
      map.set(key, depth > 1 ? this.next(depth - 1) : amounts[this.#added++]);
    }
    return depth === 1 && map.size > subjectsMany
      ? new ManyAmounts(this.#subjects, map as Amounts)
      : map;
  }
}
