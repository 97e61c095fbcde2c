import * as Schema from "effect/Schema";
import type { BranchClaim, EventOf } from "../kernel/event.ts";
import { eventType } from "../kernel/event-type.ts";
import { BranchId, Id, PersonId, type Tag, Term, tag } from "../kernel/ids.ts";
import { Label } from "../kernel/text.ts";
import { Vote, voteFields } from "../kernel/vote.ts";

/** The subject of a branch's own law. */
export const branchTag = (branch: BranchId): Tag => tag("branch", branch);
/** The subject of the tree as a whole: where every branch stands. */
export const treeTag = "tree" as Tag;

const branchAndAbove = (data: { branch: BranchId; parent?: BranchId }): readonly Tag[] =>
  data.parent === undefined
    ? [branchTag(data.branch), treeTag]
    : [branchTag(data.branch), branchTag(data.parent), treeTag];

const parentLives = ({ parent }: { parent?: BranchId }): readonly BranchClaim[] =>
  parent === undefined ? [] : [{ of: "branch", branch: parent }];

/** A new organisation: flow of its year. */
export const BranchEstablished = eventType("BranchEstablished", {
  fields: {
    branch: BranchId,
    kind: Term,
    name: Label,
    parent: Schema.optionalKey(BranchId),
  },
  tags: branchAndAbove,
  claims: parentLives,
});

/** An opening entry: the organisation existed before the ledger. Stock, never flow. */
export const BranchCarriedIn = eventType("BranchCarriedIn", {
  fields: {
    branch: BranchId,
    kind: Term,
    name: Label,
    parent: Schema.optionalKey(BranchId),
    /** The kind is not stated by the source but concluded from it. */
    inferred: Schema.optionalKey(Schema.Literal(true)),
  },
  tags: branchAndAbove,
  claims: parentLives,
});

export const BranchRenamed = eventType("BranchRenamed", {
  fields: { branch: BranchId, name: Label },
  tags: ({ branch }) => [branchTag(branch)],
});

export const BranchKindChanged = eventType("BranchKindChanged", {
  fields: { branch: BranchId, from: Term, to: Term, parent: Schema.optionalKey(BranchId) },
  tags: branchAndAbove,
  claims: parentLives,
});

/** A branch with all below it goes under another parent. */
export const BranchMoved = eventType("BranchMoved", {
  fields: { branch: BranchId, kind: Term, from: BranchId, to: BranchId },
  tags: ({ branch, from, to }) => [branchTag(branch), branchTag(from), branchTag(to), treeTag],
  claims: ({ to }) => [{ of: "branch", branch: to }],
});

/** A branch of another ledger: the ids of two ledgers are told apart by the ledger's. */
export const Superior = Schema.Struct({ ledger: Id, branch: BranchId });
export type Superior = typeof Superior.Type;

/**
 * A branch with none above it in this ledger stands under one of another ledger (cấp trên trực
 * tiếp); the last one named holds. What is consolidated goes up that way.
 */
export const SuperiorNamed = eventType("SuperiorNamed", {
  fields: { branch: BranchId, superior: Superior },
  tags: ({ branch }) => [branchTag(branch), treeTag],
  claims: ({ branch }) => [{ of: "branch", branch }],
  toldOf: () => "",
});

export const BranchDissolved = eventType("BranchDissolved", {
  fields: {
    branch: BranchId,
    kind: Term,
    parent: Schema.optionalKey(BranchId),
    /** In the committee that decided. */
    committeeVote: Schema.optionalKey(Vote),
  },
  tags: branchAndAbove,
});

export const BranchDisciplined = eventType("BranchDisciplined", {
  fields: {
    branch: BranchId,
    form: Term,
    /** The violation it punishes: several forms for one violation count once. */
    violation: Schema.optionalKey(Id),
    ...voteFields,
  },
  tags: ({ branch }) => [branchTag(branch)],
});

const bodyFields = { branch: BranchId, body: Id, kind: Term, name: Schema.optionalKey(Label) };

/** A body of a branch: its standing committee, its inspection commission, a staff section. */
export const BodyFormed = eventType("BodyFormed", {
  fields: bodyFields,
  tags: ({ branch }) => [branchTag(branch)],
});

/** An opening entry: the body existed before the ledger. */
export const BodyCarriedIn = eventType("BodyCarriedIn", {
  fields: bodyFields,
  tags: ({ branch }) => [branchTag(branch)],
});

/** Where an office is held: in a branch, in one of its bodies, or outside, by name only. */
export const Seat = Schema.Union([
  Schema.Struct({ branch: BranchId, body: Schema.optionalKey(Id) }),
  Schema.Struct({ external: Label }),
]);
export type Seat = typeof Seat.Type;

const officerFields = {
  person: PersonId,
  in: Seat,
  office: Term,
  /** The office in the words of the source, where the vocabulary is coarser. */
  title: Schema.optionalKey(Label),
};
const officerTags = (data: { person: PersonId; in: Seat }): readonly Tag[] =>
  "branch" in data.in
    ? [tag("person", data.person), branchTag(data.in.branch)]
    : [tag("person", data.person)];

export const OfficerAppointed = eventType("OfficerAppointed", {
  fields: officerFields,
  tags: officerTags,
});

/** An opening entry: held the office before the ledger. */
export const OfficerCarriedIn = eventType("OfficerCarriedIn", {
  fields: officerFields,
  tags: officerTags,
});

export const OfficerReleased = eventType("OfficerReleased", {
  fields: officerFields,
  tags: officerTags,
});

export const branchEvents = [
  BranchEstablished,
  BranchCarriedIn,
  BranchRenamed,
  BranchKindChanged,
  BranchMoved,
  SuperiorNamed,
  BranchDissolved,
  BranchDisciplined,
  BodyFormed,
  BodyCarriedIn,
  OfficerAppointed,
  OfficerCarriedIn,
  OfficerReleased,
] as const;
export type BranchEvent = EventOf<(typeof branchEvents)[number]>;

/** One text for a seat and office, to tell whether two are the same. */
export const seatKey = (data: { readonly in: Seat; readonly office: Term }): string =>
  "branch" in data.in
    ? `inside ${data.in.branch} ${data.in.body ?? ""} ${data.office}`
    : `outside ${data.in.external} ${data.office}`;
