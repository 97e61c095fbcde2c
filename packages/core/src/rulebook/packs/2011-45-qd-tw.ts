import type { MembershipPack } from "../membership-pack.ts";

/**
 * NOTE: later instruments came before 2025; none of their values was found either, so the same
 * assumptions stand for them until the pack of 2025 begins.
 */
const assumed = {
  source: { instrument: "Quy định 45-QĐ/TW", issuedOn: "2011-11-01" },
  verification: "unverified",
} as const;

const twoThirds = { op: ">=", share: { num: 2, den: 3 }, of: "summoned" } as const;
const moreThanHalf = { op: ">", share: { num: 1, den: 2 }, of: "summoned" } as const;
const officialMembersMin = [
  { kind: "base-committee", members: 30 },
  { kind: "base-cell", members: 3 },
  { kind: "cell", members: 3 },
] as const;

/** How people became members from 2011 on. Each value is assumed, none was found. */
const data = {
  pack: "2011-45-qd-tw",
  regime: "vn-party",
  matter: "membership",
  title: "Kết nạp, công nhận và quản lý đảng viên",
  inForceFrom: "2011-11-01",
  parameters: {
    admissionAgeMonthsMin: { ...assumed, value: 216 },
    admissionAgeMonthsMax: { ...assumed, value: 720 },
    certificateAgeMonthsMax: { ...assumed, value: 60 },
    introducersMin: { ...assumed, value: 2 },
    introducerAcquaintanceMonthsMin: { ...assumed, value: 12 },
    admissionVote: { ...assumed, value: twoThirds },
    admissionCommitteeVote: { ...assumed, value: moreThanHalf },
    recognitionVote: { ...assumed, value: twoThirds },
    recognitionCommitteeVote: { ...assumed, value: moreThanHalf },
    admissionDecisionWorkingDaysMax: { ...assumed, value: 45 },
    recognitionDecisionWorkingDaysMax: { ...assumed, value: 30 },
    decisionExtensionWorkingDaysMax: { ...assumed, value: 15 },
    ceremonyWorkingDaysMax: { ...assumed, value: 30 },
    readmissionAfterMonthsMin: { ...assumed, value: 36 },
    readmissionsMax: { ...assumed, value: 1 },
    removableAfterFailingYears: { ...assumed, value: 2 },
    officialMembersMin: { ...assumed, value: officialMembersMin },
  },
} as const satisfies typeof MembershipPack.Encoded;

export const pack = data as unknown as MembershipPack;
