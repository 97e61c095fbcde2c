import * as Schema from "effect/Schema";
import { Term } from "../kernel/ids.ts";
import { Count } from "../kernel/text.ts";
import { Fraction, Op, packFields, parameter } from "./parameter.ts";

/** The share of votes that carries a decision, and of whom it is taken. */
export const VoteRule = Schema.Struct({
  op: Op,
  share: Fraction,
  /** `summoned`: of all who were called to the vote; `voting`: of those who voted. */
  of: Schema.Literals(["summoned", "voting"]),
});
export type VoteRule = typeof VoteRule.Type;

const rule = Schema.optionalKey(parameter(VoteRule));
const number = Schema.optionalKey(parameter(Count));

/** How people become members, and how many a branch needs. What a pack leaves out is not judged. */
export const MembershipPack = Schema.Struct({
  ...packFields,
  matter: Schema.Literal("membership"),
  parameters: Schema.Struct({
    admissionAgeMonthsMin: number,
    admissionAgeMonthsMax: number,
    certificateAgeMonthsMax: number,
    introducersMin: number,
    introducerAcquaintanceMonthsMin: number,
    /** In the branch; and then in the committee that decides. */
    admissionVote: rule,
    admissionCommitteeVote: rule,
    recognitionVote: rule,
    recognitionCommitteeVote: rule,
    /** Working days from the receipt of the file to the decision, and by how many it may grow. */
    admissionDecisionWorkingDaysMax: number,
    recognitionDecisionWorkingDaysMax: number,
    decisionExtensionWorkingDaysMax: number,
    /** Working days from the decision to the ceremony: the day an admission takes effect. */
    ceremonyWorkingDaysMax: number,
    readmissionAfterMonthsMin: number,
    readmissionsMax: number,
    removableAfterFailingYears: number,
    /**
     * The fewest official members of a branch of a kind. It is told, and judges no command: a
     * ledger cannot tell a branch without members from one whose members were not recorded yet.
     */
    officialMembersMin: Schema.optionalKey(
      parameter(Schema.Array(Schema.Struct({ kind: Term, members: Count }))),
    ),
  }),
});
export type MembershipPack = typeof MembershipPack.Type;
