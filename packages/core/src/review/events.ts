import * as Schema from "effect/Schema";
import { branchTag } from "../branch/events.ts";
import { Year } from "../kernel/date.ts";
import type { Claim, EventOf } from "../kernel/event.ts";
import { eventType } from "../kernel/event-type.ts";
import { BranchId, Id, PersonId, type Tag, Term, tag } from "../kernel/ids.ts";
import { Count, Label, Text } from "../kernel/text.ts";

const sha256Text = Schema.String.check(
  Schema.isPattern(/^[0-9a-f]{64}$/, { expected: "a SHA-256 as 64 hexadecimal digits" }),
);

export const reviewTag = (committee: BranchId, year: number): Tag =>
  tag("review", `${committee}/${year}`);

const whole = { committee: BranchId, year: Year };
interface Whole {
  readonly committee: BranchId;
  readonly year: number;
}
const tags = ({ committee, year }: Whole): readonly Tag[] => [
  reviewTag(committee, year),
  branchTag(committee),
];
const claims = ({ committee }: Whole): readonly Claim[] => [{ of: "branch", branch: committee }];

/** The annual review of a committee begins, under a pack of rules. */
export const ReviewOpened = eventType("ReviewOpened", {
  fields: { ...whole, pack: Id, packHash: sha256Text },
  tags,
  claims,
});

/** All packs that a ledger registered: what a new one must fit among. */
export const packsTag = "packs" as Tag;

/** A rule pack that is not shipped, with its whole content: the ledger is self-contained. */
export const RulePackRegistered = eventType("RulePackRegistered", {
  fields: {
    pack: Id,
    packHash: sha256Text,
    content: Schema.Record(Schema.String, Schema.Json),
  },
  tags: ({ pack }) => [tag("pack", pack), packsTag],
});

/** A result of the year that a report tells in words, by field of work. */
export const ResultNoted = eventType("ResultNoted", {
  fields: { ...whole, result: Id, field: Schema.optionalKey(Label), text: Text },
  tags,
  claims,
});

export const ShortcomingNoted = eventType("ShortcomingNoted", {
  fields: { ...whole, shortcoming: Id, text: Text },
  tags,
  claims,
});

export const ShortcomingRemedied = eventType("ShortcomingRemedied", {
  fields: { ...whole, shortcoming: Id, text: Schema.optionalKey(Text) },
  tags,
  claims,
});

/** One direction (phương hướng) for a year, by its number. */
export const DirectionSet = eventType("DirectionSet", {
  fields: {
    ...whole,
    ordinal: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 999 })),
    text: Text,
  },
  tags,
  claims,
});

/** What a speech or a conclusion asked for: never among the directions set. */
export const DirectionNoted = eventType("DirectionNoted", {
  fields: {
    ...whole,
    direction: Id,
    source: Schema.Literals(["speech", "conclusion"]),
    meeting: Schema.optionalKey(Id),
    person: Schema.optionalKey(PersonId),
    text: Text,
  },
  tags,
  claims,
});

/** What a plan says. `statedItems` is the number that its text gives, right or wrong. */
export const planFields = {
  ...whole,
  plan: Id,
  title: Label,
  draft: Schema.optionalKey(Schema.Literal(true)),
  statedItems: Schema.optionalKey(Count),
  items: Schema.Array(Text).check(Schema.isMaxLength(200)),
};

/** A plan for a year. `replaces`: how many items the draft of it had whose place it takes. */
export const PlanAdopted = eventType("PlanAdopted", {
  fields: { ...planFields, replaces: Schema.optionalKey(Count) },
  tags,
  claims,
  toldOf: ({ plan }) => plan,
});

export const ReportPresented = eventType("ReportPresented", {
  fields: { ...whole, meeting: Schema.optionalKey(Id), title: Schema.optionalKey(Label) },
  tags,
  claims,
});

export const ReportAdopted = eventType("ReportAdopted", {
  fields: { ...whole, meeting: Schema.optionalKey(Id) },
  tags,
  claims,
});

/** A figure as a document states it: a count, or a percentage with or without its share. */
export const ReportedValue = Schema.Union([
  Schema.Struct({ count: Count }),
  Schema.Struct({
    /** In units of the last decimal: 97,4% is `percent: 974, decimals: 1`. */
    percent: Count,
    decimals: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 4 })),
    num: Schema.optionalKey(Count),
    den: Schema.optionalKey(Count),
  }),
]);
export type ReportedValue = typeof ReportedValue.Type;

/** A document states a figure without the facts behind it. `branch` is whose figure it is. */
export const FigureReported = eventType("FigureReported", {
  fields: {
    branch: BranchId,
    year: Year,
    measure: Term,
    value: ReportedValue,
    phrase: Text,
  },
  tags: ({ branch, year }) => [reviewTag(branch, year), branchTag(branch)],
  claims: ({ branch }) => [{ of: "branch", branch, historic: true }],
});

export const ReviewClosed = eventType("ReviewClosed", { fields: whole, tags, claims });

export const reviewEvents = [
  ReviewOpened,
  RulePackRegistered,
  ResultNoted,
  ShortcomingNoted,
  ShortcomingRemedied,
  DirectionSet,
  DirectionNoted,
  PlanAdopted,
  ReportPresented,
  ReportAdopted,
  FigureReported,
  ReviewClosed,
] as const;
export type ReviewEvent = EventOf<(typeof reviewEvents)[number]>;
