import type { RatingPack } from "../rating-pack.ts";
import { word } from "../word.ts";

const stated = {
  source: { instrument: "Hướng dẫn 27-HD/BTCTW", issuedOn: "2014-09-25" },
  verification: "secondary",
} as const;
const assumed = { ...stated, verification: "unverified" } as const;

const better = ["clean-and-strong", "good", "completed"] as const;
const scoreIsLow = { fact: "score", op: "<", value: 50 } as const;
const manyBelowWeak = {
  part: "branches-below-at-lowest",
  whole: "branches-below-rated",
  op: ">",
  share: { num: 1, den: 3 },
} as const;
const mostMembersFailing = {
  part: "members-at-lowest",
  whole: "members-rated",
  op: ">",
  share: { num: 1, den: 2 },
} as const;
const massOrganisationsLowest = {
  fact: "mass-organisations-at-lowest",
  op: ">=",
  value: 2,
} as const;
const leaderCorrupt = { fact: "corruption-disciplined", is: true } as const;
const disunited = { fact: "disunity", is: true } as const;
const cells = ["base-cell", "cell"] as const;
const committees = ["upper-committee", "base-committee", "section-committee"] as const;
const everywhere = [manyBelowWeak, massOrganisationsLowest, leaderCorrupt, disunited] as const;

/** The rating guidance of 2014 to 2018: what makes a branch weak. */
const data = {
  pack: "2014-27-hd-btctw",
  regime: "vn-party",
  matter: "rating",
  title: "Đánh giá chất lượng tổ chức cơ sở đảng và đảng viên",
  inForceFrom: "2014-09-25",
  inForceTo: "2018-09-23",
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
    criteria: {
      ...stated,
      value: [
        { ...word("score", "điểm", "score"), of: "branch", type: "points" },
        {
          ...word(
            "mass-organisations-at-lowest",
            "đoàn thể ở mức thấp nhất",
            "mass organisations at the lowest level",
          ),
          of: "branch",
          type: "count",
        },
        {
          ...word(
            "corruption-disciplined",
            "lãnh đạo bị kỷ luật vì tham nhũng",
            "a leader disciplined for corruption",
          ),
          of: "branch",
          type: "yes-no",
        },
        { ...word("disunity", "mất đoàn kết", "disunity"), of: "branch", type: "yes-no" },
      ],
    },
    conditions: [
      {
        ...word("score-reached", "đạt điểm", "score reached"),
        of: "branch",
        levels: better,
        test: { fact: "score", op: ">=", value: 50 },
        ...stated,
      },
      {
        ...word("few-below-weak", "ít tổ chức trực thuộc yếu kém", "few branches below weak"),
        of: "branch",
        levels: better,
        test: { not: manyBelowWeak },
        ...stated,
      },
      {
        ...word("few-members-failing", "ít đảng viên vi phạm", "few members failing"),
        of: "branch",
        kinds: cells,
        levels: better,
        test: { not: mostMembersFailing },
        ...stated,
      },
      {
        ...word("mass-organisations-well", "đoàn thể đạt yêu cầu", "mass organisations do well"),
        of: "branch",
        levels: better,
        test: { not: massOrganisationsLowest },
        ...stated,
      },
      {
        ...word("leaders-clean", "lãnh đạo không tham nhũng", "leaders free of corruption"),
        of: "branch",
        levels: better,
        test: { not: leaderCorrupt },
        ...stated,
      },
      {
        ...word("united", "đoàn kết", "united"),
        of: "branch",
        levels: better,
        test: { not: disunited },
        ...stated,
      },
      {
        ...word("weak-cell", "chi bộ yếu kém", "a weak cell"),
        of: "branch",
        kinds: cells,
        levels: ["weak"],
        test: { any: [scoreIsLow, mostMembersFailing, ...everywhere] },
        ...stated,
      },
      {
        ...word("weak-committee", "đảng bộ yếu kém", "a weak committee"),
        of: "branch",
        kinds: committees,
        levels: ["weak"],
        test: { any: [scoreIsLow, ...everywhere] },
        ...stated,
      },
    ],
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
