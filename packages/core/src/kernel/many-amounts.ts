import { asWide, type NarrowNumbers, narrowNumbers, putNumber, Span } from "./narrow-numbers.ts";

/** The amount of each subject of an account, none of them 0: a Map, or what answers as one. */
export interface Amounts extends Iterable<[subject: string, amount: number]> {
  readonly size: number;
  get(subject: string): number | undefined;
  keys(): Iterable<string>;
  values(): Iterable<number>;
}

/** Subjects of many accounts: each is held once, and told by its place. */
export class Subjects {
  /** In the order of their places. */
  readonly names: readonly string[];
  readonly #names: string[];
  #places: Map<string, number> | undefined;

  constructor(names: readonly string[] = []) {
    this.#names = [...names];
    this.names = this.#names;
  }

  nameAt(place: number): string {
    return this.#names[place] as string;
  }

  placeOf(name: string): number | undefined {
    return this.#known().get(name);
  }

  /** The place of a subject, which is taken in where it is new. */
  take(name: string): number {
    const places = this.#known();
    const known = places.get(name);
    if (known !== undefined) return known;
    places.set(name, this.#names.length);
    return this.#names.push(name) - 1;
  }

  #known(): Map<string, number> {
    this.#places ??= new Map(this.#names.map((name, place) => [name, place]));
    return this.#places;
  }
}

/** Amounts in lists, as they are kept. */
export interface PackedAmounts {
  /** Of each amount one more than the place of its subject among the names. */
  readonly places: NarrowNumbers;
  readonly amounts: NarrowNumbers;
}

/** Where an entry was taken out, in place of its subject. */
const takenOut = 0;

/** To look through so many entries takes no longer than to look one up, and needs no slots. */
const lookedThroughMax = 400;

/**
 * The amounts of many subjects, as a Map of them answers and in the same order, in far less room.
 * NOTE: it cannot be cloned; `packTally` is for that.
 */
export class ManyAmounts implements Amounts {
  readonly subjects: Subjects;
  /** Of each entry one more than the place of its subject, and the amount. */
  #places: NarrowNumbers;
  #amounts: NarrowNumbers;
  /** Whether the lists are its own; until they are changed they may be of another. */
  #isOwn = false;
  /**
   * One more than the entry that a place leads to, or than one of another place; 0 for none. Only
   * where there is room for too many entries to look through.
   */
  #slots: NarrowNumbers | undefined;
  #entries = 0;
  #size = 0;

  constructor(subjects: Subjects, amounts: Amounts | PackedAmounts) {
    this.subjects = subjects;
    if ("places" in amounts) {
      [this.#places, this.#amounts] = [amounts.places, amounts.amounts];
      this.#size = this.#entries = amounts.places.length;
      return;
    }
    [this.#places, this.#amounts] = [narrowNumbers(0), narrowNumbers(0)];
    this.#makeRoom(amounts.size + 1);
    for (const [subject, amount] of amounts) this.add(subject, amount);
  }

  /** The same in lists. NOTE: they are its own, and change where it does. */
  pack(): PackedAmounts {
    if (this.#size < this.#entries) this.#makeRoom();
    return {
      places: this.#places.subarray(0, this.#entries),
      amounts: this.#amounts.subarray(0, this.#entries),
    };
  }

  get size(): number {
    return this.#size;
  }

  get(subject: string): number | undefined {
    const place = this.subjects.placeOf(subject);
    if (place === undefined) return undefined;
    const entry = this.#entryOf(place);
    return this.#amounts[entry];
  }

  /** Adds an amount, which is not 0, to a subject's, and gives whether nothing is left of it. */
  add(subject: string, amount: number): boolean {
    const place = this.subjects.take(subject);
    if (!this.#isOwn) this.#makeRoom();
    const entry = this.#entryOf(place);
    if (entry < 0) {
      if (this.#entries === this.#places.length) this.#makeRoom();
      this.#append(place, amount);
      return false;
    }
    const sum = (this.#amounts[entry] as number) + amount;
    if (sum !== 0) this.#amounts = putNumber(this.#amounts, entry, sum);
    else {
      this.#places[entry] = takenOut;
      this.#size -= 1;
    }
    return sum === 0;
  }

  *[Symbol.iterator](): Iterator<[string, number]> {
    for (let entry = 0; entry < this.#entries; entry += 1) {
      const place = this.#places[entry] as number;
      if (place === takenOut) continue;
      yield [this.subjects.nameAt(place - 1), this.#amounts[entry] as number];
    }
  }

  *keys(): Iterable<string> {
    for (const [subject] of this) yield subject;
  }

  *values(): Iterable<number> {
    for (const [, amount] of this) yield amount;
  }

  /** Adds what stands here to sums by the places of the subjects. */
  addTo(sums: Float64Array): void {
    for (let entry = 0; entry < this.#entries; entry += 1) {
      const place = this.#places[entry] as number;
      if (place === takenOut) continue;
      sums[place - 1] = (sums[place - 1] as number) + (this.#amounts[entry] as number);
    }
  }

  /** The entry of a place; -1 where it has none. */
  #entryOf(place: number): number {
    const isShort = this.#slots === undefined && this.#entries <= lookedThroughMax;
    if (isShort) return this.#places.indexOf(place + 1);
    const slots = this.#slots ?? (this.#makeRoom() as NarrowNumbers);
    const mask = slots.length - 1;
    for (let slot = slotOf(place) & mask; ; slot = (slot + 1) & mask) {
      const entry = (slots[slot] as number) - 1;
      if (entry < 0 || this.#places[entry] === place + 1) return entry;
    }
  }

  #append(place: number, amount: number): void {
    this.#places = putNumber(this.#places, this.#entries, place + 1);
    this.#amounts = putNumber(this.#amounts, this.#entries, amount);
    this.#entries += 1;
    this.#size += 1;
    if (this.#slots !== undefined) putSlot(this.#slots, place, this.#entries);
  }

  /** Lets those go that were taken out, so that there is room for so many and some more. */
  #makeRoom(entries = this.#size + 1): NarrowNumbers | undefined {
    const [places, amounts, last] = [this.#places, this.#amounts, this.#entries];
    const room = Math.ceil(1.4 * entries);
    this.#isOwn = true;
    this.#places = asWide(places, room);
    this.#amounts = asWide(amounts, room);
    this.#slots = room > lookedThroughMax ? slotsFor(room) : undefined;
    [this.#entries, this.#size] = [0, 0];
    for (let entry = 0; entry < last; entry += 1) {
      const place = places[entry] as number;
      if (place !== takenOut) this.#append(place - 1, amounts[entry] as number);
    }
    return this.#slots;
  }
}

const slotsFor = (entries: number): NarrowNumbers => {
  const span = new Span();
  span.include(entries);
  // NOTE: never full, or looking for what is not there would not end.
  return narrowNumbers(2 ** Math.ceil(Math.log2(1.3 * entries)), span);
};

const putSlot = (slots: NarrowNumbers, place: number, number: number): void => {
  const mask = slots.length - 1;
  let slot = slotOf(place) & mask;
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  slots[slot] = number;
};

const slotOf = (place: number): number => {
  const mixed = Math.imul(place, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
};
