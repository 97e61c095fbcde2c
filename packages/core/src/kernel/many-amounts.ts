import { asWide, narrowNumbers, putNumber } from "./narrow-numbers.ts";

/** The amount of each subject of an account, none of them 0: a Map, or what answers as one. */
export interface Amounts extends Iterable<[subject: string, amount: number]> {
  readonly size: number;
  get(subject: string): number | undefined;
  set(subject: string, amount: number): unknown;
  delete(subject: string): boolean;
  keys(): Iterable<string>;
  values(): Iterable<number>;
}

/** Subjects of many accounts: each is held once, and told by its place. */
export class Subjects {
  readonly #names: string[] = [];
  readonly #places = new Map<string, number>();

  nameAt(place: number): string {
    return this.#names[place] as string;
  }

  placeOf(name: string): number | undefined {
    return this.#places.get(name);
  }

  /** The place of a subject, which is taken in where it is new. */
  take(name: string): number {
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    this.#places.set(name, this.#names.length);
    return this.#names.push(name) - 1;
  }
}

/** Where an entry was taken out, in place of its subject. */
const takenOut = 0;

/**
 * The amounts of many subjects, as a Map of them answers and in the same order, in far less room.
 * NOTE: it cannot be cloned; `packTally` is for that.
 */
export class ManyAmounts implements Amounts {
  readonly #subjects: Subjects;
  /** Of each entry one more than the place of its subject, and the amount. */
  #places = narrowNumbers(0);
  #amounts = narrowNumbers(0);
  /** One more than the entry that a place leads to, or than one of another place; 0 for none. */
  #slots: Uint16Array | Int32Array = new Uint16Array(0);
  #entries = 0;
  #size = 0;

  constructor(subjects: Subjects, amounts: Amounts) {
    this.#subjects = subjects;
    this.#makeRoom(amounts.size + 1);
    for (const [subject, amount] of amounts) this.set(subject, amount);
  }

  get size(): number {
    return this.#size;
  }

  get(subject: string): number | undefined {
    const place = this.#subjects.placeOf(subject);
    return place === undefined ? undefined : this.#amounts[this.#entryOf(place)];
  }

  set(subject: string, amount: number): void {
    const place = this.#subjects.take(subject);
    const known = this.#entryOf(place);
    if (known >= 0) {
      this.#amounts = putNumber(this.#amounts, known, amount);
      return;
    }
    if (this.#entries === this.#places.length) this.#makeRoom(this.#size + 1);
    this.#append(place, amount);
  }

  delete(subject: string): boolean {
    const place = this.#subjects.placeOf(subject);
    const entry = place === undefined ? -1 : this.#entryOf(place);
    if (entry < 0) return false;
    this.#places[entry] = takenOut;
    this.#size -= 1;
    return true;
  }

  *[Symbol.iterator](): Iterator<[string, number]> {
    for (let entry = 0; entry < this.#entries; entry += 1) {
      const place = this.#places[entry] as number;
      if (place === takenOut) continue;
      yield [this.#subjects.nameAt(place - 1), this.#amounts[entry] as number];
    }
  }

  *keys(): Iterable<string> {
    for (const [subject] of this) yield subject;
  }

  *values(): Iterable<number> {
    for (const [, amount] of this) yield amount;
  }

  /** The entry of a place; -1 where it has none. */
  #entryOf(place: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = slotOf(place) & mask; ; slot = (slot + 1) & mask) {
      const entry = (this.#slots[slot] as number) - 1;
      if (entry < 0 || this.#places[entry] === place + 1) return entry;
    }
  }

  #append(place: number, amount: number): void {
    const mask = this.#slots.length - 1;
    let slot = slotOf(place) & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#places = putNumber(this.#places, this.#entries, place + 1);
    this.#amounts = putNumber(this.#amounts, this.#entries, amount);
    this.#entries += 1;
    this.#slots[slot] = this.#entries;
    this.#size += 1;
  }

  /** Lets those go that were taken out, so that there is room for so many and some more. */
  #makeRoom(entries: number): void {
    const [places, amounts, last] = [this.#places, this.#amounts, this.#entries];
    const room = Math.ceil(1.4 * entries);
    this.#places = asWide(places, room);
    this.#amounts = asWide(amounts, room);
    // NOTE: never full, or looking for what is not there would not end.
    const slots = 2 ** Math.ceil(Math.log2(1.3 * room));
    this.#slots = room > 0xfffe ? new Int32Array(slots) : new Uint16Array(slots);
    [this.#entries, this.#size] = [0, 0];
    for (let entry = 0; entry < last; entry += 1) {
      const place = places[entry] as number;
      if (place !== takenOut) this.#append(place - 1, amounts[entry] as number);
    }
  }
}

const slotOf = (place: number): number => {
  const mixed = Math.imul(place, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
};
