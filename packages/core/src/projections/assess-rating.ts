import { yearEnd } from "../kernel/date.ts";
import { addressOf } from "../kernel/event.ts";
import type { BranchId } from "../kernel/ids.ts";
import type { Horizon } from "../log/effective.ts";
import { closingCommittee, cohortTag, isMember } from "../rating/events.ts";
import { type Assessment, assess } from "../rulebook/assess.ts";
import { type CapVerdict, judgeCap, ratedCounts } from "../rulebook/caps.ts";
import type { Facts, FactValue } from "../rulebook/judge-test.ts";
import type { RatingPack } from "../rulebook/rating-pack.ts";
import { type Rulebook, ratingPackOf, ratingPackOn } from "../rulebook/rulebook.ts";
import type { Keeping } from "./keeping.ts";
import { type Befallen, type StoodSubject, stoodIn } from "./rated-subject.ts";
import { ratingFactsIn } from "./rating-facts.ts";
import { ratingsIn } from "./rating-holdings.ts";
import {
  keepEffective,
  keepRatingRecord,
  type RatingAsked,
  ratingTagOf,
  type ToldEvent,
} from "./rating-record.ts";
import {
  type CitedEvent,
  type ClosedCohort,
  cited,
  closedIn,
  type RatingResult,
  resultIn,
} from "./rating-result.ts";
import { treeOn } from "./tree.ts";

/** By which rules and facts to judge: what is left out is as the ledger has it. */
export interface RatingTrial {
  readonly rulebook: Rulebook;
  readonly horizon?: Horizon;
  /** In place of the pack of the rating, or of the one in force. */
  readonly pack?: RatingPack;
  /** In place of recorded facts, or beside them. */
  readonly supplied?: ReadonlyMap<string, FactValue>;
}

/** A subject's rating as it stands, and what its rules say of each level, and why. */
export interface AssessedRating {
  readonly where: Pick<StoodSubject, "branch" | "baseOrganisation">;
  readonly rating: RatingResult;
  readonly told: Befallen;
  readonly assessment: Assessment;
  readonly pack: RatingPack;
  /** Facts that nobody recorded, and what is recorded instead. */
  readonly supplied: readonly SuppliedFact[];
  /** The events behind the facts used. */
  readonly cited: readonly CitedEvent[];
  readonly closed?: ClosedCohort;
}

interface SuppliedFact {
  readonly name: string;
  readonly value: FactValue;
  readonly recorded?: FactValue;
}

/** Assesses one subject, or tells why that cannot be done. */
export type RatingAssessed =
  | { readonly assessed: "Rating"; readonly rating: AssessedRating }
  | { readonly assessed: "NoSubject" }
  | { readonly assessed: "NoPack"; readonly on: string };

export const assessingRating = (
  asked: RatingAsked,
  trial: RatingTrial,
): Keeping<RatingAssessed> => {
  const kept = keepRatingRecord(asked, trial.horizon);
  return { take: kept.take, close: () => assessedIn(kept.close(), asked, trial) };
};

const assessedIn = (
  record: readonly ToldEvent[],
  asked: RatingAsked,
  trial: RatingTrial,
): RatingAssessed => {
  const { rulebook, horizon, supplied = new Map() } = trial;
  const result = resultIn(record, ratingTagOf(asked));
  const stood = stoodAsRated(stoodIn(record, asked, rulebook), asked, result);
  if (stood === undefined) return { assessed: "NoSubject" };
  const on = horizon?.asOf ?? yearEnd(asked.year);
  const made = result.is === "rated" ? ratingPackOf(rulebook, result.rated.pack) : undefined;
  const pack = trial.pack ?? made ?? ratingPackOn(rulebook, on);
  if (pack === undefined) return { assessed: "NoPack", on };
  const recorded = ratingFactsIn(record, { ...stood, pack });
  const { branch, baseOrganisation, told, ...whose } = stood;
  const of = isMember(stood) ? "member" : "branch";
  const assessment = assess({ ...whose, of }, withSupplied(recorded, supplied), pack);
  const closed = closedFor(record, stood, result);
  const rating: AssessedRating = {
    where: { branch, ...(baseOrganisation === undefined ? {} : { baseOrganisation }) },
    rating: result,
    told,
    assessment,
    pack,
    supplied: suppliedBeside(recorded, supplied),
    cited: citedBy(assessment, record),
    ...(closed === undefined ? {} : { closed }),
  };
  return { assessed: "Rating", rating };
};

/** Where the rating has the subject, if it is rated. */
const stoodAsRated = (
  stood: StoodSubject | undefined,
  { subject, year }: RatingAsked,
  result: RatingResult,
): StoodSubject | undefined => {
  if (result.is !== "rated") return stood;
  const { subjectKind, branch, baseOrganisation } = result.assigned;
  const id = ("member" in subject ? subject.member : subject.branch) as string;
  return {
    subject: id as StoodSubject["subject"],
    subjectKind,
    branch,
    ...(baseOrganisation === undefined ? {} : { baseOrganisation }),
    year,
    told: stood?.told ?? {},
  };
};

const withSupplied = (recorded: Facts, supplied: ReadonlyMap<string, FactValue>): Facts =>
  new Map([
    ...recorded,
    ...[...supplied].map(([name, value]) => [name, { value, events: [] }] as const),
  ]);

const suppliedBeside = (
  recorded: Facts,
  supplied: ReadonlyMap<string, FactValue>,
): readonly SuppliedFact[] =>
  [...supplied].map(([name, value]) => {
    const known = recorded.get(name);
    return { name, value, ...(known === undefined ? {} : { recorded: known.value }) };
  });

const citedBy = (
  { standing, levels }: Assessment,
  record: readonly ToldEvent[],
): readonly CitedEvent[] => {
  const conditions = [standing, ...levels.flatMap((level) => level.conditions)];
  const wanted = new Set(conditions.flatMap(({ facts }) => facts.flatMap(({ events }) => events)));
  return record.filter((event) => wanted.has(addressOf(event))).map(cited);
};

const closedFor = (
  record: readonly ToldEvent[],
  stood: StoodSubject,
  result: RatingResult,
): ClosedCohort | undefined => {
  const above = treeOn(record, yearEnd(stood.year)).nodes.get(stood.branch)?.parent;
  const committee = closingCommittee(stood, result.is === "open" ? above : result.by);
  return committee && closedIn(record, { committee, year: stood.year });
};

/** The caps on the ratings of a committee and year as they stand, whether closed or not. */
export interface AssessedCaps {
  readonly committee: BranchId;
  readonly year: number;
  readonly pack: RatingPack;
  readonly caps: readonly CapVerdict[];
  readonly closed?: ClosedCohort;
}

/** Assesses the caps of one cohort, or tells why that cannot be done. */
export type CapsAssessed =
  | { readonly assessed: "Caps"; readonly caps: AssessedCaps }
  | { readonly assessed: "NoPack"; readonly on: string };

export const assessingCaps = (
  cohort: { readonly committee: BranchId; readonly year: number },
  { rulebook, horizon = {}, pack: given }: Omit<RatingTrial, "supplied">,
): Keeping<CapsAssessed> => {
  const { committee, year } = cohort;
  const tag = cohortTag(committee, year);
  const kept = keepEffective(({ tags }) => tags.includes(tag), horizon);
  return {
    take: kept.take,
    close: () => {
      const record = kept.close();
      const closed = closedIn(record, cohort);
      const on = horizon.asOf ?? yearEnd(year);
      const then = (closed?.event.data as { readonly pack?: string } | undefined)?.pack;
      const closedBy = then === undefined ? undefined : ratingPackOf(rulebook, then);
      const pack = given ?? closedBy ?? ratingPackOn(rulebook, on);
      if (pack === undefined) return { assessed: "NoPack", on };
      const rated = [...ratingsIn(record, tag).values()];
      const caps = (pack.parameters.caps ?? []).map((cap) => {
        const own = rated.filter((one) => isMember(one) === (cap.of === "member"));
        return judgeCap(cap, ratedCounts(own), pack);
      });
      const told = { ...cohort, pack, caps, ...(closed === undefined ? {} : { closed }) };
      return { assessed: "Caps", caps: told };
    },
  };
};
