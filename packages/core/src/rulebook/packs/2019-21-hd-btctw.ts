import type { RatingPack } from "../rating-pack.ts";
import { word } from "../word.ts";

const stated = {
  source: {
    instrument: "Hướng dẫn 21-HD/BTCTW",
    issuedOn: "2019-10-18",
    locator: "thực hiện Quy định 132-QĐ/TW",
  },
  verification: "secondary",
} as const;
const assumed = { ...stated, verification: "unverified" } as const;
const ours = {
  source: { instrument: "tongket: lựa chọn của dự án" },
  verification: "policy-choice",
} as const;

const half = { num: 1, den: 2 } as const;

/** The rating guidance of 2019 to 2023. */
const data = {
  pack: "2019-21-hd-btctw",
  regime: "vn-party",
  matter: "rating",
  title: "Đánh giá, xếp loại chất lượng tổ chức đảng và đảng viên",
  inForceFrom: "2019-10-18",
  inForceTo: "2023-10-03",
  parameters: {
    branchLevels: {
      ...stated,
      value: [
        word("excellent", "hoàn thành xuất sắc nhiệm vụ", "excellent"),
        word("good", "hoàn thành tốt nhiệm vụ", "good"),
        word("completed", "hoàn thành nhiệm vụ", "completed"),
        word("failing", "không hoàn thành nhiệm vụ", "failing"),
      ],
    },
    branchDistinctions: { ...assumed, value: [] },
    memberLevels: {
      ...stated,
      value: [
        word("excellent", "hoàn thành xuất sắc nhiệm vụ", "excellent"),
        word("good", "hoàn thành tốt nhiệm vụ", "good"),
        word("completed", "hoàn thành nhiệm vụ", "completed"),
        word("failing", "không hoàn thành nhiệm vụ", "failing"),
      ],
    },
    memberGoodLevel: { ...assumed, value: "good" },
    branchGoodLevel: { ...assumed, value: "good" },
    criteria: {
      ...stated,
      value: [
        {
          ...word("tasks-assigned", "nhiệm vụ được giao", "tasks assigned"),
          of: "member",
          type: "count",
        },
        {
          ...word("tasks-done", "nhiệm vụ hoàn thành", "tasks done"),
          of: "member",
          type: "count",
        },
      ],
    },
    conditions: [
      {
        ...word("half-the-tasks", "hoàn thành một nửa nhiệm vụ", "half the tasks done"),
        of: "member",
        levels: ["excellent", "good", "completed"],
        test: { part: "tasks-done", whole: "tasks-assigned", op: ">=", share: half },
        ...stated,
      },
      {
        ...word("not-disciplined", "không bị kỷ luật", "not disciplined"),
        of: "member",
        levels: ["excellent", "good", "completed"],
        test: { fact: "disciplines", op: "=", value: 0 },
        ...stated,
      },
      {
        ...word("failed", "không hoàn thành", "failed"),
        of: "member",
        levels: ["failing"],
        test: {
          any: [
            { part: "tasks-done", whole: "tasks-assigned", op: "<", share: half },
            { fact: "disciplines", op: ">=", value: 1 },
          ],
        },
        ...stated,
      },
    ],
    caps: [
      {
        ...word("excellent-members", "đảng viên xuất sắc", "excellent members"),
        of: "member",
        part: { level: "excellent" },
        base: "good-only",
        value: { num: 20, den: 100 },
        rounding: "floor",
        ...stated,
        roundingStated: ours,
      },
    ],
    notRated: { ...stated, value: ["exempt", "suspended"] },
  },
} as const satisfies typeof RatingPack.Encoded;

export const pack = data as unknown as RatingPack;
