import * as Schema from "effect/Schema";
import { branchTag, treeTag } from "../branch/events.ts";
import { type CalendarDate, Year, yearEnd } from "../kernel/date.ts";
import type { Claim, EventOf } from "../kernel/event.ts";
import { eventType } from "../kernel/event-type.ts";
import { BranchId, Id, type PersonId, type Tag, Term, tag } from "../kernel/ids.ts";
import { Count, Text } from "../kernel/text.ts";
import { Vote } from "../kernel/vote.ts";

/** A subject that is a person has this kind; any other kind is the kind of a branch. */
export const memberKind = "member" as Term;

/**
 * Whose rating of which year: a member with the branch where the member stood at the end of that
 * year, or from which the member was still on the way; or a branch (then `subject` and `branch`
 * are the same). A fact dated before the year's end names where the subject stood by its own day.
 */
const subjectFields = { subject: Id, subjectKind: Term, branch: BranchId, year: Year };
interface Subject {
  readonly subject: Id;
  readonly subjectKind: Term;
  readonly branch: BranchId;
  readonly year: number;
}

export const isMember = (data: Pick<Subject, "subjectKind">): boolean =>
  data.subjectKind === memberKind;

/** The rating of a member, or of a branch whatever its kind, since that may change. */
export const ratingTag = (of: "member" | "branch", subject: string, year: number): Tag =>
  tag("rating", `${of === "member" ? "person" : "branch"}:${subject}/${year}`);

/** The ratings that one committee closes together, and that a cap is judged over. */
export const cohortTag = (committee: BranchId, year: number): Tag =>
  tag("cohort", `${committee}/${year}`);

const subjectTags = (data: Subject): readonly Tag[] => [
  ratingTag(isMember(data) ? "member" : "branch", data.subject, data.year),
  branchTag(data.branch),
  ...(isMember(data) ? [tag("person", data.subject)] : []),
];

const subjectStands = (data: Subject): readonly Claim[] => {
  const on = yearEnd(data.year);
  return isMember(data)
    ? [
        { of: "branch", branch: data.branch, historic: true },
        { of: "person", person: data.subject as string as PersonId, branch: data.branch, on },
      ]
    : [{ of: "branch", branch: data.branch, historic: true, on, kind: data.subjectKind }];
};

export const SelfRatingSubmitted = eventType("SelfRatingSubmitted", {
  fields: { ...subjectFields, level: Term },
  tags: subjectTags,
  claims: subjectStands,
});

/** The value of a criterion: a number, exact where it is a fraction, yes or no, or words. */
export const CriterionValue = Schema.Union([
  Schema.Int,
  Schema.Boolean,
  Text,
  Schema.Struct({
    num: Schema.Int,
    den: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 1_000_000_000 })),
  }),
]);
export type CriterionValue = typeof CriterionValue.Type;

/** A fact that a rating rests on: a score, tasks done or late, force majeure. */
export const CriterionRecorded = eventType("CriterionRecorded", {
  fields: {
    ...subjectFields,
    criterion: Term,
    value: CriterionValue,
    evidence: Schema.optionalKey(Text),
  },
  tags: subjectTags,
  claims: subjectStands,
  toldOf: ({ criterion }) => criterion,
});

export const RatingProposed = eventType("RatingProposed", {
  fields: {
    ...subjectFields,
    level: Term,
    distinction: Schema.optionalKey(Term),
    by: BranchId,
    vote: Schema.optionalKey(Vote),
  },
  tags: (data) => [...subjectTags(data), branchTag(data.by)],
  claims: (data) => [...subjectStands(data), { of: "branch", branch: data.by }],
});

const decisionFields = {
  ...subjectFields,
  /** The nearest base organisation at or above `branch`; absent above all of them. */
  baseOrganisation: Schema.optionalKey(BranchId),
  /** The committee that decided. */
  by: BranchId,
};
interface DecidedSubject extends Subject {
  readonly baseOrganisation?: BranchId;
  readonly by: BranchId;
}

/** The committee whose close takes a rating in, given the one that decides it. */
export const closingCommittee = <By extends BranchId | undefined>(
  subject: Pick<DecidedSubject, "subjectKind" | "baseOrganisation">,
  by: By,
): BranchId | By => (isMember(subject) ? (subject.baseOrganisation ?? by) : by);

const decisionTags = (data: DecidedSubject): readonly Tag[] => [
  ...subjectTags(data),
  branchTag(data.by),
  cohortTag(closingCommittee(data, data.by), data.year),
  treeTag,
];

const decisionStands = (data: DecidedSubject, effectiveOn: CalendarDate): readonly Claim[] => [
  ...subjectStands(data),
  { of: "branch", branch: data.by },
  {
    of: "tree",
    branch: data.branch,
    baseOrganisation: data.baseOrganisation ?? null,
    on: yearEnd(data.year),
  },
  deciderStands(data, effectiveOn),
];

/** The committee that decides stands above the subject, at the year's end or by now. */
const deciderStands = (data: DecidedSubject, effectiveOn: CalendarDate): Claim => ({
  of: "line",
  branch: data.branch,
  by: data.by,
  on: [yearEnd(data.year), effectiveOn],
  itself: isMember(data) ? "always" : "at-the-top",
});

/** A rating (xếp loại) by the pack it was made under, never changed by a later pack. */
export const RatingAssigned = eventType("RatingAssigned", {
  fields: { ...decisionFields, level: Term, distinction: Schema.optionalKey(Term), pack: Id },
  tags: decisionTags,
  claims: decisionStands,
});

const Rated = Schema.Struct({ level: Term, distinction: Schema.optionalKey(Term), pack: Id });
export type Rated = typeof Rated.Type;

/**
 * Another level for the same subject and year: the number of subjects rated stays. Where the
 * subject stood is the assignment's to claim, once; it may have moved since, within that year.
 */
export const RatingRevised = eventType("RatingRevised", {
  fields: {
    ...decisionFields,
    /** The committee that assigned the rating: a revision stays among the ratings it closes. */
    assignedBy: BranchId,
    from: Rated,
    to: Rated,
    reason: Text,
  },
  tags: (data) => [...decisionTags({ ...data, by: data.assignedBy }), branchTag(data.by)],
  claims: (data, effectiveOn) => [
    { of: "branch", branch: data.branch, historic: true },
    { of: "branch", branch: data.by },
    deciderStands(data, effectiveOn),
  ],
});

/** The subject is not rated this year: exempted or suspended. */
export const RatingExempted = eventType("RatingExempted", {
  fields: { ...decisionFields, reason: Text },
  tags: decisionTags,
  claims: decisionStands,
});

const committeeTags = ({ committee, year }: { committee: BranchId; year: number }) => [
  cohortTag(committee, year),
  branchTag(committee),
];
const committeeLives = ({ committee }: { committee: BranchId }): readonly Claim[] => [
  { of: "branch", branch: committee },
];

/** A cap as judged: how many it is about, of how many, and how many there may be. */
const JudgedCap = Schema.Struct({
  cap: Term,
  verdict: Schema.Literals(["pass", "fail", "unknown"]),
  part: Schema.optionalKey(Count),
  base: Schema.optionalKey(Count),
  allowed: Schema.optionalKey(Count),
});

/** A committee closes the ratings of a year; from then on they change only by revision. */
export const RatingsClosed = eventType("RatingsClosed", {
  fields: {
    committee: BranchId,
    year: Year,
    /** The pack whose caps were judged; absent where none was in force. */
    pack: Schema.optionalKey(Id),
    caps: Schema.Array(JudgedCap).check(Schema.isMaxLength(50)),
  },
  tags: committeeTags,
  claims: committeeLives,
});

/**
 * A cap that was kept when the ratings were closed is not kept any more, by a later revision or
 * correction. It is noted on the day that made it so; awards are left to those who grant them.
 */
export const CapBreachNoted = eventType("CapBreachNoted", {
  fields: {
    committee: BranchId,
    year: Year,
    cap: Term,
    part: Schema.optionalKey(Count),
    allowed: Schema.optionalKey(Count),
    reason: Schema.optionalKey(Text),
  },
  tags: committeeTags,
  // The committee may have been dissolved since it closed them.
  claims: ({ committee }) => [{ of: "branch", branch: committee, historic: true }],
});

export const ratingEvents = [
  SelfRatingSubmitted,
  CriterionRecorded,
  RatingProposed,
  RatingAssigned,
  RatingRevised,
  RatingExempted,
  RatingsClosed,
  CapBreachNoted,
] as const;
export type RatingEvent = EventOf<(typeof ratingEvents)[number]>;
