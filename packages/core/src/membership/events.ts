import * as Schema from "effect/Schema";
import { branchTag } from "../branch/events.ts";
import { CalendarDate, Year } from "../kernel/date.ts";
import type { Claim, EventOf } from "../kernel/event.ts";
import { eventType } from "../kernel/event-type.ts";
import { BranchId, Id, PersonId, type Tag, Term, tag } from "../kernel/ids.ts";
import { Count, Label, Text } from "../kernel/text.ts";
import { voteFields } from "../kernel/vote.ts";

/** Probationary (dự bị), then official (chính thức). */
export const Status = Schema.Literals(["probationary", "official"]);
export type Status = typeof Status.Type;

/** Who vouches for an applicant, and for how many months they have known each other. */
export const Introducer = Schema.Struct({
  person: PersonId,
  knownMonths: Schema.optionalKey(Count),
});

/** The day the file was received, and what the decision on it rests on. */
const decisionFields = {
  decidedOn: CalendarDate,
  receivedOn: Schema.optionalKey(CalendarDate),
  ...voteFields,
};

const whole = { member: PersonId, branch: BranchId };
const standing = { ...whole, status: Status };

const tags = ({ member, branch }: { member: PersonId; branch: BranchId }): readonly Tag[] => [
  tag("person", member),
  branchTag(branch),
];
const lives = ({ branch }: { branch: BranchId }): readonly Claim[] => [{ of: "branch", branch }];
const oneMore = ({ branch }: { branch: BranchId }): readonly Claim[] => [
  { of: "branch", branch, members: 1 },
];

/** Admission (kết nạp): counted in the year of the decision, stock from the day it took effect. */
export const MemberAdmitted = eventType("MemberAdmitted", {
  fields: {
    ...whole,
    ...decisionFields,
    ageMonths: Schema.optionalKey(Count),
    certificateAgeMonths: Schema.optionalKey(Count),
    introducers: Schema.optionalKey(Schema.Array(Introducer).check(Schema.isMaxLength(20))),
  },
  tags,
  claims: oneMore,
});

/** An opening entry: a member before the ledger. Stock, never flow. */
export const MemberCarriedIn = eventType("MemberCarriedIn", {
  fields: { ...standing, since: Schema.optionalKey(CalendarDate) },
  tags,
  claims: oneMore,
});

/** Official at the end of probation, however late it was decided. */
export const MemberRecognised = eventType("MemberRecognised", {
  fields: { ...whole, ...decisionFields },
  tags,
  claims: lives,
});

export const ProbationExtended = eventType("ProbationExtended", {
  fields: { ...whole, months: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 60 })) },
  tags,
  claims: lives,
});

/** Sent on: in transit until received. */
export const MemberTransferred = eventType("MemberTransferred", {
  fields: { member: PersonId, from: BranchId, to: BranchId, status: Status },
  tags: ({ member, from, to }) => [tag("person", member), branchTag(from), branchTag(to)],
  claims: ({ from, to }) => [
    { of: "branch", branch: from, members: -1 },
    { of: "branch", branch: to, members: 0, expected: 1 },
  ],
});

/** Where a received member came from: a branch of this ledger, or outside it, by name only. */
export const Origin = Schema.Union([
  Schema.Struct({ branch: BranchId }),
  Schema.Struct({ external: Label }),
]);
export type Origin = typeof Origin.Type;

/** What two ledgers call one transfer between them, by which it is matched: of the letter, say. */
const transfer = Schema.optionalKey(Id);

/**
 * `since`: the day membership began, of one who comes from outside; else the ledger has it.
 * `transfer`: of one who comes from a branch of another ledger.
 */
export const MemberReceived = eventType("MemberReceived", {
  fields: {
    member: PersonId,
    from: Origin,
    to: BranchId,
    status: Status,
    since: Schema.optionalKey(CalendarDate),
    transfer,
  },
  tags: ({ member, from, to }) => [
    tag("person", member),
    branchTag(to),
    ...("branch" in from ? [branchTag(from.branch)] : []),
  ],
  claims: ({ from, to }) => [
    { of: "branch", branch: to, members: 1, expected: "branch" in from ? -1 : 0 },
    ...("branch" in from ? [{ of: "branch", branch: from.branch, historic: true } as const] : []),
  ],
});

/**
 * Of one who leaves: `branch` is where the member stood, or was sent from and is still on the way
 * to `onTheWayTo`.
 */
const leaving = { ...standing, onTheWayTo: Schema.optionalKey(BranchId) };
interface Leaving {
  readonly member: PersonId;
  readonly branch: BranchId;
  readonly onTheWayTo?: BranchId;
}
const leavingTags = (data: Leaving): readonly Tag[] =>
  data.onTheWayTo === undefined ? tags(data) : [...tags(data), branchTag(data.onTheWayTo)];
const leaves = ({ branch, onTheWayTo }: Leaving): readonly Claim[] =>
  onTheWayTo === undefined
    ? [{ of: "branch", branch, members: -1 }]
    : [
        { of: "branch", branch, historic: true },
        { of: "branch", branch: onTheWayTo, historic: true, expected: -1 },
      ];

/** Gone to an organisation outside this ledger; `transfer`: to one of another ledger. */
export const MemberDeparted = eventType("MemberDeparted", {
  fields: { ...leaving, to: Label, transfer },
  tags: leavingTags,
  claims: leaves,
});

/** Exempted from work and meetings (miễn công tác và sinh hoạt). */
export const MemberExempted = eventType("MemberExempted", {
  fields: standing,
  tags,
  claims: lives,
});
export const MemberResumed = eventType("MemberResumed", { fields: standing, tags, claims: lives });

/** Suspended from meetings (đình chỉ sinh hoạt). */
export const MemberSuspended = eventType("MemberSuspended", {
  fields: standing,
  tags,
  claims: lives,
});
export const MemberReinstated = eventType("MemberReinstated", {
  fields: standing,
  tags,
  claims: lives,
});

export const MemberDisciplined = eventType("MemberDisciplined", {
  fields: {
    ...standing,
    form: Term,
    /** The violation it punishes: several forms for one violation count once. */
    violation: Schema.optionalKey(Id),
    ...voteFields,
  },
  tags,
  claims: lives,
});

/** No longer a member, for a reason of the vocabulary: expelled, removed, resigned, died. */
export const MemberLeft = eventType("MemberLeft", {
  fields: { ...leaving, reason: Term, ...voteFields },
  tags: leavingTags,
  claims: leaves,
});

/**
 * A wrong admission is undone and leaves the count of the year and the branch it was counted in,
 * wherever the member stands by now.
 */
export const AdmissionAnnulled = eventType("AdmissionAnnulled", {
  fields: { ...leaving, admittedIn: BranchId, admissionYear: Year, reason: Text },
  tags: (data) => [...leavingTags(data), branchTag(data.admittedIn)],
  claims: (data) => [
    ...leaves(data),
    ...(data.admittedIn === data.branch
      ? []
      : [{ of: "branch", branch: data.admittedIn, historic: true } as const]),
  ],
});

export const membershipEvents = [
  MemberAdmitted,
  MemberCarriedIn,
  MemberRecognised,
  ProbationExtended,
  MemberTransferred,
  MemberReceived,
  MemberDeparted,
  MemberExempted,
  MemberResumed,
  MemberSuspended,
  MemberReinstated,
  MemberDisciplined,
  MemberLeft,
  AdmissionAnnulled,
] as const;
export type MembershipEvent = EventOf<(typeof membershipEvents)[number]>;
