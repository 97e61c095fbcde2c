import { addressOf } from "../kernel/event.ts";
import type { BranchId, Id, PersonId, Term } from "../kernel/ids.ts";
import { cohortTag, isMember, type RatingEvent, ratingTag } from "../rating/events.ts";
import { reviewTag } from "../review/events.ts";
import {
  type BranchHoldings,
  factsOfBranch,
  factsOfMember,
  type MemberHoldings,
} from "../rulebook/held-facts.ts";
import type { Fact, Facts } from "../rulebook/judge-test.ts";
import type { RatingPack } from "../rulebook/rating-pack.ts";
import {
  belowIn,
  disciplinesIn,
  officersIn,
  ratingsIn,
  type StandingRecord,
  shortcomingsIn,
  standingIn,
} from "./rating-holdings.ts";

/** A subject as it stood in the year, and the pack that its facts are counted for. */
export interface RatedSubject {
  readonly subject: Id;
  readonly subjectKind: Term;
  readonly branch: BranchId;
  readonly baseOrganisation?: BranchId;
  readonly year: number;
  readonly pack: RatingPack;
}

/**
 * The facts by which a subject is rated, each with the addresses of its events, from the standing
 * events of its record in order of effect.
 */
export const ratingFactsIn = (record: StandingRecord, rated: RatedSubject): Facts =>
  isMember(rated)
    ? factsOfMember(memberHoldings(record, rated), rated)
    : factsOfBranch(branchHoldings(record, rated), rated);

const memberHoldings = (record: StandingRecord, rated: RatedSubject): MemberHoldings => {
  const member = rated.subject as string as PersonId;
  const { exempt, suspended } = standingIn(record, member);
  const disciplines = disciplinesIn(record).person.get(member) ?? [];
  return { criteria: criteriaIn(record, rated), disciplines, exempt, suspended };
};

const branchHoldings = (record: StandingRecord, rated: RatedSubject): BranchHoldings => {
  const { branch, year, baseOrganisation } = rated;
  const disciplines = disciplinesIn(record);
  const ratings = ratingsIn(record, cohortTag(branch, year));
  const disciplinesOf = (one: BranchId) => disciplines.branch.get(one) ?? [];
  return {
    criteria: criteriaIn(record, rated),
    disciplines: () => disciplinesOf(branch),
    below: () =>
      belowIn(record, rated).map(({ child, events }) => ({
        events,
        rated: () => ratings.get(`branch:${child}`),
        disciplines: () => disciplinesOf(child),
      })),
    membersRated: () =>
      baseOrganisation === undefined
        ? undefined
        : [...ratingsIn(record, cohortTag(baseOrganisation, year)).values()]
            .filter((one) => isMember(one) && one.branch === branch)
            .map(({ level, events }) => ({ level, events, count: 1 })),
    leaders: () =>
      [...officersIn(record, branch, year)].map(([person, events]) => ({
        events,
        disciplines: () => disciplines.person.get(person) ?? [],
      })),
    shortcomings: () => shortcomingsIn(record, reviewTag(branch, year - 1)),
  };
};

const criteriaIn = (record: StandingRecord, rated: RatedSubject) => {
  const rating = ratingTag(isMember(rated) ? "member" : "branch", rated.subject, rated.year);
  const criteria = new Map<string, Fact>();
  for (const event of record) {
    const { type, data } = event as unknown as RatingEvent;
    if (type === "CriterionRecorded" && event.tags.includes(rating)) {
      criteria.set(data.criterion, { value: data.value, events: [addressOf(event)] });
    }
  }
  return criteria;
};
