import * as Schema from "effect/Schema";
import { treeTag } from "../branch/events.ts";
import { commandType, type Given, states } from "../kernel/command.ts";
import { Year, yearEnd } from "../kernel/date.ts";
import { type DomainEvent, type EventType, newEvent } from "../kernel/event.ts";
import { BranchId, Id, PersonId, type Tag, Term, tag } from "../kernel/ids.ts";
import type { Law } from "../kernel/law.ts";
import { accepted, type Decision, refused, refusing } from "../kernel/refusal.ts";
import { Text } from "../kernel/text.ts";
import { Vote } from "../kernel/vote.ts";
import { type RuleContext, ratingPackOn, structureOn } from "../rulebook/rulebook.ts";
import {
  CapBreachNoted,
  CriterionRecorded,
  CriterionValue,
  memberKind,
  RatingAssigned,
  RatingExempted,
  RatingProposed,
  RatingRevised,
  RatingsClosed,
  ratingTag,
  SelfRatingSubmitted,
} from "./events.ts";
import { objectionsToCohort, objectionsToRating, type RatingRefusal } from "./rules.ts";
import {
  type CohortState,
  evolveCohort,
  evolveRating,
  initialCohort,
  initialRating,
  isSameValue,
  type RatingState,
} from "./state.ts";

const refuse = refusing<RatingRefusal>();

export const ratingLaw: Law<RatingState, never, RuleContext> = {
  on: "rating",
  initial: initialRating,
  evolve: evolveRating,
  objections: objectionsToRating,
};

export const cohortLaw: Law<CohortState, never, RuleContext> = {
  on: "cohort",
  initial: initialCohort,
  evolve: evolveCohort,
  objections: objectionsToCohort,
};

/** Whose rating, as commands name it. */
const Subject = Schema.Union([
  Schema.Struct({ member: PersonId }),
  Schema.Struct({ branch: BranchId }),
]);
const asked = { subject: Subject, year: Year };
interface Asked {
  readonly subject: typeof Subject.Type;
  readonly year: number;
  readonly pack?: Id;
}

const idOf = ({ subject }: Asked): Id =>
  ("member" in subject ? subject.member : subject.branch) as string as Id;

/** NOTE: any kind but a member's names the same timeline, since a branch may change its kind. */
const ratingOf = (data: Asked): Tag => {
  const subjectKind = "member" in data.subject ? memberKind : ("branch" as Term);
  return ratingTag({ subject: idOf(data), subjectKind, year: data.year });
};

const readsPlace = ({ subject }: Asked): readonly Tag[] =>
  "member" in subject ? [tag("person", subject.member)] : [treeTag];

type Decided = typeof RatingAssigned.schema.Type;
type Stood = Omit<Decided, "level" | "distinction" | "pack" | "by"> & { readonly pack?: Id };

/** The subject as it stood on 31 December of the year, or by the command's day before that. */
const stood = (data: Asked, { standings }: Given): Stood | Decision<never> => {
  const subject = idOf(data);
  const { year } = data;
  const on = yearEnd(year);
  if ("member" in data.subject) {
    const person = data.subject.member;
    const branch = standings.member(person, on);
    return branch === undefined
      ? refused(refuse("IsNoMember", { person, on }))
      : { subject, subjectKind: memberKind, branch, year };
  }
  const { branch } = data.subject;
  const kind = standings.line(branch, on)[0]?.kind;
  return kind === undefined
    ? refused(refuse("BranchUnknown", { branch, on }))
    : { subject, subjectKind: kind, branch, year };
};

/** With the nearest base organisation at or above the branch, where there is one. */
const stoodInTree = (data: Asked, given: Given<RuleContext>): Stood | Decision<never> => {
  const found = stood(data, given);
  if ("decision" in found) return found;
  const on = yearEnd(data.year);
  const kinds = structureOn(given.context.rulebook, on)?.parameters.branchKinds.value ?? [];
  const base = given.standings
    .line(found.branch, on)
    .find(({ kind }) => kinds.some((one) => one.base && one.term === kind));
  return base === undefined ? found : { ...found, baseOrganisation: base.branch };
};

/** With the pack given, or else the one in force on the day of the decision. */
const stoodUnderPack = (data: Asked, given: Given<RuleContext>): Stood | Decision<never> => {
  const found = stoodInTree(data, given);
  if ("decision" in found) return found;
  const { effectiveOn, context } = given;
  const pack = data.pack ?? ratingPackOn(context.rulebook, effectiveOn)?.pack;
  return pack === undefined
    ? refused(refuse("NoRatingPackInForce", { effectiveOn }))
    : { ...found, pack };
};

/** A command about a subject's rating: what the event needs beside its data is found first. */
const aboutRating = <
  const Name extends string,
  const F extends Schema.Struct.Fields,
  Type extends string,
  Data extends { readonly year: number },
>(
  command: Name,
  event: EventType<Type, Data>,
  find: (data: Asked, given: Given<RuleContext>) => Stood | Decision<never>,
  fields: F,
) =>
  commandType<Name, F & typeof asked, RuleContext>(command, {
    fields: { ...fields, ...asked },
    reads: (data) => [
      ...readsPlace(data as unknown as Asked),
      ...(find === stood ? [] : [treeTag]),
    ],
    decide: (data, given) => {
      const found = find(data as unknown as Asked, given);
      if ("decision" in found) return found;
      const whole = { ...data, ...found } as unknown as Data;
      return accepted(newEvent(event, whole, given.effectiveOn) as DomainEvent);
    },
  });

const levelFields = { level: Term, distinction: Schema.optionalKey(Term), by: BranchId };

/** A criterion that stands with this value, and no other evidence, is recorded already. */
export const RecordCriterion = commandType("RecordCriterion", {
  fields: {
    ...asked,
    criterion: Term,
    value: CriterionValue,
    evidence: Schema.optionalKey(Text),
  },
  reads: (data) => [ratingOf(data), ...readsPlace(data)],
  decide: (data, given: Given<RuleContext>) => {
    const { criterion, value, evidence } = data;
    const known = given.stateOn(ratingLaw, ratingOf(data)).criteria.get(criterion);
    if (
      known !== undefined &&
      isSameValue(known.value, value) &&
      (evidence === undefined || evidence === known.evidence)
    ) {
      return accepted();
    }
    const found = stood(data, given);
    return "decision" in found
      ? found
      : accepted(newEvent(CriterionRecorded, { ...data, ...found }, given.effectiveOn));
  },
});

/** From the rating as it stands; under the pack it was made under, unless another is given. */
export const ReviseRating = commandType("ReviseRating", {
  fields: { ...asked, ...levelFields, pack: Schema.optionalKey(Id), reason: Text },
  reads: (data) => [ratingOf(data)],
  decide: (data, { effectiveOn, stateOn }: Given<RuleContext>) => {
    const { subject: _, pack, year, by, reason, ...rated } = data;
    const subject = idOf(data);
    const now = stateOn(ratingLaw, ratingOf(data)).year;
    if (now.result !== "rated") return refused(refuse("NotRated", { subject, year }));
    const { rated: from, ...where } = now.rating;
    const to = { ...rated, pack: pack ?? from.pack };
    const whole = { subject, year, ...where, by, from, to, reason };
    return accepted(newEvent(RatingRevised, whole, effectiveOn));
  },
});

/** NOTE: no pack holds a cap so far, so there is nothing to judge at the close. */
export const CloseRatings = commandType("CloseRatings", {
  fields: { committee: BranchId, year: Year },
  reads: () => [],
  decide: (data, { effectiveOn }) =>
    accepted(newEvent(RatingsClosed, { ...data, caps: [] }, effectiveOn)),
});

export const ratingCommands = [
  aboutRating("SubmitSelfRating", SelfRatingSubmitted, stood, { level: Term }),
  RecordCriterion,
  aboutRating("ProposeRating", RatingProposed, stood, {
    ...levelFields,
    vote: Schema.optionalKey(Vote),
  }),
  aboutRating("AssignRating", RatingAssigned, stoodUnderPack, {
    ...levelFields,
    pack: Schema.optionalKey(Id),
  }),
  ReviseRating,
  aboutRating("ExemptFromRating", RatingExempted, stoodInTree, { reason: Text, by: BranchId }),
  CloseRatings,
  states("NoteCapBreach", CapBreachNoted),
] as const;
