import * as Schema from "effect/Schema";
import { treeTag } from "../branch/events.ts";
import { commandType, completes, type Given, states } from "../kernel/command.ts";
import { Year } from "../kernel/date.ts";
import { newEvent } from "../kernel/event.ts";
import { BranchId, Id, type Tag, Term } from "../kernel/ids.ts";
import type { Law } from "../kernel/law.ts";
import { accepted, decided, type Refusal, refused } from "../kernel/refusal.ts";
import { Text } from "../kernel/text.ts";
import { Vote } from "../kernel/vote.ts";
import { type RuleContext, ratingPackOf, ratingPackOn } from "../rulebook/rulebook.ts";
import { capBreaches, judgeCaps, judgedCap, objectionsToCaps } from "./caps.ts";
import { objectionsToLevel } from "./conditions.ts";
import {
  CapBreachNoted,
  CriterionRecorded,
  CriterionValue,
  cohortTag,
  RatingAssigned,
  RatingExempted,
  RatingProposed,
  RatingRevised,
  RatingsClosed,
  SelfRatingSubmitted,
} from "./events.ts";
import { countedIn, factsAbout, type JudgedSubject, leadersIn } from "./facts.ts";
import { objectionsToCohort, objectionsToRating, refuse } from "./rules.ts";
import {
  type CohortState,
  evolveCohort,
  evolveRating,
  initialCohort,
  initialRating,
  isSameValue,
  type RatingState,
} from "./state.ts";
import { type Asked, asked, idOf, ratingOf, readsPlace, stood, stoodInTree } from "./subject.ts";

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
  consequences: capBreaches,
};

/** The subject with the pack it is judged by; undefined where there is none, or no subject. */
const judgedUnder = (data: Asked, given: Given<RuleContext>): JudgedSubject | undefined => {
  const { rulebook } = given.context;
  const { year } = given.stateOn(ratingLaw, ratingOf(data));
  const rating = year.result === "rated" ? year.rating : undefined;
  // One rated already stays where the rating has it, and may have gone since.
  const found = rating
    ? { subject: idOf(data), year: data.year, ...rating }
    : stoodInTree(data, given);
  if ("decision" in found) return undefined;
  const made = rating?.rated.pack;
  const id = data.pack ?? made ?? ratingPackOn(rulebook, given.effectiveOn)?.pack;
  const pack = id === undefined ? undefined : ratingPackOf(rulebook, id);
  return pack === undefined ? undefined : { ...found, pack };
};

/** The subjects that the conditions of the pack ask about, in two stages. */
const conditionReads = [countedIn, leadersIn].map(
  (subjectsIn) =>
    (data: Asked, given: Given<RuleContext>): readonly Tag[] => {
      const judged = judgedUnder(data, given);
      return judged === undefined ? [] : subjectsIn(judged, given.standings);
    },
);

/** What speaks against a level for the subject, by the facts on the day of the decision. */
const judgedAt = (level: Term, data: Asked, given: Given<RuleContext>): readonly Refusal[] => {
  const judged = judgedUnder(data, given);
  if (judged === undefined) return [];
  const { criteria } = given.stateOn(ratingLaw, ratingOf(data));
  const cohort = (committee: BranchId) => given.stateOn(cohortLaw, cohortTag(committee, data.year));
  const facts = factsAbout(judged, { standings: given.standings, criteria, cohort });
  return objectionsToLevel({ ...judged, level }, facts);
};

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

/**
 * By a committee at or above the subject. Refused where a condition of the level fails that may be
 * presented as law; where the source is weaker, it warns.
 */
export const AssignRating = commandType("AssignRating", {
  fields: { ...asked, ...levelFields, pack: Schema.optionalKey(Id) },
  reads: (data) => [ratingOf(data), ...readsPlace(data), treeTag],
  thenReads: conditionReads,
  decide: (data, given: Given<RuleContext>) => {
    const found = stoodInTree(data, given);
    if ("decision" in found) return found;
    const { effectiveOn, context } = given;
    const pack = data.pack ?? ratingPackOn(context.rulebook, effectiveOn)?.pack;
    if (pack === undefined) return refused(refuse("NoRatingPackInForce", { effectiveOn }));
    const { subject: _, ...rest } = data;
    const event = newEvent(RatingAssigned, { ...rest, ...found, pack }, effectiveOn);
    return decided(event, judgedAt(data.level, data, given));
  },
});

/** From the rating as it stands; under the pack it was made under, unless another is given. */
export const ReviseRating = commandType("ReviseRating", {
  fields: { ...asked, ...levelFields, pack: Schema.optionalKey(Id), reason: Text },
  reads: (data) => [ratingOf(data), ...readsPlace(data), treeTag],
  thenReads: conditionReads,
  decide: (data, given: Given<RuleContext>) => {
    const { subject: _, pack, year, by, reason, ...rated } = data;
    const subject = idOf(data);
    const now = given.stateOn(ratingLaw, ratingOf(data)).year;
    if (now.result !== "rated") return refused(refuse("NotRated", { subject, year }));
    const { rated: from, ...where } = now.rating;
    const to = { ...rated, pack: pack ?? from.pack };
    const whole = { subject, year, ...where, by, from, to, reason };
    const event = newEvent(RatingRevised, whole, given.effectiveOn);
    return decided(event, judgedAt(to.level, data, given));
  },
});

/** Judges the caps of the pack in force on the day over the ratings as they stand by then. */
export const CloseRatings = commandType("CloseRatings", {
  fields: { committee: BranchId, year: Year },
  reads: ({ committee, year }) => [cohortTag(committee, year)],
  decide: (data, { effectiveOn, stateOn, context }: Given<RuleContext>) => {
    const pack = ratingPackOn(context.rulebook, effectiveOn);
    if (pack === undefined) return refused(refuse("NoRatingPackInForce", { effectiveOn }));
    const state = stateOn(cohortLaw, cohortTag(data.committee, data.year));
    const caps = judgeCaps(state, pack).map(judgedCap);
    const event = newEvent(RatingsClosed, { ...data, pack: pack.pack, caps }, effectiveOn);
    return decided(event, objectionsToCaps(state, pack));
  },
});

export const ratingCommands = [
  completes("SubmitSelfRating", SelfRatingSubmitted, {
    fields: { level: Term, ...asked },
    reads: readsPlace,
    find: stood,
  }),
  RecordCriterion,
  completes("ProposeRating", RatingProposed, {
    fields: { ...levelFields, vote: Schema.optionalKey(Vote), ...asked },
    reads: readsPlace,
    find: stood,
  }),
  AssignRating,
  ReviseRating,
  // By a committee at or above the subject.
  completes("ExemptFromRating", RatingExempted, {
    fields: { ...asked, reason: Text, by: BranchId },
    reads: (data) => [...readsPlace(data), treeTag],
    find: stoodInTree,
  }),
  CloseRatings,
  states("NoteCapBreach", CapBreachNoted),
] as const;
