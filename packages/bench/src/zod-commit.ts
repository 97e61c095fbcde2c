import { createRequire } from "node:module";

// Asked for so that the types of the repository hold where it is not installed.
const z = createRequire(import.meta.url)("zod");

const id = z.string().regex(/^[A-Za-z0-9._:/-]{1,128}$/);
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const year = z.int().min(1900).max(2999);
const count = z.int().min(0);
const status = z.enum(["probationary", "official"]);
const subject = { subject: id, subjectKind: id, branch: id, year };
const standing = { member: id, branch: id, status };

const shapes = {
  BranchCarriedIn: { branch: id, name: z.string(), kind: id, parent: id.optional() },
  MemberCarriedIn: standing,
  MemberAdmitted: { member: id, branch: id, decidedOn: day, ageMonths: count.optional() },
  MemberRecognised: { member: id, branch: id, decidedOn: day },
  MemberTransferred: { member: id, from: id, to: id, status },
  MemberReceived: { member: id, from: z.strictObject({ branch: id }), to: id, status },
  MemberExempted: standing,
  MemberLeft: { ...standing, reason: id },
  RatingAssigned: { ...subject, baseOrganisation: id, by: id, pack: id, level: id },
  SelfRatingSubmitted: { ...subject, level: id },
  CriterionRecorded: { ...subject, criterion: id, value: z.int() },
  TrainingCompleted: { person: id, course: id, branch: id, year },
  DirectiveStudied: {
    ...{ directive: id, branch: id, audience: id, year, reached: count, eligible: count },
  },
  MeetingHeld: { meeting: id, branch: id, kind: id, present: count, eligible: count },
  BranchInspected: {
    ...{ inspection: id, branch: id, subjectKind: id, subjectParent: id, by: id, year },
    ...{ kind: z.enum(["inspection", "supervision"]), mode: id },
  },
};

const events = Object.entries(shapes).map(([type, data]) =>
  z.strictObject({
    type: z.literal(type),
    version: z.literal(1),
    effectiveOn: day,
    tags: z.array(z.string().max(200)).min(1).max(256),
    data: z.strictObject(data),
  }),
);

/** A commit of the logs that are made here, as one would check it with zod: shapes, no hash. */
export const zodCommit: {
  parse(record: unknown): { readonly events: readonly unknown[] };
} = z.strictObject({
  actor: id,
  commandHash: z.string().regex(/^[0-9a-f]{64}$/),
  commandId: id,
  events: z.array(z.discriminatedUnion("type", events)),
  position: z.int().min(1),
  prev: z.string().regex(/^[0-9a-f]{64}$/),
  recordedAt: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
