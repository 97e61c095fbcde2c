import type { RatingPack } from "../rating-pack.ts";
import { word } from "../word.ts";

/** The levels are taken to be those of 2019. */
const assumed = {
  source: {
    instrument: "Quy định 132-QĐ/TW",
    issuedOn: "2018-03-08",
    locator: "cùng Hướng dẫn 16-HD/BTCTW, 24/9/2018",
  },
  verification: "unverified",
} as const;

/** The rating guidance of 2018 to 2019. */
const data = {
  pack: "2018-16-hd-btctw",
  regime: "vn-party",
  matter: "rating",
  title: "Đánh giá, xếp loại chất lượng tổ chức đảng và đảng viên",
  inForceFrom: "2018-09-24",
  inForceTo: "2019-10-17",
  parameters: {
    branchLevels: {
      ...assumed,
      value: [
        word("excellent", "hoàn thành xuất sắc nhiệm vụ", "excellent"),
        word("good", "hoàn thành tốt nhiệm vụ", "good"),
        word("completed", "hoàn thành nhiệm vụ", "completed"),
        word("failing", "không hoàn thành nhiệm vụ", "failing"),
      ],
    },
    branchDistinctions: { ...assumed, value: [] },
    memberLevels: {
      ...assumed,
      value: [
        word("excellent", "hoàn thành xuất sắc nhiệm vụ", "excellent"),
        word("good", "hoàn thành tốt nhiệm vụ", "good"),
        word("completed", "hoàn thành nhiệm vụ", "completed"),
        word("failing", "không hoàn thành nhiệm vụ", "failing"),
      ],
    },
    memberGoodLevel: { ...assumed, value: "good" },
    branchGoodLevel: { ...assumed, value: "good" },
    caps: [
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
