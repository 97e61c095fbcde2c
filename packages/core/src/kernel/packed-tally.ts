import { ManyAmounts, type PackedAmounts, Subjects } from "./many-amounts.ts";
import { type NarrowNumbers, narrowNumbers, Span } from "./narrow-numbers.ts";
import type { Tally } from "./tally.ts";
import { YearsInLists } from "./years-in-lists.ts";

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
export const packTally = (tally: Tally): PackedTally => {
  const places = new Map<unknown, number>();
  const counts = packed(tally.counts, { depth: countsDepth, places, many: [] });
  const many: PackedAmounts[] = [];
  const subjects = packed(tally.subjects, { depth: subjectsDepth, places, many });
  return { keys: [...places.keys()], counts, subjects, many };
};

/**
 * The same tally in Maps, in the order in which they were, those of a year from when they are asked
 * for: of its own, as long as nothing more is posted into the one that was packed.
 */
export const unpackTally = ({ keys, counts, subjects, many }: PackedTally): Tally => {
  const shared = new Subjects(many[0]?.names);
  return {
    counts: new Unpacking(keys, counts).branches(countsDepth),
    subjects: new Unpacking(keys, subjects, { many, shared }).branches(subjectsDepth),
    shared,
  } as Tally;
};

/** Of Maps, or at the inmost of amounts. */
type Nested = Iterable<[unknown, unknown]> & { readonly size: number };

type Branches = ReadonlyMap<unknown, ReadonlyMap<number, Nested>>;

interface Packing {
  readonly depth: number;
  /** Of all keys so far; those that have none yet get one. */
  readonly places: Map<unknown, number>;
  readonly many: PackedAmounts[];
}

const packed = (branches: Branches, { many, ...packing }: Packing): PackedMaps => {
  const [years, shape, amounts] = [new Measured(), new Measured(), new Measured()];
  putInto({ years, shape, amounts }, branches, { ...packing, many: [] });
  const lists = { years: years.list(), shape: shape.list(), amounts: amounts.list() };
  putInto(lists, branches, { ...packing, many });
  return {
    years: lists.years.numbers,
    shape: lists.shape.numbers,
    amounts: lists.amounts.numbers,
  };
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
  { depth, places, many }: Packing,
): void => {
  const putAccount = (account: Nested, left: number): void => {
    if (account instanceof ManyAmounts) {
      shape.put(0);
      shape.put(many.length);
      many.push(account.pack());
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

/** Those of many subjects, and the subjects that they share. */
interface ManyPacked {
  readonly many: readonly PackedAmounts[];
  readonly shared: Subjects;
}

class Unpacking {
  readonly #keys: readonly unknown[];
  readonly #packed: PackedMaps;
  readonly #many: ManyPacked | undefined;

  constructor(keys: readonly unknown[], packed: PackedMaps, many?: ManyPacked) {
    [this.#keys, this.#packed, this.#many] = [keys, packed, many];
  }

  branches(depth: number): Branches {
    const { years } = this.#packed;
    const branches = new Map<unknown, YearsInLists<Nested>>();
    let [at, shaped, added] = [0, 0, 0];
    const next = () => years[at++] as number;
    while (at < years.length) {
      const accounts = new YearsInLists<Nested>();
      branches.set(this.#keys[next()], accounts);
      for (let left = next(); left > 0; left -= 1) {
        const from = { shaped, added };
        accounts.putLater(this.#keys[next()] as number, () => this.#account(depth, from));
        shaped += next();
        added += next();
      }
    }
    return branches;
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

  #ofMany(place: number): ManyAmounts {
    const { many, shared } = this.#many as ManyPacked;
    const amounts = many[place] as PackedAmounts;
    const isShared = amounts.names === many[0]?.names;
    return new ManyAmounts(isShared ? shared : new Subjects(amounts.names), amounts);
  }
}
