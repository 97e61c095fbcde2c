import { yearOf } from "../kernel/date.ts";
import type { Claim, DomainEvent } from "../kernel/event.ts";
import { type Refusal, refusing } from "../kernel/refusal.ts";
import { lastDayOf } from "../rulebook/in-force.ts";
import type { RatingPack } from "../rulebook/rating-pack.ts";
import { hasTerm, type RuleContext, ratingPackOf, ratingPackOn } from "../rulebook/rulebook.ts";
import { capRefusals } from "./caps.ts";
import { conditionRefusals } from "./conditions.ts";
import { isMember, type Rated, type RatingEvent } from "./events.ts";
import { type CohortState, isSameValue, type RatingState } from "./state.ts";

export const ratingRefusals = [
  "BranchUnknown",
  "IsNoMember",
  "YearNotBegun",
  "RatedAlready",
  "ExemptedFromRating",
  "SelfRatedAlready",
  "CriterionRecordedAlready",
  "NoRatingPackInForce",
  "PackUnknown",
  "PackNotInForce",
  "LevelNotInPack",
  "DistinctionNotAtLevel",
  "NotRated",
  "RatingDiffers",
  "RatingUnchanged",
  "RatingsClosedAlready",
  "NothingRated",
  "RatingsNotClosed",
  ...capRefusals,
  ...conditionRefusals,
] as const;
export type RatingRefusal = (typeof ratingRefusals)[number];

export const refuse = refusing<RatingRefusal>();

type Of<Type extends RatingEvent["type"]> = Extract<RatingEvent, { type: Type }>;
/** The events of one subject's rating; the others are of all that a committee closes. */
type OfSubject = Exclude<RatingEvent, Of<"RatingsClosed" | "CapBreachNoted">>;

/** What speaks against an event in the timeline of one subject's rating of one year. */
export const objectionsToRating = (
  state: RatingState,
  event: DomainEvent,
  _claims: readonly Claim[],
  context: RuleContext,
): readonly Refusal[] => {
  const own = event as OfSubject;
  switch (own.type) {
    case "SelfRatingSubmitted":
      return mustBeOpen(state, own) ?? mayRateItself(state, own) ?? fitsPackOfDay(own, context);
    case "CriterionRecorded":
      return mustBeOpen(state, own) ?? mayBeRecorded(state, own);
    case "RatingProposed":
      return mustBeOpen(state, own) ?? fitsPackOfDay(own, context);
    case "RatingAssigned":
      return (
        mustBeOpen(state, own) ?? mayBeUnder(own.data, own, context) ?? fits(own.data, own, context)
      );
    case "RatingRevised":
      return (
        mayBeRevised(state, own) ??
        mayBeRevisedUnder(own, context) ??
        fits(own.data.to, own, context)
      );
    case "RatingExempted":
      return mustBeOpen(state, own) ?? [];
  }
};

/** Neither rated nor exempted so far, of a year that has begun, and of one subject. */
const mustBeOpen = (
  { year: { result } }: RatingState,
  { data, effectiveOn }: OfSubject,
): readonly Refusal[] | undefined => {
  const { subject, year, branch } = data;
  if (year > yearOf(effectiveOn)) return [refuse("YearNotBegun", { subject, year, effectiveOn })];
  if (!isMember(data) && (branch as string) !== subject) {
    return [refuse("RatingDiffers", { subject, year, stated: branch, is: subject })];
  }
  switch (result) {
    case "open":
      return undefined;
    case "rated":
      return [refuse("RatedAlready", { subject, year })];
    case "exempted":
      return [refuse("ExemptedFromRating", { subject, year })];
  }
};

const mayRateItself = (
  { selfRated }: RatingState,
  { data: { subject, year } }: Of<"SelfRatingSubmitted">,
): readonly Refusal[] | undefined =>
  selfRated ? [refuse("SelfRatedAlready", { subject, year })] : undefined;

/** The same value again, with other evidence, is no contradiction. */
const mayBeRecorded = (
  { criteria }: RatingState,
  { data: { subject, year, criterion, value } }: Of<"CriterionRecorded">,
): readonly Refusal[] => {
  const is = criteria.get(criterion)?.value;
  return is === undefined || isSameValue(is, value)
    ? []
    : [refuse("CriterionRecordedAlready", { subject, year, criterion, stated: value, is })];
};

/** A rating is made under a pack in force on the day it was decided. */
const mayBeUnder = (
  { pack: id }: Pick<Rated, "pack">,
  { effectiveOn }: DomainEvent,
  { rulebook }: RuleContext,
): readonly Refusal[] | undefined => {
  const pack = ratingPackOf(rulebook, id);
  if (pack === undefined) return [refuse("PackUnknown", { pack: id })];
  if (ratingPackOn(rulebook, effectiveOn)?.pack === id) return undefined;
  const { inForceFrom } = pack;
  const inForceTo = lastDayOf(rulebook, pack);
  return [refuse("PackNotInForce", { pack: id, effectiveOn, inForceFrom, inForceTo })];
};

/** A revision keeps the pack of the rating, or takes the one in force on its own day. */
const mayBeRevisedUnder = (
  own: Of<"RatingRevised">,
  context: RuleContext,
): readonly Refusal[] | undefined =>
  own.data.to.pack === own.data.from.pack ? undefined : mayBeUnder(own.data.to, own, context);

/** A revision starts from the rating as it stands and keeps its subject where the rating has it. */
const mayBeRevised = (
  state: RatingState,
  { data }: Of<"RatingRevised">,
): readonly Refusal[] | undefined => {
  const { subject, year, from, to } = data;
  if (state.year.result !== "rated") return [refuse("NotRated", { subject, year })];
  const { rating } = state.year;
  const pairs = [
    { stated: data.subjectKind, is: rating.subjectKind },
    { stated: data.branch, is: rating.branch },
    { stated: data.baseOrganisation ?? null, is: rating.baseOrganisation ?? null },
    { stated: data.assignedBy, is: rating.assignedBy },
    { stated: ratedText(from), is: ratedText(rating.rated) },
  ];
  const differing = pairs.find(({ stated, is }) => stated !== is);
  if (differing !== undefined) return [refuse("RatingDiffers", { subject, year, ...differing })];
  return ratedText(to) === ratedText(from)
    ? [refuse("RatingUnchanged", { subject, year, is: ratedText(from) })]
    : undefined;
};

/** One text for a level, its distinction and its pack, to tell whether two are the same. */
const ratedText = ({ level, distinction, pack }: Rated): string =>
  [level, ...(distinction === undefined ? [] : [distinction]), pack].join(" ");

const fitsPackOfDay = (
  { data, effectiveOn }: Of<"SelfRatingSubmitted" | "RatingProposed">,
  { rulebook }: RuleContext,
): readonly Refusal[] => {
  const pack = ratingPackOn(rulebook, effectiveOn);
  return pack === undefined
    ? [refuse("NoRatingPackInForce", { effectiveOn })]
    : fitsPack(data, data, pack);
};

const fits = (
  rated: Rated,
  { data }: Of<"RatingAssigned" | "RatingRevised">,
  { rulebook }: RuleContext,
): readonly Refusal[] => {
  const pack = ratingPackOf(rulebook, rated.pack);
  return pack === undefined
    ? [refuse("PackUnknown", { pack: rated.pack })]
    : fitsPack(rated, data, pack);
};

/** Members have levels, branches have levels and distinctions, each within one level. */
const fitsPack = (
  { level, distinction }: Pick<Rated, "level" | "distinction">,
  subject: Pick<Of<"RatingAssigned">["data"], "subjectKind">,
  { pack, parameters }: RatingPack,
): readonly Refusal[] => {
  const member = isMember(subject);
  if (!hasTerm(member ? parameters.memberLevels : parameters.branchLevels, level)) {
    return [refuse("LevelNotInPack", { level, subjectKind: subject.subjectKind, pack })];
  }
  if (distinction === undefined) return [];
  const entry = parameters.branchDistinctions.value.find(({ term }) => term === distinction);
  return member || entry?.level !== level
    ? [refuse("DistinctionNotAtLevel", { distinction, level, pack })]
    : [];
};

/** What speaks against an event in the timeline of the ratings that a committee closes. */
export const objectionsToCohort = (
  { committee, members, branches, closed }: CohortState,
  event: DomainEvent,
): readonly Refusal[] => {
  const own = event as RatingEvent;
  const { year } = own.data;
  switch (own.type) {
    case "RatingAssigned":
    case "RatingExempted":
      return closed ? [refuse("RatingsClosedAlready", { committee, year })] : [];
    case "RatingsClosed":
      if (closed) return [refuse("RatingsClosedAlready", { committee, year })];
      return members.size + branches.size === 0
        ? [refuse("NothingRated", { committee, year })]
        : [];
    case "CapBreachNoted":
      return closed ? [] : [refuse("RatingsNotClosed", { committee, year })];
    default:
      return [];
  }
};
