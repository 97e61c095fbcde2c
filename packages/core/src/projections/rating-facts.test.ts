import { describe, expect, test } from "vitest";
import { cohortTag } from "../rating/events.ts";
import { reviewTag } from "../review/events.ts";
import { countedFacts } from "../rulebook/counted-facts.ts";
import { pack as shipped } from "../rulebook/packs/2025-366-qd-tw.ts";
import type { RatingPack } from "../rulebook/rating-pack.ts";
import { type RatedSubject, ratingFactsIn } from "./rating-facts.ts";
import type { StandingRecord } from "./rating-holdings.ts";

/** A pack that asks for every fact that core counts. */
const conditions = countedFacts.branch.map(({ term }) => ({
  term,
  of: "branch",
  levels: ["excellent"],
  test: { fact: term, op: ">=", value: 1 },
}));
const parameters = { ...shipped.parameters, conditions };
const pack = { ...shipped, parameters } as unknown as RatingPack;
const lowest = "failing";

type Row = readonly [type: string, data: object, on?: string, ...tags: readonly string[]];

/** Events one after the other, at the addresses `1.0`, `2.0` and so on. */
const record = (rows: readonly Row[]): StandingRecord =>
  rows.map(
    ([type, data, effectiveOn = "2025-06-01", ...tags], at) =>
      ({
        ...{ type, version: 1, tags, data, effectiveOn },
        ...{ position: at + 1, index: 0, recordedAt: "2026-01-01T00:00:00.000Z" },
      }) as unknown as StandingRecord[number],
  );
/** `disciplines 2: 4.0 5.0` */
const factsOf = (rated: object, ...rows: readonly Row[]): readonly string[] =>
  [...ratingFactsIn(record(rows), { year: 2025, pack, ...rated } as RatedSubject)].map(
    ([name, { value, events }]) => `${name} ${JSON.stringify(value)}: ${events.join(" ")}`,
  );
const an = { subject: "an", subjectKind: "member", branch: "c", baseOrganisation: "b" };
const b = { subject: "b", subjectKind: "base-committee", branch: "b", baseOrganisation: "b" };

const criterion = (value: unknown, ...tags: readonly string[]): Row => [
  "CriterionRecorded",
  { criterion: "score", value },
  "2025-12-01",
  ...tags,
];
const disciplined = (member: string): Row => [
  "MemberDisciplined",
  { member, branch: "c", form: "warning" },
];
const punished = (branch: string): Row => ["BranchDisciplined", { branch, form: "reprimand" }];

describe("of a member", () => {
  test("count what was recorded of it for the year, its disciplines and its standing", () => {
    expect(
      factsOf(
        an,
        criterion(80, "rating:person:an/2025"),
        criterion(90, "rating:person:an/2025"),
        criterion(10, "rating:person:an/2024"),
        criterion(20, "rating:branch:an/2025"),
        ["RatingProposed", { criterion: "other", value: 1 }, "2025-12-02", "rating:person:an/2025"],
        disciplined("an"),
        disciplined("ba"),
        ["MemberExempted", { member: "an" }],
        ["MemberSuspended", { member: "ba" }],
      ),
    ).toEqual(["score 90: 2.0", "disciplines 1: 6.0", "exempt true: 8.0", "suspended false: "]);
  });

  test("are none where none was punished", () => {
    expect(factsOf(an)).toEqual(["disciplines 0: ", "exempt false: ", "suspended false: "]);
  });
});

describe("of a branch", () => {
  const founded = (branch: string, parent: string): Row => [
    "BranchEstablished",
    { branch, kind: "cell", name: branch, parent },
    "2025-01-01",
  ];
  const rated = (data: object, level: string, committee = "b", year = 2025): Row => [
    "RatingAssigned",
    { ...data, level },
    "2025-12-20",
    cohortTag(committee as never, year),
  ];
  const cell = (branch: string) => ({ subject: branch, subjectKind: "cell", branch });
  const member = (subject: string, branch: string) => ({ subject, subjectKind: "member", branch });
  const noted = (shortcoming: string, year: number): Row => [
    "ShortcomingNoted",
    { shortcoming },
    "2025-01-20",
    reviewTag("b" as never, year),
  ];

  test("count itself, the branches below, its members, its leaders and its shortcomings", () => {
    expect(
      factsOf(
        b,
        founded("c", "b"),
        founded("d", "b"),
        criterion(70, "rating:branch:b/2025"),
        criterion(80, "rating:person:b/2025"),
        punished("b"),
        punished("c"),
        rated(cell("c"), lowest),
        rated(cell("d"), "good"),
        rated(member("an", "b"), lowest),
        rated(member("ba", "b"), "good"),
        rated(member("ca", "c"), lowest),
        ["OfficerAppointed", { person: "an", in: { branch: "b" }, office: "secretary" }],
        ["OfficerAppointed", { person: "ba", in: { branch: "b" }, office: "deputy" }],
        disciplined("an"),
        noted("s1", 2024),
        noted("s2", 2025),
      ),
    ).toEqual([
      "score 70: 3.0",
      "disciplines 1: 5.0",
      "branches-below 2: 1.0 2.0",
      "branches-below-rated 2: 1.0 7.0 2.0 8.0",
      "branches-below-at-lowest 1: 1.0 7.0",
      "branches-below-disciplined 1: 1.0 6.0",
      "members-rated 2: 9.0 10.0",
      "members-at-lowest 1: 9.0",
      "leaders-disciplined 1: 12.0 14.0",
      "shortcomings-open 1: 15.0",
    ]);
  });

  test("count ratings of the year closed by the branch, and of members by their base", () => {
    const facts = factsOf(
      { ...b, subject: "c", branch: "c" },
      founded("d", "c"),
      rated(cell("d"), lowest, "b"),
      rated(cell("d"), lowest, "c", 2024),
      rated(member("an", "c"), "good", "c"),
      rated(member("ba", "c"), "good", "b"),
      rated(cell("c"), "good", "b"),
    );
    expect(facts).toContain("branches-below-rated 0: ");
    expect(facts).toContain("members-rated 1: 5.0");
  });

  test("are 0 where nothing befell it; its members are not known without a base", () => {
    const { baseOrganisation: _, ...above } = b;
    expect(factsOf(above)).toEqual([
      "disciplines 0: ",
      "branches-below 0: ",
      "branches-below-rated 0: ",
      "branches-below-at-lowest 0: ",
      "branches-below-disciplined 0: ",
      "leaders-disciplined 0: ",
    ]);
    const undisciplined = { person: "an", in: { branch: "b" }, office: "secretary" };
    expect(factsOf(b, founded("c", "b"), ["OfficerAppointed", undisciplined])).toEqual([
      "disciplines 0: ",
      "branches-below 1: 1.0",
      "branches-below-rated 0: ",
      "branches-below-at-lowest 0: ",
      "branches-below-disciplined 0: ",
      "members-rated 0: ",
      "members-at-lowest 0: ",
      "leaders-disciplined 0: ",
    ]);
  });
});
