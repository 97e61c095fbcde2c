import { yearOf } from "../kernel/date.ts";
import { tag } from "../kernel/ids.ts";
import type { Query, QueryItem } from "../log/condition.ts";
import type { Accounts } from "./accounts.ts";
import { comesInMasses } from "./books.ts";
import { postingTypes, typesPosting } from "./postings.ts";
import type { StandingFact } from "./standing-fact.ts";
import type { YearView } from "./year-view.ts";

/**
 * The events that can post on some accounts, which are of their year. All that posts on the account
 * of a branch has the branch's tag, but there are more events of a branch than of a type that is
 * rare.
 */
export const neededOn = (accounts: Accounts): readonly QueryItem[] => {
  const {
    branches,
    words: [word],
  } = accounts;
  const ofYear = accounts.withYearsBefore === true ? {} : { year: accounts.year };
  const types = word === undefined ? postingTypes : typesPosting(word);
  const ofAny = types.filter((type) => branches === "all" || !comesInMasses(type));
  const ofBranch = types.filter((type) => !ofAny.includes(type));
  const items = [
    { tags: [], types: ofAny, ...ofYear },
    ...(branches === "all" ? [] : branches).map((branch) => ({
      tags: [tag("branch", branch)],
      types: ofBranch,
      ...ofYear,
    })),
  ];
  // NOTE: an item without types would ask for events of any.
  return items.filter((item) => item.types.length > 0);
};

/** A fact, and what may have reversed it. */
export const neededFact = ({ event }: StandingFact): QueryItem => ({
  tags: event.tags.slice(0, 1),
  types: [event.type],
  year: yearOf(event.effectiveOn),
});

/** Each event that is read is compared with every subject, until one is its own. */
const subjectsMax = 100;

/**
 * One query for all that is needed, each subject in it once a year. Where the subjects are many, or
 * more than a tenth of the branches there are, types alone find fewer events than subjects do.
 */
export const queryOf = (needed: readonly QueryItem[], { tree }: Pick<YearView, "tree">): Query => {
  const subjects = new Set(needed.map(({ tags: [subject] }) => subject));
  const areMany = subjects.size > Math.min(subjectsMax, tree.nodes.size / 10);
  const items = areMany ? needed.map((item) => ({ ...item, tags: [] })) : needed;
  const alike = Map.groupBy(items, ({ tags: [subject = ""], year = "" }) => `${year} ${subject}`);
  return { items: [...alike.values()].map(joined) };
};

/** One item for several that differ by their types only. */
const joined = (items: readonly QueryItem[]): QueryItem => {
  const [first] = items as readonly [QueryItem];
  return { ...first, types: [...new Set(items.flatMap(({ types }) => types))] };
};
