import { branchTag } from "../branch/events.ts";
import type { Standings } from "../kernel/command.ts";
import { yearEnd } from "../kernel/date.ts";
import { type BranchId, type Id, type PersonId, type Tag, type Term, tag } from "../kernel/ids.ts";
import { reviewTag } from "../review/events.ts";
import {
  type BranchHoldings,
  factsAskedFor,
  factsOfBranch,
  factsOfMember,
  type MemberHoldings,
} from "../rulebook/held-facts.ts";
import type { Facts } from "../rulebook/judge-test.ts";
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

/** The subjects in which the ledger has what is counted of a branch, but for its leaders. */
export const countedIn = (judged: JudgedSubject, standings: Standings): readonly Tag[] => {
  if (isMember(judged)) return [];
  const { branch, year, baseOrganisation, pack } = judged;
  const asked = factsAskedFor("branch", pack);
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
  !isMember(judged) && factsAskedFor("branch", judged.pack).has("leaders-disciplined")
    ? standings.officers(judged.branch, judged.year).map((person) => tag("person", person))
    : [];

/**
 * The facts by which a subject is rated, by name: its recorded criteria, and what the ledger
 * counts and the pack asks for. What cannot be known is absent. States keep no addresses.
 */
export const factsAbout = (judged: JudgedSubject, sight: Sight): Facts =>
  isMember(judged)
    ? factsOfMember(memberHoldings(judged, sight), judged)
    : factsOfBranch(branchHoldings(judged, sight), judged);

const memberHoldings = ({ subject }: JudgedSubject, sight: Sight): MemberHoldings => {
  const conduct = sight.standings.conduct(subject as string as PersonId);
  return {
    criteria: criteriaIn(sight),
    disciplines: conduct.disciplines.map(unaddressed),
    exempt: unaddressed({ is: conduct.exempt }),
    suspended: unaddressed({ is: conduct.suspended }),
  };
};

const branchHoldings = (judged: JudgedSubject, sight: Sight): BranchHoldings => {
  const { branch, year, baseOrganisation } = judged;
  const { standings, cohort } = sight;
  const disciplinesOf = (one: BranchId) => standings.branchDisciplines(one).map(unaddressed);
  return {
    criteria: criteriaIn(sight),
    disciplines: () => disciplinesOf(branch),
    below: () =>
      standings.below(branch, yearEnd(year)).map((child) => ({
        events: [],
        rated: () => {
          const rated = cohort(branch).branches.get(child);
          return rated && unaddressed(rated);
        },
        disciplines: () => disciplinesOf(child),
      })),
    membersRated: () => {
      if (baseOrganisation === undefined) return undefined;
      const levels = cohort(baseOrganisation).members.get(branch) ?? new Map<Term, number>();
      return [...levels].map(([level, count]) => unaddressed({ level, count }));
    },
    leaders: () =>
      standings.officers(branch, year).map((person) => ({
        events: [],
        disciplines: () => standings.conduct(person).disciplines.map(unaddressed),
      })),
    shortcomings: () =>
      standings.shortcomings(branch, year - 1).map((now) => unaddressed({ open: now === "noted" })),
  };
};

const unaddressed = <One extends object>(one: One) => ({ ...one, events: [] });

const criteriaIn = ({ criteria }: Sight): MemberHoldings["criteria"] =>
  new Map([...criteria].map(([name, { value }]) => [name, unaddressed({ value })]));
