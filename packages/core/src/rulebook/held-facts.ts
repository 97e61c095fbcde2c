import { type Discipline, firstPunishedIn } from "../kernel/discipline.ts";
import type { countedFacts } from "./counted-facts.ts";
import { type Fact, type Facts, namesIn } from "./judge-test.ts";
import { levelsOf } from "./levels.ts";
import type { RatedKind, RatingPack } from "./rating-pack.ts";

/** Something that a ledger holds, with the addresses of the events that made it so. */
export interface Held {
  readonly events: readonly string[];
}

type Punishment = Discipline & Held;

interface Criteria {
  readonly criteria: ReadonlyMap<string, Fact>;
}

/** What a ledger holds of a member who is rated. */
export interface MemberHoldings extends Criteria {
  readonly disciplines: readonly Punishment[];
  readonly exempt: Held & { readonly is: boolean };
  readonly suspended: Held & { readonly is: boolean };
}

/**
 * What a ledger holds of a branch that is rated, and of those around it. Each is asked for by
 * itself, so that what a pack does not ask about need not be read.
 */
export interface BranchHoldings extends Criteria {
  readonly disciplines: () => readonly Punishment[];
  /** The branches directly below at the end of the year. */
  readonly below: () => readonly BranchBelow[];
  /** Its own members who were rated; undefined where no base organisation stands above it. */
  readonly membersRated: () => readonly RatedMembers[] | undefined;
  /** Who holds an office in it. */
  readonly leaders: () => readonly Leader[];
  /** Those noted in the review of the year before. */
  readonly shortcomings: () => readonly (Held & { readonly open: boolean })[];
}

interface BranchBelow extends Held {
  readonly rated: () => (Held & { readonly level: string }) | undefined;
  readonly disciplines: () => readonly Punishment[];
}

interface RatedMembers extends Held {
  readonly level: string;
  readonly count: number;
}

interface Leader extends Held {
  readonly disciplines: () => readonly Punishment[];
}

interface Asked {
  readonly year: number;
  readonly pack: RatingPack;
}

/** The facts that the conditions of a pack ask for of members, or of branches. */
export const factsAskedFor = (of: RatedKind, { parameters }: RatingPack): ReadonlySet<string> =>
  new Set(
    (parameters.conditions ?? [])
      .filter((one) => one.of === of)
      .flatMap(({ test }) => namesIn(test)),
  );

/** The facts by which a member is rated: what was recorded, and what core counts itself. */
export const factsOfMember = (held: MemberHoldings, { year, pack }: Asked): Facts => {
  const { criteria, disciplines, ...standing } = held;
  const facts = new Map(criteria);
  facts.set("disciplines", countOf(firstPunishedIn(disciplines, year)));
  for (const reason of pack.parameters.notRated?.value ?? []) {
    const { is, events } = standing[reason];
    facts.set(reason, { value: is, events });
  }
  return facts;
};

/** The same of a branch: of what core counts, that which the pack asks for. */
export const factsOfBranch = (held: BranchHoldings, asked: Asked): Facts => {
  const facts = new Map(held.criteria);
  for (const name of factsAskedFor("branch", asked.pack)) {
    const fact = counted.get(name)?.(held, asked);
    if (fact !== undefined) facts.set(name, fact);
  }
  return facts;
};

type Count = (held: BranchHoldings, asked: Asked) => Fact | undefined;

type CountedName = (typeof countedFacts)["branch"][number]["term"];

/** How core counts each fact of a branch. */
const counts: Readonly<Record<CountedName, Count>> = {
  disciplines: ({ disciplines }, { year }) => countOf(firstPunishedIn(disciplines(), year)),
  "branches-below": ({ below }) => countOf(below()),
  "branches-below-rated": (held) => countOf(ratedBelow(held)),
  "branches-below-at-lowest": (held, { pack }) => {
    const lowest = levelsOf("branch", pack).at(-1);
    return countOf(ratedBelow(held).filter(({ level }) => level === lowest));
  },
  "branches-below-disciplined": ({ below }, { year }) =>
    countOf(below().flatMap((one) => punishedFirst(one, year))),
  "members-rated": ({ membersRated }) => headsIn(membersRated()),
  "members-at-lowest": ({ membersRated }, { pack }) => {
    const lowest = levelsOf("member", pack).at(-1);
    return headsIn(membersRated()?.filter(({ level }) => level === lowest));
  },
  "leaders-disciplined": ({ leaders }, { year }) =>
    countOf(leaders().flatMap((one) => punishedFirst(one, year))),
  "shortcomings-open": ({ shortcomings }) => {
    const all = shortcomings();
    const open = all.filter((one) => one.open);
    if (all.length === 0) return undefined;
    return { ...countOf(open), events: eventsOf(open.length > 0 ? open : all) };
  },
};
const counted: ReadonlyMap<string, Count> = new Map(Object.entries(counts));

const countOf = (all: readonly Held[]): Fact => ({ value: all.length, events: eventsOf(all) });

const eventsOf = (all: readonly Held[]): readonly string[] => [
  ...new Set(all.flatMap(({ events }) => events)),
];

const headsIn = (rated: readonly RatedMembers[] | undefined): Fact | undefined =>
  rated && {
    value: rated.reduce((sum, { count }) => sum + count, 0),
    events: eventsOf(rated.filter(({ count }) => count !== 0)),
  };

const ratedBelow = ({ below }: BranchHoldings) =>
  below().flatMap((one) => {
    const rated = one.rated();
    return rated === undefined ? [] : [{ ...rated, events: [...one.events, ...rated.events] }];
  });

/** Once where any violation was first punished in the year, with those that punished it. */
const punishedFirst = (one: BranchBelow | Leader, year: number): readonly Held[] => {
  const punished = firstPunishedIn(one.disciplines(), year);
  return punished.length === 0 ? [] : [{ events: eventsOf([one, ...punished]) }];
};
