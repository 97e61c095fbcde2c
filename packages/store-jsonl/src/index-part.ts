import {
  commandIdsOf,
  demandReadable,
  type Query,
  type QueryItem,
  yearsOf,
} from "@tongket/core/log";
import type { Mark } from "./record-line.ts";
import type { Place, PlacedCommit } from "./record-reader.ts";
import { positionsOf, siteOf } from "./site.ts";
import { commandKey, eventKeys, tagKey, typeKey, type Word, wordOf } from "./word.ts";

/** Where some commits that follow each other stand, in memory or in a file. */
export interface IndexPart {
  /** The record before the first of them. */
  readonly begin: Mark;
  /** The last of them. */
  readonly end: Mark;
  /** False where none of them has the word. */
  mayHold(word: Word): boolean;
  /** False where none of them has an event of the year. */
  mayBeOf(year: number): boolean;
  /** Opens what is needed to look into it, and closes that after the work. */
  opened<T>(work: (part: OpenPart) => T): T;
}

export interface OpenPart {
  /** In order, the sites of all events that have a word, and perhaps of some others. */
  sites(word: Word): readonly number[];
  place(position: number): Place;
}

/**
 * What is looked for: an event with all these words, and one of `any` if there are such, of a year
 * if that is given. A command id is a word of its commit's first event.
 */
export interface SoughtItem {
  readonly all: readonly Word[];
  readonly any: readonly Word[];
  readonly year?: number;
}

export const soughtBy = (query: Query): readonly SoughtItem[] =>
  query === "all" ? [{ all: [], any: [] }] : query.items.map(soughtItem);

export const soughtById = (commandId: string): readonly SoughtItem[] => [
  { all: [wordOf(commandKey(commandId))], any: [] },
];

const soughtItem = ({ tags, types, ...ofYear }: QueryItem): SoughtItem => ({
  ...ofYear,
  all: tags.map((tag) => wordOf(tagKey(tag))),
  any: types.map((type) => wordOf(typeKey(type))),
});

/** Whether a commit of a part may be sought, as far as is seen without opening it. */
export const mayMatch = (part: IndexPart, { all, any, year }: SoughtItem): boolean => {
  if (year !== undefined && !part.mayBeOf(year)) return false;
  for (const word of all) if (!part.mayHold(word)) return false;
  return any.length === 0 || any.some((word) => part.mayHold(word));
};

/** In order, the places of all commits behind a position that are sought, and of few others. */
export const placesIn = (
  part: IndexPart,
  sought: readonly SoughtItem[],
  after: number,
): readonly Place[] => {
  const items = sought.filter((item) => mayMatch(part, item));
  if (items.length === 0) return [];
  return part.opened((open) => {
    const lists = items.map((item) => itemPositions(open, item));
    const positions = lists.includes(undefined)
      ? everyPosition(part)
      : inOrder(lists as (readonly number[])[]);
    return positions.filter((position) => position > after).map((one) => open.place(one));
  });
};

/** Undefined where no word is asked for, so that any may match. */
const itemPositions = (open: OpenPart, { all, any }: SoughtItem): readonly number[] | undefined => {
  let found: readonly number[] | undefined;
  for (const word of all) {
    found = inBoth(found, open.sites(word));
    if (found.length === 0) return found;
  }
  if (any.length === 0) return found && positionsOf(found);
  return inOrder(any.map((word) => positionsOf(inBoth(found, open.sites(word)))));
};

/** Both are in order. */
const inBoth = (some: readonly number[] | undefined, others: readonly number[]) => {
  if (some === undefined) return others;
  let at = 0;
  return some.filter((site) => {
    while ((others[at] as number) < site) at += 1;
    return others[at] === site;
  });
};

/** The numbers of several lists, in order, each once. */
export const inOrder = (lists: readonly (readonly number[])[]): readonly number[] =>
  lists.length === 1
    ? (lists[0] as readonly number[])
    : [...new Set(lists.flat())].sort((a, b) => a - b);

const everyPosition = ({ begin, end }: IndexPart): readonly number[] =>
  Array.from({ length: end.position - begin.position }, (_, at) => begin.position + 1 + at);

/** A part in memory, which takes in one commit after the other. */
export class HeldPart implements IndexPart, OpenPart {
  readonly begin: Mark;
  readonly starts: number[] = [];
  /** By its key, the sites of each word, in order. */
  readonly words = new Map<string, number[]>();
  readonly years = new Set<number>();
  end: Mark;

  constructor(begin: Mark) {
    this.begin = begin;
    this.end = begin;
  }

  /** Takes in the commit that follows. Throws where its ids or events cannot be read. */
  add({ stored: { commit }, mark }: PlacedCommit): void {
    const { position, start } = mark;
    demandReadable(commit);
    this.starts.push(start);
    for (const id of commandIdsOf(commit)) this.#addWord(commandKey(id), siteOf(position, 0));
    for (const [at, event] of commit.events.entries()) {
      for (const key of eventKeys(event)) this.#addWord(key, siteOf(position, at));
      for (const year of yearsOf(event)) this.years.add(year);
    }
    this.end = mark;
  }

  #addWord(key: string, site: number): void {
    const sites = this.words.get(key);
    if (sites === undefined) this.words.set(key, [site]);
    else if (sites.at(-1) !== site) sites.push(site);
  }

  mayBeOf(year: number): boolean {
    return this.years.has(year);
  }

  mayHold({ key }: Word): boolean {
    return this.words.has(key);
  }

  opened<T>(work: (part: OpenPart) => T): T {
    return work(this);
  }

  sites({ key }: Word): readonly number[] {
    return this.words.get(key) ?? [];
  }

  place(position: number): Place {
    const at = position - this.begin.position - 1;
    const [start = 0, end = this.end.end] = this.starts.slice(at, at + 2);
    return { position, start, end };
  }
}
