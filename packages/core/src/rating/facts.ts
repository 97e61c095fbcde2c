import { branchTag } from "../branch/events.ts";
import type { Standings } from "../kernel/command.ts";
import { yearEnd } from "../kernel/date.ts";
import { type BranchId, type Id, type PersonId, type Tag, type Term, tag } from "../kernel/ids.ts";
import { reviewTag } from "../review/events.ts";
import { type Fact, type FactValue, namesIn } from "../rulebook/judge-test.ts";
import { levelsOf } from "../rulebook/levels.ts";
import type { RatingPack } from "../rulebook/rating-pack.ts";
import { cohortTag, isMember } from "./events.ts";
import type { CohortState, RatingState } from "./state.ts";

/** A subject whose rating is judged, where it stood, and the pack it is judged by. */
export interface JudgedSubject {
  readonly subject: Id;
  readonly subjectKind: Term;
  readonly branch: BranchId;
  readonly baseOrganisation?: BranchId;
  readonly year: number;
  readonly pack: RatingPack;
}

/** What a decision may look at: the states of the day on which it is made. */
export interface Sight {
  readonly standings: Standings;
  readonly criteria: RatingState["criteria"];
  readonly cohort: (committee: BranchId) => CohortState;
}

/** The facts that the conditions of the pack ask for. */
const askedFor = (judged: JudgedSubject): ReadonlySet<string> => {
  const of = isMember(judged) ? "member" : "branch";
  const conditions = judged.pack.parameters.conditions ?? [];
  return new Set(conditions.filter((one) => one.of === of).flatMap(({ test }) => namesIn(test)));
};

/** The subjects in which the ledger has what is counted of a branch, but for its leaders. */
export const countedIn = (judged: JudgedSubject, standings: Standings): readonly Tag[] => {
  if (isMember(judged)) return [];
  const { branch, year, baseOrganisation } = judged;
  const asked = askedFor(judged);
  const subjects: Tag[] = [];
  if (asked.has("disciplines") || asked.has("leaders-disciplined"))
    subjects.push(branchTag(branch));
  if (asked.has("branches-below-rated") || asked.has("branches-below-at-lowest")) {
    subjects.push(cohortTag(branch, year));
  }
  if (asked.has("branches-below-disciplined")) {
    subjects.push(...standings.below(branch, yearEnd(year)).map(branchTag));
  }
  if (asked.has("members-rated") || asked.has("members-at-lowest")) {
    if (baseOrganisation !== undefined) subjects.push(cohortTag(baseOrganisation, year));
  }
  if (asked.has("shortcomings-open")) subjects.push(reviewTag(branch, year - 1));
  return subjects;
};

/** The persons whose conduct is counted as that of the branch's leaders. */
export const leadersIn = (judged: JudgedSubject, standings: Standings): readonly Tag[] =>
  !isMember(judged) && askedFor(judged).has("leaders-disciplined")
    ? standings.officers(judged.branch).map((person) => tag("person", person))
    : [];

/**
 * The facts by which a subject is rated, by name: its recorded criteria, and what the ledger
 * counts and the pack asks for. What cannot be known is absent.
 */
export const factsAbout = (judged: JudgedSubject, sight: Sight): ReadonlyMap<string, Fact> => {
  const facts = new Map<string, Fact>();
  const know = (name: string, value: FactValue | undefined): void => {
    if (value !== undefined) facts.set(name, { value, events: [] });
  };
  for (const [criterion, { value }] of sight.criteria) know(criterion, value);
  if (isMember(judged)) {
    const person = judged.subject as string as PersonId;
    const { violations, exempt, suspended } = sight.standings.conduct(person, judged.year);
    const excluded = judged.pack.parameters.notRated?.value ?? [];
    know("disciplines", violations);
    if (excluded.includes("exempt")) know("exempt", exempt);
    if (excluded.includes("suspended")) know("suspended", suspended);
    return facts;
  }
  for (const name of askedFor(judged)) {
    const count = counted[name];
    if (count !== undefined) know(name, count(judged, sight));
  }
  return facts;
};

type Count = (judged: JudgedSubject, sight: Sight) => number | undefined;

/** How core counts each fact of a branch; the names are those of `countedFacts`. */
const counted: Readonly<Record<string, Count>> = {
  disciplines: ({ branch, year }, { standings }) => standings.branchViolations(branch, year),
  "branches-below": ({ branch, year }, { standings }) =>
    standings.below(branch, yearEnd(year)).length,
  "branches-below-rated": (judged, sight) => ratedBelow(judged, sight).length,
  "branches-below-at-lowest": (judged, sight) => {
    const lowest = levelsOf("branch", judged.pack).at(-1);
    return ratedBelow(judged, sight).filter(({ level }) => level === lowest).length;
  },
  "branches-below-disciplined": ({ branch, year }, { standings }) =>
    standings
      .below(branch, yearEnd(year))
      .filter((child) => standings.branchViolations(child, year) > 0).length,
  "members-rated": (judged, sight) => {
    const levels = memberLevels(judged, sight);
    return levels && [...levels.values()].reduce((sum, n) => sum + n, 0);
  },
  "members-at-lowest": (judged, sight) => {
    const lowest = levelsOf("member", judged.pack).at(-1);
    const levels = memberLevels(judged, sight);
    return levels && lowest && (levels.get(lowest) ?? 0);
  },
  "leaders-disciplined": ({ branch, year }, { standings }) =>
    standings.officers(branch).filter((person) => standings.conduct(person, year).violations > 0)
      .length,
  "shortcomings-open": ({ branch, year }, { standings }) =>
    standings.shortcomingsOpen(branch, year - 1),
};

const ratedBelow = ({ branch, year }: JudgedSubject, { standings, cohort }: Sight) => {
  const { branches } = cohort(branch);
  return standings.below(branch, yearEnd(year)).flatMap((child) => branches.get(child) ?? []);
};

/** The members of the branch itself, by level; unknown above all base organisations. */
const memberLevels = ({ branch, baseOrganisation }: JudgedSubject, { cohort }: Sight) =>
  baseOrganisation === undefined
    ? undefined
    : (cohort(baseOrganisation).members.get(branch) ?? new Map<Term, number>());
