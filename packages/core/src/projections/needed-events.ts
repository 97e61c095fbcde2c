import { type Tag, tag } from "../kernel/ids.ts";
import type { Query, QueryItem } from "../log/condition.ts";
import type { Accounts } from "./accounts.ts";
import { comesInMasses } from "./books.ts";
import { postingTypes, typesPosting } from "./postings.ts";
import type { StandingFact } from "./standing-fact.ts";
import type { YearView } from "./year-view.ts";

/**
 * The events that can post on some accounts. All that posts on the account of a branch has the
 * branch's tag, but there are more events of a branch than of a type that is rare.
 */
export const neededOn = ({ branches, words: [word] }: Accounts): readonly QueryItem[] => {
  const types = word === undefined ? postingTypes : typesPosting(word);
  const ofAny = types.filter((type) => branches === "all" || !comesInMasses(type));
  const ofBranch = types.filter((type) => !ofAny.includes(type));
  const items = [
    { tags: [], types: ofAny },
    ...(branches === "all" ? [] : branches).map((branch) => ({
      tags: [tag("branch", branch)],
      types: ofBranch,
    })),
  ];
  // NOTE: an item without types would ask for events of any.
  return items.filter((item) => item.types.length > 0);
};

/** A fact, and what may have reversed it. */
export const neededFact = ({ event: { tags, type } }: StandingFact): QueryItem => ({
  tags: tags.slice(0, 1),
  types: [type],
});

/** Each event that is read is compared with every subject, until one is its own. */
const subjectsMax = 100;

/**
 * One query for all that is needed, each subject in it once. Where the subjects are many, or more
 * than a tenth of the branches there are, types alone find fewer events than subjects do.
 */
export const queryOf = (needed: readonly QueryItem[], { tree }: Pick<YearView, "tree">): Query => {
  const typesOf = new Map<Tag | undefined, Set<string>>();
  for (const { tags, types } of needed) {
    const [subject] = tags;
    typesOf.set(subject, new Set([...(typesOf.get(subject) ?? []), ...types]));
  }
  if (typesOf.size > Math.min(subjectsMax, tree.nodes.size / 10)) {
    return { items: [{ tags: [], types: [...new Set(needed.flatMap(({ types }) => types))] }] };
  }
  return {
    items: [...typesOf].map(([subject, types]) => ({
      tags: subject === undefined ? [] : [subject],
      types: [...types],
    })),
  };
};
