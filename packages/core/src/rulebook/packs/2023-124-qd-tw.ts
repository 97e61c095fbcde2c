import type { RatingPack } from "../rating-pack.ts";
import { word } from "../word.ts";

const stated = {
  source: { instrument: "Quy định 124-QĐ/TW", issuedOn: "2023-10-04" },
  verification: "secondary",
} as const;
const assumed = { ...stated, verification: "unverified" } as const;

const better = ["excellent", "good", "completed"] as const;
const targetsMissed = {
  all: [
    { part: "targets-met", whole: "targets-set", op: "<", share: { num: 1, den: 2 } },
    { fact: "key-targets-missed", is: true },
    { fact: "force-majeure", is: false },
  ],
} as const;
const manyDisciplined = {
  part: "branches-below-disciplined",
  whole: "branches-below",
  op: ">",
  share: { num: 20, den: 100 },
} as const;
const corrupt = {
  all: [
    { fact: "corruption-disciplined", is: true },
    { fact: "self-detected-and-remedied", is: false },
  ],
} as const;

/** The rating rules of 2023 to 2025: what makes a branch fail. */
const data = {
  pack: "2023-124-qd-tw",
  regime: "vn-party",
  matter: "rating",
  title: "Đánh giá, xếp loại chất lượng tổ chức đảng và đảng viên",
  inForceFrom: "2023-10-04",
  inForceTo: "2025-08-29",
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
    criteria: {
      ...stated,
      value: [
        { ...word("targets-set", "chỉ tiêu đề ra", "targets set"), of: "branch", type: "count" },
        { ...word("targets-met", "chỉ tiêu đạt", "targets met"), of: "branch", type: "count" },
        {
          ...word("key-targets-missed", "không đạt chỉ tiêu chủ yếu", "key targets missed"),
          of: "branch",
          type: "yes-no",
        },
        {
          ...word("force-majeure", "bất khả kháng", "force majeure"),
          of: "branch",
          type: "yes-no",
        },
        {
          ...word(
            "corruption-disciplined",
            "có vụ tham nhũng bị kỷ luật",
            "a corruption case disciplined",
          ),
          of: "branch",
          type: "yes-no",
        },
        {
          ...word(
            "self-detected-and-remedied",
            "tự phát hiện và khắc phục",
            "found and remedied by themselves",
          ),
          of: "branch",
          type: "yes-no",
        },
      ],
    },
    conditions: [
      {
        ...word("targets-reached", "đạt chỉ tiêu", "targets reached"),
        of: "branch",
        levels: better,
        test: { not: targetsMissed },
        ...stated,
      },
      {
        ...word("few-below-disciplined", "ít tổ chức bị kỷ luật", "few branches below disciplined"),
        of: "branch",
        levels: better,
        test: { not: manyDisciplined },
        ...stated,
      },
      {
        ...word("no-corruption", "không có tham nhũng", "no corruption"),
        of: "branch",
        levels: better,
        test: { not: corrupt },
        ...stated,
      },
      {
        ...word("failed", "không hoàn thành", "failed"),
        of: "branch",
        levels: ["failing"],
        test: { any: [targetsMissed, manyDisciplined, corrupt] },
        ...stated,
      },
    ],
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
