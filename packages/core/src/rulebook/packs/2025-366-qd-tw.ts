import type { RatingPack } from "../rating-pack.ts";
import { word } from "../word.ts";

const source = {
  instrument: "Quy định 366-QĐ/TW",
  issuedOn: "2025-08-30",
  locator: "cùng Hướng dẫn 43-HD/BTCTW",
} as const;
const stated = { source, verification: "secondary" } as const;
const thirdParty = { source, verification: "third-party" } as const;
const assumed = { source, verification: "unverified" } as const;
const ours = {
  source: { instrument: "tongket: lựa chọn của dự án" },
  verification: "policy-choice",
} as const;

const atLeast = (value: number) => ({ fact: "score", op: ">=", value }) as const;
const below = (value: number) => ({ fact: "score", op: "<", value }) as const;
const none = (fact: string) => ({ fact, op: "=", value: 0 }) as const;

/**
 * The rating rules from 2025 on: what the better levels ask. The bands of scores are read as the
 * least that a level asks, for a branch of an excellent score that does not do all else that
 * level asks is at the next one; what is open to no other level is at the lowest.
 */
const data = {
  pack: "2025-366-qd-tw",
  regime: "vn-party",
  matter: "rating",
  title: "Đánh giá, xếp loại chất lượng tổ chức đảng và đảng viên",
  inForceFrom: "2025-08-30",
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
        { ...word("score", "điểm", "score"), of: "branch", type: "points" },
        { ...word("score", "điểm", "score"), of: "member", type: "points" },
        {
          ...word("tasks-assigned", "nhiệm vụ được giao", "tasks assigned"),
          of: "branch",
          type: "count",
        },
        {
          ...word("tasks-done", "nhiệm vụ hoàn thành", "tasks done"),
          of: "branch",
          type: "count",
        },
        {
          ...word("tasks-exceeded", "nhiệm vụ vượt mức", "tasks exceeded"),
          of: "branch",
          type: "count",
        },
        {
          ...word("tasks-late", "nhiệm vụ chậm tiến độ", "tasks late"),
          of: "branch",
          type: "count",
        },
      ],
    },
    conditions: [
      {
        ...word("score-excellent", "khung điểm xuất sắc", "excellent score"),
        of: "branch",
        levels: ["excellent"],
        test: atLeast(90),
        ...stated,
      },
      {
        ...word("score-good", "khung điểm tốt", "good score"),
        of: "branch",
        levels: ["good"],
        test: atLeast(70),
        ...stated,
      },
      {
        ...word("score-completed", "khung điểm hoàn thành", "completed score"),
        of: "branch",
        levels: ["completed"],
        test: atLeast(50),
        ...stated,
      },
      {
        ...word(
          "member-score-excellent",
          "khung điểm xuất sắc (đảng viên)",
          "excellent score (member)",
        ),
        of: "member",
        levels: ["excellent"],
        test: atLeast(90),
        ...stated,
      },
      {
        ...word("member-score-good", "khung điểm tốt (đảng viên)", "good score (member)"),
        of: "member",
        levels: ["good"],
        test: atLeast(70),
        ...stated,
      },
      {
        ...word(
          "member-score-completed",
          "khung điểm hoàn thành (đảng viên)",
          "completed score (member)",
        ),
        of: "member",
        levels: ["completed"],
        test: atLeast(50),
        ...stated,
      },
      {
        ...word(
          "member-score-failing",
          "khung điểm không hoàn thành (đảng viên)",
          "failing score (member)",
        ),
        of: "member",
        levels: ["failing"],
        test: below(50),
        ...stated,
      },
      {
        ...word("all-tasks-done", "hoàn thành mọi nhiệm vụ", "all tasks done"),
        of: "branch",
        levels: ["excellent", "good"],
        test: {
          part: "tasks-done",
          whole: "tasks-assigned",
          op: ">=",
          share: { num: 100, den: 100 },
        },
        ...stated,
      },
      {
        ...word("tasks-exceeding", "nhiệm vụ vượt mức", "tasks exceeded"),
        of: "branch",
        levels: ["excellent"],
        test: {
          part: "tasks-exceeded",
          whole: "tasks-assigned",
          op: ">=",
          share: { num: 30, den: 100 },
        },
        ...stated,
      },
      {
        ...word("nobody-disciplined", "không ai bị kỷ luật", "nobody disciplined"),
        of: "branch",
        levels: ["excellent"],
        test: { all: [none("branches-below-disciplined"), none("leaders-disciplined")] },
        ...stated,
      },
      {
        ...word("shortcomings-remedied", "đã khắc phục hạn chế", "shortcomings remedied"),
        of: "branch",
        levels: ["excellent"],
        test: none("shortcomings-open"),
        ...stated,
      },
      {
        ...word("few-tasks-late", "ít nhiệm vụ chậm", "few tasks late"),
        of: "branch",
        levels: ["completed"],
        test: {
          part: "tasks-late",
          whole: "tasks-assigned",
          op: "<=",
          share: { num: 20, den: 100 },
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
        ...thirdParty,
        baseStated: thirdParty,
        roundingStated: ours,
        exceptional: { ...thirdParty, value: { num: 25, den: 100 } },
      },
    ],
    notRated: { ...stated, value: ["exempt", "suspended"] },
    cadences: {
      ...stated,
      value: [
        word("term", "nhiệm kỳ", "term"),
        word("year", "năm", "year"),
        word("quarter", "quý", "quarter"),
      ],
    },
  },
} as const satisfies typeof RatingPack.Encoded;

export const pack = data as unknown as RatingPack;
