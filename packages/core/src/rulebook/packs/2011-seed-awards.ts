import type { AwardPack } from "../award-pack.ts";

/** No instrument was found: a published report shows what it gave awards for. */
const derived = {
  source: {
    instrument: "Báo cáo tổng kết năm 2012 của một đảng bộ cấp trên",
    issuedOn: "2013-01-23",
    locator: "phần khen thưởng, cả số năm liền",
  },
  verification: "derived",
} as const;

const exemplary = [{ distinction: "exemplary" }] as const;
const bases = ["base-committee", "base-cell"] as const;

/** The five categories of awards for the year 2012. */
const data = {
  pack: "2011-seed-awards",
  regime: "vn-party",
  matter: "award",
  title: "Khen thưởng tổ chức đảng và đảng viên",
  inForceFrom: "2011-01-01",
  parameters: {
    eligibility: [
      {
        category: "base-exemplary-3-years",
        recipient: { kinds: bases },
        anyOf: exemplary,
        yearsRunning: 3,
        ...derived,
      },
      {
        category: "base-exemplary",
        recipient: { kinds: bases, under: "granting" },
        anyOf: exemplary,
        yearsRunning: 1,
        ...derived,
      },
      {
        category: "direct-cell-exemplary",
        recipient: { kinds: ["cell"], under: "granting" },
        anyOf: exemplary,
        yearsRunning: 1,
        ...derived,
      },
      {
        category: "base-cell-exemplary",
        recipient: { kinds: ["cell"], under: ["base-committee"] },
        anyOf: exemplary,
        yearsRunning: 1,
        ...derived,
      },
      {
        category: "member-excellent",
        recipient: { member: true },
        anyOf: [{ level: "excellent" }],
        yearsRunning: 1,
        ...derived,
      },
    ],
  },
} as const satisfies typeof AwardPack.Encoded;

export const pack = data as unknown as AwardPack;
