import { ManyAmounts, type PackedAmounts, Subjects } from "./many-amounts.ts";
import { type NarrowNumbers, narrowNumbers, Span } from "./narrow-numbers.ts";
import type { Tally } from "./tally.ts";

/**
 * A tally in a few lists, as it is kept: no key stands in it twice, however many accounts have it,
 * and so it takes less room than the Maps, and is read many times as fast.
 */
export interface PackedTally {
  /** Branches, years, measures, and subjects where an account has few. */
  readonly keys: readonly unknown[];
  readonly counts: PackedMaps;
  readonly subjects: PackedMaps;
  /** Accounts with many subjects, in the order in which they stand among the others. */
  readonly many: readonly PackedAmounts[];
}

/** Maps of Maps in two lists. */
interface PackedMaps {
  /**
   * How many entries each Map has, and of each its key's place among the keys, from outside in; 0
   * stands for the next account with many subjects.
   */
  readonly shape: NarrowNumbers;
  /** The amounts in the same order. */
  readonly amounts: NarrowNumbers;
}

/** How deep the Maps lie. */
const [countsDepth, subjectsDepth] = [3, 4];

/** The same tally in lists. NOTE: those of many subjects are its own, and change where it does. */
export const packTally = (tally: Tally): PackedTally => {
  const places = new Map<unknown, number>();
  const many: PackedAmounts[] = [];
  const counts = packed(tally.counts, countsDepth, { places, many });
  const subjects = packed(tally.subjects, subjectsDepth, { places, many });
  return { keys: [...places.keys()], counts, subjects, many };
};

/**
 * The same tally in Maps, in the order in which they were: of its own, as long as nothing more is
 * posted into the one that was packed.
 */
export const unpackTally = ({ keys, counts, subjects, many }: PackedTally): Tally =>
  ({
    counts: new Unpacking(keys, counts).next(countsDepth),
    subjects: new Unpacking(keys, subjects, many).next(subjectsDepth),
  }) as Tally;

/** Of Maps, or at the inmost of amounts. */
type Nested = Iterable<[unknown, unknown]> & { readonly size: number };

/** What all Maps of a tally share while they are packed. */
interface Packing {
  readonly places: Map<unknown, number>;
  readonly many: PackedAmounts[];
}

/** Maps in lists; keys that have no place yet get one. */
const packed = (maps: Nested, depth: number, { places, many }: Packing): PackedMaps => {
  const measured = { shape: new Measured(), amounts: new Measured() };
  measure(maps, depth, places, measured);
  const shape = narrowNumbers(measured.shape.length, measured.shape);
  const amounts = narrowNumbers(measured.amounts.length, measured.amounts);
  let [shaped, added] = [0, 0];
  const add = (map: Nested, left: number): void => {
    if (map instanceof ManyAmounts) {
      shape[shaped++] = 0;
      many.push(map.pack());
      return;
    }
    shape[shaped++] = map.size;
    for (const [key, inner] of map) {
      shape[shaped++] = places.get(key) as number;
      if (left > 1) add(inner as Nested, left - 1);
      else amounts[added++] = inner as number;
    }
  };
  add(maps, depth);
  return { shape, amounts };
};

/** How long a list has to be, and for what numbers. */
class Measured extends Span {
  length = 0;

  override include(number: number): void {
    super.include(number);
    this.length += 1;
  }
}

const measure = (
  map: Nested,
  depth: number,
  places: Map<unknown, number>,
  lists: { readonly shape: Measured; readonly amounts: Measured },
): void => {
  if (map instanceof ManyAmounts) {
    lists.shape.include(0);
    return;
  }
  lists.shape.include(map.size);
  for (const [key, inner] of map) {
    lists.shape.include(placeOf(key, places));
    if (depth > 1) measure(inner as Nested, depth - 1, places, lists);
    else lists.amounts.include(inner as number);
  }
};

const placeOf = (key: unknown, places: Map<unknown, number>): number => {
  const known = places.get(key);
  if (known !== undefined) return known;
  const place = places.size;
  places.set(key, place);
  return place;
};

class Unpacking {
  readonly #keys: readonly unknown[];
  readonly #packed: PackedMaps;
  readonly #many: Iterator<PackedAmounts>;
  readonly #subjects = new Map<readonly string[], Subjects>();
  #shaped = 0;
  #added = 0;

  constructor(keys: readonly unknown[], packed: PackedMaps, many: readonly PackedAmounts[] = []) {
    [this.#keys, this.#packed, this.#many] = [keys, packed, many.values()];
  }

  next(depth: number): Nested {
    const { shape, amounts } = this.#packed;
    const size = shape[this.#shaped++] as number;
    if (size === 0 && depth === 1) return this.#nextOfMany();
    const map = new Map<unknown, unknown>();
    for (let left = size; left > 0; left -= 1) {
      const key = this.#keys[shape[this.#shaped++] as number];
      map.set(key, depth > 1 ? this.next(depth - 1) : amounts[this.#added++]);
    }
    return map;
  }

  #nextOfMany(): ManyAmounts {
    const amounts = this.#many.next().value as PackedAmounts;
    const known = this.#subjects.get(amounts.names);
    const subjects = known ?? new Subjects(amounts.names);
    this.#subjects.set(amounts.names, subjects);
    return new ManyAmounts(subjects, amounts);
  }
}
