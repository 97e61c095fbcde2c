import type { RatingPack } from "../rating-pack.ts";
import { word } from "../word.ts";

/** Nothing of it was found: the words are taken to be those of 2011, so that streaks may cross. */
const assumed = {
  source: { instrument: "Hướng dẫn 20-HD/BTCTW", issuedOn: "2008-10-10" },
  verification: "unverified",
} as const;

/** The rating guidance under which the years 2008 to 2010 were rated. */
const data = {
  pack: "2008-20-hd-btctw",
  regime: "vn-party",
  matter: "rating",
  title: "Đánh giá chất lượng tổ chức cơ sở đảng và đảng viên",
  inForceFrom: "2008-10-10",
  inForceTo: "2011-10-10",
  parameters: {
    branchLevels: {
      ...assumed,
      value: [
        word("clean-and-strong", "trong sạch, vững mạnh", "clean and strong"),
        word("good", "hoàn thành tốt nhiệm vụ", "good"),
        word("completed", "hoàn thành nhiệm vụ", "completed"),
        word("weak", "yếu kém", "weak"),
      ],
    },
    branchDistinctions: {
      ...assumed,
      value: [{ ...word("exemplary", "tiêu biểu", "exemplary"), level: "clean-and-strong" }],
    },
    memberLevels: {
      ...assumed,
      value: [
        word("excellent", "đủ tư cách, hoàn thành xuất sắc nhiệm vụ", "excellent"),
        word("good", "đủ tư cách, hoàn thành tốt nhiệm vụ", "good"),
        word("completed", "đủ tư cách, hoàn thành nhiệm vụ", "completed"),
        word("failing", "vi phạm tư cách hoặc không hoàn thành nhiệm vụ", "failing"),
      ],
    },
    memberGoodLevel: { ...assumed, value: "good" },
    caps: [
      {
        ...word("exemplary-branches", "tổ chức tiêu biểu", "exemplary branches"),
        of: "branch",
        part: { distinction: "exemplary" },
        base: "top-level",
        value: null,
        rounding: "floor",
        ...assumed,
      },
      {
        ...word("excellent-members", "đảng viên xuất sắc", "excellent members"),
        of: "member",
        part: { level: "excellent" },
        base: "good-only",
        value: null,
        rounding: "floor",
        ...assumed,
      },
    ],
  },
} as const satisfies typeof RatingPack.Encoded;

export const pack = data as unknown as RatingPack;
