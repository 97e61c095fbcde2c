import { expect, test } from "vitest";
import { countedFacts, isCounted } from "./counted-facts.ts";
import { factKinds } from "./fact-kinds.ts";
import type { RatingPack } from "./rating-pack.ts";

const labels = { vi: "nhãn", en: "label" };
const packOf = (parameters: object): RatingPack => ({ parameters }) as unknown as RatingPack;
const pack = packOf({
  criteria: {
    value: [
      { term: "score", type: "points", of: "member", labels },
      { term: "disunity", type: "yes-no", of: "branch", labels },
    ],
  },
  notRated: { value: ["exempt", "suspended"] },
});

test("of a member are known its criteria, what core counts, and why it is not rated", () => {
  expect(factKinds("member", pack)).toEqual([
    { name: "score", type: "points", labels },
    {
      name: "disciplines",
      type: "count",
      labels: {
        vi: "số vi phạm bị kỷ luật trong năm",
        en: "violations disciplined in the year",
      },
    },
    { name: "exempt", type: "yes-no", labels: { vi: "được miễn sinh hoạt", en: "exempt" } },
    {
      name: "suspended",
      type: "yes-no",
      labels: { vi: "bị đình chỉ sinh hoạt", en: "suspended" },
    },
  ]);
});

test("of a branch are known its criteria and all that core counts of branches", () => {
  const [first, ...counted] = factKinds("branch", pack);
  expect(first).toEqual({ name: "disunity", type: "yes-no", labels });
  expect(counted.map(({ name }) => name)).toEqual(countedFacts.branch.map(({ term }) => term));
  expect(new Set(counted.map(({ type }) => type))).toEqual(new Set(["count"]));
});

test("a pack that says nothing leaves what core counts", () => {
  expect(factKinds("member", packOf({})).map(({ name }) => name)).toEqual(["disciplines"]);
});

test("what core counts of branches it need not count of members", () => {
  expect([isCounted("branch", "members-rated"), isCounted("member", "members-rated")]).toEqual([
    true,
    false,
  ]);
  expect([isCounted("member", "disciplines"), isCounted("branch", "score")]).toEqual([true, false]);
});

test("what core counts has a name in both languages, each its own", () => {
  expect(countedFacts.branch.map(({ labels: { vi, en } }) => `${en}: ${vi}`)).toEqual([
    "violations disciplined in the year: số vi phạm bị kỷ luật trong năm",
    "branches below: số tổ chức trực thuộc",
    "branches below rated: số tổ chức trực thuộc được xếp loại",
    "branches below at the lowest level: số tổ chức trực thuộc ở mức thấp nhất",
    "branches below that were disciplined: số tổ chức trực thuộc bị kỷ luật",
    "members rated: số đảng viên được xếp loại",
    "members at the lowest level: số đảng viên ở mức thấp nhất",
    "leaders who were disciplined: số lãnh đạo bị kỷ luật",
    "shortcomings not remedied: số hạn chế chưa khắc phục",
  ]);
});
