import type { Tag } from "../kernel/ids.ts";
import type { Commit } from "./commit.ts";
import { isReversal } from "./reversal.ts";
import { type Dated, yearsOf } from "./years-of.ts";

/**
 * Which events a decision rests on: any of the items. An item is all its tags and any of its
 * types (an empty list of either asks nothing), and of its year where it names one. No items match
 * nothing; `all` matches everything.
 */
export type Query = "all" | { readonly items: readonly QueryItem[] };

export interface QueryItem {
  readonly tags: readonly Tag[];
  readonly types: readonly string[];
  readonly year?: number;
}

/** An append holds only if no event matching the query stands after the position. */
export interface AppendCondition {
  readonly failIfMatch: Query;
  readonly after: number;
}

export const nothing: Query = { items: [] };

/** Every event of any of these subjects. */
export const aboutAny = (tags: Iterable<Tag>): Query => ({
  items: [...tags].map((one) => ({ tags: [one], types: [] })),
});

export const ofTypes = (...types: readonly string[]): Query => ({ items: [{ tags: [], types }] });

interface Queried extends Dated {
  readonly tags: readonly string[];
}

/**
 * The one meaning of a query, for every store. A query that matches an event matches its
 * reversal: a reversing entry has the original's tags and counts as of its type and years too.
 */
export const matches = (query: Query, event: Queried): boolean =>
  query === "all" ||
  query.items.some(
    (item) =>
      item.tags.every((one) => event.tags.includes(one)) &&
      (item.types.length === 0 || typesOf(event).some((type) => item.types.includes(type))) &&
      (item.year === undefined || yearsOf(event).has(item.year)),
  );

/** The types that an event counts as of: a reversal is also of its original's. */
export const typesOf = (event: Omit<Queried, "tags">): readonly string[] =>
  isReversal(event) ? [event.type, event.data.original.type] : [event.type];

/** The tags and types that the events of a commit mention: what an index finds it by. */
export const wordsIn = ({ events }: Pick<Commit, "events">): ReadonlySet<string> => {
  const words = new Set<string>();
  for (const event of events) {
    for (const tag of event.tags) words.add(tag);
    for (const type of typesOf(event)) words.add(type);
  }
  return words;
};

/**
 * Words of which every commit that matches mentions one: of each item a tag, or its types. Some
 * that mention one do not match: for one, those of another year. Undefined where an item asks for
 * neither, and any may match.
 */
export const wordsAsked = (query: Query): readonly string[] | undefined => {
  if (query === "all") return undefined;
  const words = query.items.map(({ tags: [tag], types }) => (tag === undefined ? types : [tag]));
  return words.some((one) => one.length === 0) ? undefined : [...new Set(words.flat())];
};

/** Whether any event of a commit answers the query. */
export const hasMatch = (query: Query, commit: Commit): boolean =>
  query === "all" || commit.events.some((event) => matches(query, event));
