import type { RatingPack } from "../rating-pack.ts";
import { word } from "../word.ts";

const stated = {
  source: { instrument: "Hướng dẫn 07-HD/BTCTW", issuedOn: "2011-10-11" },
  verification: "secondary",
} as const;

/** Read off how published results use the words. */
const derived = { ...stated, verification: "derived" } as const;

/** The shares of the caps were not found; their bases are those of published results. */
const notFound = { ...stated, verification: "unverified" } as const;

/** The rating guidance under which the year 2012 was rated. */
const data = {
  pack: "2011-07-hd-btctw",
  regime: "vn-party",
  matter: "rating",
  title: "Đánh giá chất lượng tổ chức cơ sở đảng và đảng viên",
  inForceFrom: "2011-10-11",
  inForceTo: "2014-09-24",
  parameters: {
    branchLevels: {
      ...stated,
      value: [
        word("clean-and-strong", "trong sạch, vững mạnh", "clean and strong"),
        word("good", "hoàn thành tốt nhiệm vụ", "good"),
        word("completed", "hoàn thành nhiệm vụ", "completed"),
        word("weak", "yếu kém", "weak"),
      ],
    },
    branchDistinctions: {
      ...stated,
      value: [{ ...word("exemplary", "tiêu biểu", "exemplary"), level: "clean-and-strong" }],
    },
    memberLevels: {
      ...stated,
      value: [
        word("excellent", "đủ tư cách, hoàn thành xuất sắc nhiệm vụ", "excellent"),
        word("good", "đủ tư cách, hoàn thành tốt nhiệm vụ", "good"),
        word("completed", "đủ tư cách, hoàn thành nhiệm vụ", "completed"),
        word("failing", "vi phạm tư cách hoặc không hoàn thành nhiệm vụ", "failing"),
      ],
    },
    memberGoodLevel: { ...derived, value: "good" },
    caps: [
      {
        ...word("exemplary-branches", "tổ chức tiêu biểu", "exemplary branches"),
        of: "branch",
        part: { distinction: "exemplary" },
        base: "top-level",
        value: null,
        rounding: "floor",
        ...notFound,
        baseStated: derived,
      },
      {
        ...word("excellent-members", "đảng viên xuất sắc", "excellent members"),
        of: "member",
        part: { level: "excellent" },
        base: "good-only",
        value: null,
        rounding: "floor",
        ...notFound,
        baseStated: derived,
      },
    ],
  },
} as const satisfies typeof RatingPack.Encoded;

export const pack = data as unknown as RatingPack;
