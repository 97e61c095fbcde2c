import { commandOf, type Line, openDesk } from "@tongket/testing";
import { describe, expect, test } from "vitest";
import { branchLine } from "../../test/branch-line.ts";
import type { Standings } from "../kernel/command.ts";
import { type RulePack, shippedPacks } from "../rulebook/index.ts";
import { countedIn, factsAbout, type JudgedSubject, leadersIn, type Sight } from "./facts.ts";
import { type CohortState, initialCohort } from "./state.ts";

const guidance = "2025-366-qd-tw";
const shipped = shippedPacks.find(({ pack }) => pack === guidance);
if (shipped?.matter !== "rating") throw new Error(`${guidance} is not shipped`);

/** The pack of 2025, its one condition being that some facts of branches are none. */
const asking = (...facts: readonly string[]) => {
  const conditions = [
    {
      term: "none-of-them",
      labels: {},
      of: "branch",
      levels: ["excellent"],
      test: { all: facts.map((fact) => ({ fact, op: "=", value: 0 })) },
      source: { instrument: "Quy định" },
      verification: "secondary",
    },
  ];
  const { parameters } = shipped;
  return {
    ...shipped,
    parameters: { ...parameters, conditions, caps: [] },
  } as unknown as typeof shipped;
};

const judged = (part: object): JudgedSubject =>
  ({ subject: "b", subjectKind: "base-committee", branch: "b", year: 2025, ...part }) as never;
const member = { subject: "an", subjectKind: "member", branch: "c", baseOrganisation: "b" };
const on = (day: string, violation?: string) => ({ on: day, violation });

/** The base committee `b`, led by p1 and p2, with the cells c and d below it. */
const standings = {
  below: (branch: string, day: string) => (`${branch} ${day}` === "b 2025-12-31" ? ["c", "d"] : []),
  officers: (branch: string, year: number) =>
    `${branch} ${year}` === "b 2025" ? ["p1", "p2"] : [],
  branchDisciplines: (branch: string) =>
    ({ b: [on("2025-02-01"), on("2025-03-01")], c: [on("2025-04-01")] })[branch] ?? [],
  conduct: (person: string) => ({
    disciplines: person === "p1" ? [on("2025-05-01", "v1"), on("2025-06-01", "v1")] : [],
    exempt: false,
    suspended: person === "an",
  }),
  shortcomings: (branch: string, year: number) =>
    `${branch} ${year}` === "b 2024" ? ["noted", "remedied", "noted"] : [],
} as unknown as Standings;

/** Of the cells c is rated, at the lowest level, and in it four members. */
const cohort = {
  ...initialCohort("cohort:b/2025" as never),
  branches: new Map([["c", { level: "failing", pack: guidance }]]),
  members: new Map([
    [
      "c",
      new Map([
        ["good", 3],
        ["failing", 1],
      ]),
    ],
  ]),
} as unknown as CohortState;
const none = initialCohort("cohort:m/2025" as never);
const sight = {
  standings,
  criteria: new Map([["score", { value: 80, evidence: "báo cáo" }]]),
  cohort: (committee: string) => (committee === "b" ? cohort : none),
} as unknown as Sight;

describe("the subjects that are read", () => {
  const cell = { subject: "c", subjectKind: "cell", branch: "c", baseOrganisation: "b" };
  test.each([
    ["disciplines", ["branch:b"], ["branch:c"]],
    ["leaders-disciplined", ["branch:b"], ["branch:c"]],
    ["branches-below", [], []],
    ["branches-below-rated", ["cohort:b/2025"], ["cohort:c/2025"]],
    ["branches-below-at-lowest", ["cohort:b/2025"], ["cohort:c/2025"]],
    ["branches-below-disciplined", ["branch:c", "branch:d"], []],
    ["members-rated", [], ["cohort:b/2025"]],
    ["members-at-lowest", [], ["cohort:b/2025"]],
    ["shortcomings-open", ["review:b/2024"], ["review:c/2024"]],
    ["score", [], []],
  ])("for %s are those that hold it, and no others", (fact, above, below) => {
    const pack = asking(fact);
    expect(countedIn(judged({ pack }), standings)).toEqual(above);
    expect(countedIn(judged({ ...cell, pack }), standings)).toEqual(below);
  });

  test("are the leaders where a pack asks for their conduct", () => {
    expect(leadersIn(judged({ pack: asking("leaders-disciplined") }), standings)).toEqual([
      "person:p1",
      "person:p2",
    ]);
    expect(leadersIn(judged({ pack: asking("disciplines") }), standings)).toEqual([]);
  });

  test("are none for a member, whatever is asked of branches", () => {
    const pack = asking("disciplines", "leaders-disciplined", "shortcomings-open");
    const ofMember = { ...member, branch: "b", pack };
    expect(countedIn(judged(ofMember), standings)).toEqual([]);
    expect(leadersIn(judged(ofMember), standings)).toEqual([]);
  });
});

describe("what is counted", () => {
  const counted = (part: object) =>
    [...factsAbout(judged(part), sight)].map(([name, { value, events }]) => [name, value, events]);

  test("of a branch comes with its criteria, and without addresses", () => {
    const pack = asking(
      ...["disciplines", "branches-below", "branches-below-rated", "branches-below-at-lowest"],
      ...["branches-below-disciplined", "leaders-disciplined", "shortcomings-open"],
    );
    expect(counted({ pack })).toEqual([
      ["score", 80, []],
      ["disciplines", 2, []],
      ["branches-below", 2, []],
      ["branches-below-rated", 1, []],
      ["branches-below-at-lowest", 1, []],
      ["branches-below-disciplined", 1, []],
      ["leaders-disciplined", 1, []],
      ["shortcomings-open", 2, []],
    ]);
  });

  test("of the members of a branch is what its base organisation rated", () => {
    const pack = asking("members-rated", "members-at-lowest");
    const base = { baseOrganisation: "b", pack };
    expect(counted({ branch: "c", ...base })).toEqual([
      ["score", 80, []],
      ["members-rated", 4, []],
      ["members-at-lowest", 1, []],
    ]);
    expect(counted({ branch: "d", ...base })).toEqual([
      ["score", 80, []],
      ["members-rated", 0, []],
      ["members-at-lowest", 0, []],
    ]);
    expect(counted({ branch: "c", pack })).toEqual([["score", 80, []]]);
  });

  test("of a member is the own conduct", () => {
    expect(counted({ ...member, pack: shipped })).toEqual([
      ["score", 80, []],
      ["disciplines", 0, []],
      ["exempt", false, []],
      ["suspended", true, []],
    ]);
    expect(counted({ ...member, subject: "p1", pack: shipped })).toEqual([
      ["score", 80, []],
      ["disciplines", 1, []],
      ["exempt", false, []],
      ["suspended", false, []],
    ]);
  });
});

describe("a rating by a pack that asks for one fact", () => {
  const branch = branchLine("CarryInBranch", "2025-01-01");
  const rated = (subject: object, level: string, by = "b"): Line => [
    "AssignRating",
    "2025-12-20",
    { subject, year: 2025, level, by },
  ];
  const lines: readonly Line[] = [
    branch("m", "upper-committee"),
    branch("b", "base-committee", "m"),
    branch("c", "cell", "b"),
    branch("d", "cell", "b"),
    ["CarryInMember", "2025-01-01", { member: "an", branch: "c", status: "official" }],
    ["DisciplineBranch", "2025-06-01", { branch: "c", form: "reprimand" }],
    rated({ branch: "d" }, "failing"),
    rated({ member: "an" }, "failing"),
  ];
  const excellent = async (id: string, by: string, fact: string) => {
    const packs = shippedPacks.map((one): RulePack => (one === shipped ? asking(fact) : one));
    const { handler } = await openDesk({ packs });
    for (const [index, line] of lines.entries()) {
      expect(await handler.handle(commandOf(line, `g${index}`))).toMatchObject({ warnings: [] });
    }
    return handler.handle(commandOf(rated({ branch: id }, "excellent", by), "when"));
  };

  test.each([
    ["c", "b", "disciplines"],
    ["b", "m", "branches-below-rated"],
    ["b", "m", "branches-below-at-lowest"],
    ["b", "m", "branches-below-disciplined"],
    ["c", "b", "members-rated"],
    ["c", "b", "members-at-lowest"],
  ])("of %s, by %s, finds %s", async (id, by, fact) => {
    expect(await excellent(id, by, fact)).toMatchObject({
      refusals: [{ refusal: "ConditionNotMet", facts: { found: [`${fact} = 1`] } }],
    });
  });

  test("does not know what no base organisation above the branch could have rated", async () => {
    expect(await excellent("m", "m", "members-rated")).toMatchObject({ warnings: [] });
  });
});
