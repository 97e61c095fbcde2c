import type { AwardPack } from "../award-pack.ts";

const primary = {
  source: {
    instrument: "Quy định 294-QĐ/TW",
    issuedOn: "2025-05-26",
    locator: "phần khen thưởng, cùng Hướng dẫn 06-HD/TW",
  },
  verification: "primary-read",
} as const;

/** How the words of the text are applied to the kinds and ratings of the other packs. */
const ours = {
  source: { instrument: "tongket: lựa chọn của dự án" },
  verification: "policy-choice",
} as const;
const running = { ...primary, recipientStated: ours, anyOfStated: ours } as const;

/** A year of an older pack counts by the distinction it had in place of a level of its own. */
const excellent = [{ level: "excellent" }, { distinction: "exemplary" }] as const;
const branches = { kinds: ["base-committee", "base-cell", "cell"] } as const;
const members = { member: true } as const;

/** Awards for one year and for five years running, and the years of a badge, from 2025 on. */
const data = {
  pack: "2025-294-qd-tw-awards",
  regime: "vn-party",
  matter: "award",
  title: "Khen thưởng tổ chức đảng và đảng viên, huy hiệu Đảng",
  inForceFrom: "2025-05-26",
  parameters: {
    eligibility: [
      {
        category: "branch-excellent",
        recipient: branches,
        anyOf: excellent,
        yearsRunning: 1,
        ...running,
      },
      {
        category: "branch-excellent-5-years",
        recipient: branches,
        anyOf: excellent,
        yearsRunning: 5,
        ...running,
      },
      {
        category: "member-excellent",
        recipient: members,
        anyOf: [{ level: "excellent" }],
        yearsRunning: 1,
        ...running,
      },
      {
        category: "member-excellent-5-years",
        recipient: members,
        anyOf: [{ level: "excellent" }],
        yearsRunning: 5,
        ...running,
      },
    ],
    badgeYears: { ...primary, value: [30, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90] },
  },
} as const satisfies typeof AwardPack.Encoded;

export const pack = data as unknown as AwardPack;
