import type { RatingPack } from "../rating-pack.ts";
import { word } from "../word.ts";

const stated = {
  source: { instrument: "Hướng dẫn 07-HD/BTCTW", issuedOn: "2011-10-11" },
  verification: "secondary",
} as const;

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
    memberGoodLevel: { ...stated, value: "good" },
  },
} as const satisfies typeof RatingPack.Encoded;

export const pack = data as unknown as RatingPack;
