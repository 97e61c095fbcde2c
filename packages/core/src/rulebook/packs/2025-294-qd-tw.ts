import type { MembershipPack } from "../membership-pack.ts";

const source = {
  instrument: "Quy định 294-QĐ/TW",
  issuedOn: "2025-05-26",
  locator: "cùng Hướng dẫn 06-HD/TW",
} as const;
const primary = { source, verification: "primary-read" } as const;
const assumed = { source, verification: "unverified" } as const;
/** Read in part in the text, in part in what others say of it. */
const mixed = { source, verification: "secondary" } as const;

const twoThirds = { op: ">=", share: { num: 2, den: 3 }, of: "summoned" } as const;
const moreThanHalf = { op: ">", share: { num: 1, den: 2 }, of: "summoned" } as const;
const officialMembersMin = [
  { kind: "base-committee", members: 30 },
  { kind: "base-cell", members: 3 },
  { kind: "cell", members: 3 },
] as const;

/** How people become members from 2025 on. */
const data = {
  pack: "2025-294-qd-tw",
  regime: "vn-party",
  matter: "membership",
  title: "Kết nạp, công nhận và quản lý đảng viên",
  inForceFrom: "2025-05-26",
  parameters: {
    admissionAgeMonthsMin: { ...primary, value: 216 },
    admissionAgeMonthsMax: { ...primary, value: 720 },
    certificateAgeMonthsMax: { ...primary, value: 60 },
    introducersMin: { ...assumed, value: 2 },
    introducerAcquaintanceMonthsMin: { ...primary, value: 12 },
    admissionVote: { ...primary, value: twoThirds },
    admissionCommitteeVote: { ...primary, value: moreThanHalf },
    recognitionVote: { ...primary, value: twoThirds },
    recognitionCommitteeVote: { ...primary, value: moreThanHalf },
    admissionDecisionWorkingDaysMax: { ...primary, value: 45 },
    recognitionDecisionWorkingDaysMax: { ...primary, value: 30 },
    decisionExtensionWorkingDaysMax: { ...primary, value: 15 },
    ceremonyWorkingDaysMax: { ...primary, value: 30 },
    readmissionAfterMonthsMin: { ...primary, value: 36 },
    readmissionsMax: { ...primary, value: 1 },
    removableAfterFailingYears: { ...primary, value: 2 },
    officialMembersMin: { ...mixed, value: officialMembersMin },
  },
} as const satisfies typeof MembershipPack.Encoded;

export const pack = data as unknown as MembershipPack;
