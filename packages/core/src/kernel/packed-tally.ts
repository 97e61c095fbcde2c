import { LazyYears } from "./lazy-years.ts";
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
  /** The names of those subjects: `sharedSubjects` of the tally, where it has any. */
  readonly names?: readonly string[];
}

/** Maps of Maps in three lists: those of a branch and a year lie behind each other. */
interface PackedMaps {
  /**
   * Of each branch its key's place among the keys and how many years it has, and of each of these
   * its key's place and how much of both other lists is of it.
   */
  readonly years: NarrowNumbers;
  /**
   * How many entries each Map has, and of each its key's place, from outside in. What has many
   * subjects is a 0 and its place among those.
   */
  readonly shape: NarrowNumbers;
  /** The amounts in the same order. */
  readonly amounts: NarrowNumbers;
}

/** How deep the Maps of a branch and a year lie. */
const [countsDepth, subjectsDepth] = [1, 2];

/** The same tally in lists. NOTE: those of many subjects are its own, and change where it does. */
export const packTally = ({ counts, subjects, sharedSubjects }: Tally): PackedTally => {
  const places = new Map<unknown, number>();
  const packed = {
    counts: packMaps(counts, { depth: countsDepth, places }),
    subjects: packMaps(subjects, { depth: subjectsDepth, places, sharedSubjects }),
  };
  return {
    keys: [...places.keys()],
    counts: packed.counts.maps,
    subjects: packed.subjects.maps,
    many: packed.subjects.many,
    ...(sharedSubjects && { names: sharedSubjects.names }),
  };
};

/**
 * The same tally in Maps, in the order in which they were, those of a year from when they are asked
 * for: of its own, as long as nothing more is posted into the one that was packed.
 */
export const unpackTally = ({ keys, counts, subjects, many, names }: PackedTally): Tally => {
  const sharedSubjects = names && new Subjects(names);
  const ofMany = (place: number): ManyAmounts =>
    new ManyAmounts(sharedSubjects as Subjects, many[place] as PackedAmounts);
  return {
    counts: new Unpacking(keys, counts, ofMany).branches(countsDepth),
    subjects: new Unpacking(keys, subjects, ofMany).branches(subjectsDepth),
    ...(sharedSubjects && { sharedSubjects }),
  } as Tally;
};

/** Of Maps, or at the inmost of amounts. */
type Nested = Iterable<[unknown, unknown]> & { readonly size: number };

type Branches = ReadonlyMap<unknown, ReadonlyMap<number, Nested>>;

interface Packing {
  readonly depth: number;
  /** Of all keys so far; those that have none yet get one. */
  readonly places: Map<unknown, number>;
  readonly sharedSubjects?: Subjects | undefined;
}

/** The Maps in lists, and apart from them the accounts of many subjects. */
const packMaps = (branches: Branches, packing: Packing) => {
  const [years, shape, amounts] = [new Measured(), new Measured(), new Measured()];
  let count = 0;
  putInto({ years, shape, amounts }, branches, { ...packing, putMany: () => count++ });
  const lists = { years: years.list(), shape: shape.list(), amounts: amounts.list() };
  const many: PackedAmounts[] = [];
  const putMany = (account: ManyAmounts): number => many.push(account.pack()) - 1;
  putInto(lists, branches, { ...packing, putMany });
  const maps = {
    years: lists.years.numbers,
    shape: lists.shape.numbers,
    amounts: lists.amounts.numbers,
  };
  return { maps, many };
};

/** Takes one number after the other. */
interface Numbers {
  readonly length: number;
  put(number: number): void;
}

/** How long a list has to be, and for what numbers. */
class Measured extends Span implements Numbers {
  length = 0;

  put(number: number): void {
    this.include(number);
    this.length += 1;
  }

  list(): List {
    return new List(narrowNumbers(this.length, this));
  }
}

class List implements Numbers {
  readonly numbers: NarrowNumbers;
  length = 0;

  constructor(numbers: NarrowNumbers) {
    this.numbers = numbers;
  }

  put(number: number): void {
    this.numbers[this.length] = number;
    this.length += 1;
  }
}

const putInto = (
  { years, shape, amounts }: { readonly [list in keyof PackedMaps]: Numbers },
  branches: Branches,
  {
    depth,
    places,
    sharedSubjects,
    putMany,
  }: Packing & {
    /** Gives the place of an account among those with many subjects. */
    readonly putMany: (account: ManyAmounts) => number;
  },
): void => {
  const putAccount = (account: Nested, left: number): void => {
    if (account instanceof ManyAmounts && account.subjects === sharedSubjects) {
      shape.put(0);
      shape.put(putMany(account));
      return;
    }
    shape.put(account.size);
    for (const [key, inner] of account) {
      shape.put(placeOf(key, places));
      if (left > 1) putAccount(inner as Nested, left - 1);
      else amounts.put(inner as number);
    }
  };
  for (const [branch, accounts] of branches) {
    years.put(placeOf(branch, places));
    years.put(accounts.size);
    for (const [year, account] of accounts) {
      const [shaped, added] = [shape.length, amounts.length];
      years.put(placeOf(year, places));
      putAccount(account, depth);
      years.put(shape.length - shaped);
      years.put(amounts.length - added);
    }
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
  /** The account at a place among those with many subjects. */
  readonly #ofMany: (place: number) => ManyAmounts;

  constructor(
    keys: readonly unknown[],
    packed: PackedMaps,
    ofMany: (place: number) => ManyAmounts,
  ) {
    [this.#keys, this.#packed, this.#ofMany] = [keys, packed, ofMany];
  }

  branches(depth: number): Branches {
    const { years, shape, amounts } = this.#packed;
    const branches = new Map<unknown, LazyYears<Nested>>();
    let [at, shaped, added] = [0, 0, 0];
    const next = () => years[at++] as number;
    while (at < years.length) {
      const accounts = new LazyYears<Nested>();
      branches.set(this.#keys[next()], accounts);
      for (let left = next(); left > 0; left -= 1) {
        const from = { shaped, added };
        accounts.setLater(this.#keys[next()] as number, () => this.#account(depth, from));
        shaped += next();
        added += next();
      }
    }
    if (shaped === shape.length && added === amounts.length) return branches;
    throw new RangeError("the lists of a packed tally do not belong together");
  }

  /** The account that begins there in both lists, where its end is left. */
  #account(depth: number, from: { shaped: number; added: number }): Nested {
    const { shape, amounts } = this.#packed;
    const size = shape[from.shaped++] as number;
    if (size === 0 && depth === 1) return this.#ofMany(shape[from.shaped++] as number);
    const map = new Map<unknown, unknown>();
    for (let left = size; left > 0; left -= 1) {
      const key = this.#keys[shape[from.shaped++] as number];
      map.set(key, depth > 1 ? this.#account(depth - 1, from) : amounts[from.added++]);
    }
    return map;
  }
}
