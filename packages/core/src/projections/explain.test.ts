import { commandOf, type Line, openDesk } from "@tongket/testing";
import { describe, expect, test } from "vitest";
import { explain, explainTarget } from "../explain.ts";
import { Instant } from "../kernel/date.ts";
import type { Horizon } from "../log/effective.ts";
import { rulebookFor } from "../log/rulebook-for.ts";
import { openLedger } from "../open-ledger.ts";
import { readBooks } from "../read-books.ts";
import { shippedPacks } from "../rulebook/packs/shipped.ts";
import type { ExplainedBranch, ExplainedPart, Explanation } from "./explanation.ts";
import { viewYear } from "./year-view.ts";

const branch = (id: string, kind: string, parent?: string): Line => [
  "CarryInBranch",
  "2010-01-01",
  { branch: id, kind, name: `Name of ${id}`, ...(parent === undefined ? {} : { parent }) },
];
const admit = (member: string, at: string): Line => [
  "AdmitMember",
  "2012-06-01",
  { member, branch: at, decidedOn: "2012-05-20" },
];
const inspect = (of: string, by: string, kind = "inspection", turn = 1): Line => [
  "InspectBranch",
  "2012-07-01",
  { inspection: `${kind}-${of}-${by}-${turn}`, branch: of, by, kind, mode: "regular" },
];

/** Positions 1 to 5. */
const tree: readonly Line[] = [
  branch("m", "upper-committee"),
  branch("a", "base-committee", "m"),
  branch("b", "base-committee", "m"),
  branch("a1", "cell", "a"),
  branch("b1", "cell", "b"),
];

/** Reversals are recorded in 2030, all else a year before. */
const deskWith = async (lines: readonly Line[]) => {
  const { handler, store } = await openDesk({ now: "2029-06-01T00:00:00.000Z" });
  const later = await openLedger(store, { now: () => Instant.make("2030-01-01T00:00:00.000Z") });
  for (const [at, line] of lines.entries()) {
    const clerk = line[0] === "ReverseEvent" ? later : handler;
    const outcome = await clerk.handle(commandOf(line, `c${at}`));
    expect(outcome, JSON.stringify(line)).toMatchObject({ outcome: "Recorded" });
  }
  const viewOf = async (id: string, horizon: Horizon) => {
    const books = await readBooks(store, horizon);
    const rulebook = await rulebookFor(store, shippedPacks);
    return viewYear({ books, rulebook, branch: id as never, year: 2012, ...horizon });
  };
  return {
    figure: async (measure: string, of = "m", horizon: Horizon = {}): Promise<Explanation> => {
      const explained = await explain(store, { view: await viewOf(of, horizon), horizon, measure });
      if (explained === undefined) throw new Error(`no figure ${measure}`);
      return explained;
    },
    target: async (target: string) => explainTarget(store, { view: await viewOf("m", {}), target }),
    none: async (measure: string) => explain(store, { view: await viewOf("m", {}), measure }),
  };
};

/** `m 2 (0 itself)` and what stands below, each with one space more. */
const rows = ({ branch: id, total, own, children }: ExplainedBranch): readonly string[] => [
  `${id} ${total} (${own} itself)`,
  ...children.flatMap(rows).map((row) => ` ${row}`),
];

/** `6.0 MemberAdmitted a1 admissions +1`; a standing fact tells what it makes. */
const eventsOf = ({ events }: ExplainedPart): readonly string[] =>
  events.map(({ address, type, makes, postings }) =>
    [
      address,
      type,
      ...postings.map(({ branch: at, measure, subject, amount }) =>
        [at, measure, subject, amount > 0 ? `+${amount}` : amount].filter(Boolean).join(" "),
      ),
      ...(makes === undefined ? [] : [makes]),
    ].join(" "),
  );

const partsOf = (explanation: Explanation) =>
  Object.fromEntries(explanation.parts.map((part) => [part.part, eventsOf(part)]));

describe("a count", () => {
  test("goes by sub-totals over the tree to the events, and to who recorded them", async () => {
    const { figure } = await deskWith([
      ...tree,
      admit("p", "a1"),
      admit("q", "a1"),
      admit("r", "b1"),
    ]);
    const explained = await figure("membersAdmitted");
    const [part] = explained.parts;
    expect(explained.value).toEqual({ is: "count", count: 3 });
    expect(part && rows(part.branches)).toEqual([
      "m 3 (0 itself)",
      " a 2 (0 itself)",
      "  a1 2 (2 itself)",
      " b 1 (0 itself)",
      "  b1 1 (1 itself)",
    ]);
    expect(partsOf(explained)).toEqual({
      count: [
        "6.0 MemberAdmitted a1 admissions +1",
        "7.0 MemberAdmitted a1 admissions +1",
        "8.0 MemberAdmitted b1 admissions +1",
      ],
    });
    expect(part?.events[0]).toMatchObject({
      actor: "clerk",
      effectiveOn: "2012-06-01",
      branch: "a1",
    });
  });

  test("a reversed event is not listed, unless the reversal is not known yet", async () => {
    const { figure } = await deskWith([
      ...tree,
      admit("p", "a1"),
      admit("q", "a1"),
      ["ReverseEvent", "2012-06-02", { target: "6.0", reason: "typed twice" }],
    ]);
    expect(partsOf(await figure("membersAdmitted"))).toEqual({
      count: ["7.0 MemberAdmitted a1 admissions +1"],
    });
    const before = { knownAt: "2029-12-31T00:00:00.000Z" as never };
    const hidden = await figure("membersAdmitted", "m", before);
    expect(partsOf(hidden)).toEqual({
      count: ["6.0 MemberAdmitted a1 admissions +1", "7.0 MemberAdmitted a1 admissions +1"],
    });
    expect(hidden.parts[0]?.events[0]).toMatchObject({ reversedBy: "8.0" });
  });

  test("what was taken back shows both entries, and comes to 0", async () => {
    const { figure } = await deskWith([
      ...tree,
      admit("p", "a1"),
      ["AnnulAdmission", "2013-02-01", { member: "p", reason: "wrong" }],
    ]);
    const explained = await figure("membersAdmitted");
    expect(explained.value).toEqual({ is: "count", count: 0 });
    expect(partsOf(explained)).toEqual({
      count: ["6.0 MemberAdmitted a1 admissions +1", "7.0 AdmissionAnnulled a1 admissions -1"],
    });
  });

  test("of nothing recorded says what is missing", async () => {
    const { figure } = await deskWith(tree);
    expect(await figure("membersAdmitted")).toMatchObject({
      value: { is: "unknown" },
      missing: "admissions",
      parts: [{ amount: 0, events: [] }],
    });
    expect((await figure("inspectionsHeld")).rules).toEqual([]);
  });

  test("of no measure is what a document reports of it, or no figure at all", async () => {
    const reported = { branch: "m", year: 2012, measure: "boatsBuilt", value: { count: 3 } };
    const { figure, none } = await deskWith([
      ...tree,
      ["ReportFigure", "2012-12-31", { ...reported, phrase: "three boats" }],
    ]);
    expect(await figure("boatsBuilt")).toMatchObject({
      value: { is: "unknown" },
      missing: "measure",
      reported: [{ value: { count: 3 }, phrase: "three boats", address: "6.0" }],
    });
    expect(await none("shipsBuilt")).toBeUndefined();
  });
});

describe("a share", () => {
  const rate = (subject: string, level: string): Line => [
    "AssignRating",
    "2012-12-20",
    { subject: { branch: subject }, year: 2012, level, by: "m" },
  ];
  const revise = (subject: string, level: string): Line => [
    "ReviseRating",
    "2012-12-21",
    { subject: { branch: subject }, year: 2012, level, by: "m", reason: "x" },
  ];

  test("lists a revision only where it moves a part, and the rules that took part", async () => {
    const { figure } = await deskWith([
      ...tree,
      rate("a", "completed"),
      rate("b", "weak"),
      revise("a", "clean-and-strong"),
      revise("b", "completed"),
    ]);
    const explained = await figure("baseOrganisationsAtTop");
    expect(explained.value).toEqual({ is: "share", num: 1, den: 2 });
    expect(partsOf(explained)).toEqual({
      numerator: ["8.0 RatingRevised a rated +1"],
      denominator: ["6.0 RatingAssigned a rated +1", "7.0 RatingAssigned b rated +1"],
    });
    expect(explained.rules).toEqual([
      expect.objectContaining({
        pack: "2011-07-hd-btctw",
        parameter: "branchLevels",
        verification: "secondary",
      }),
    ]);
  });

  test("of cells: those the committee itself saw, over those standing under it", async () => {
    const { figure } = await deskWith([
      ...tree,
      inspect("a1", "a"),
      inspect("a1", "a", "inspection", 2),
      inspect("a1", "a", "supervision"),
      inspect("b1", "m", "inspection"),
      ["MoveBranch", "2012-08-01", { branch: "b1", to: "a" }],
    ]);
    const explained = await figure("cellsInspectedAndSupervised");
    expect(explained.value).toEqual({ is: "share", num: 1, den: 2 });
    expect(partsOf(explained)).toEqual({
      numerator: [
        "6.0 BranchInspected a inspected inspection a1 +1",
        "7.0 BranchInspected a inspected inspection a1 +1",
        "8.0 BranchInspected a inspected supervision a1 +1",
      ],
      denominator: [
        "1.0 BranchCarriedIn branch",
        "2.0 BranchCarriedIn branch",
        "4.0 BranchCarriedIn branch",
        "5.0 BranchCarriedIn branch",
        "10.0 BranchMoved place",
      ],
    });
    expect(explained.parts.map(({ branches }) => rows(branches))).toEqual([
      ["m 1 (0 itself)", " a 1 (1 itself)"],
      ["m 2 (0 itself)", " a 2 (2 itself)"],
    ]);
  });

  test("of 0 shows by a witness that such facts were recorded at all", async () => {
    const { figure } = await deskWith([...tree, inspect("b1", "b")]);
    const explained = await figure("cellsInspectedOrSupervised", "a");
    expect(explained.value).toEqual({ is: "share", num: 0, den: 1 });
    expect(explained.witness).toMatchObject({ address: "6.0", type: "BranchInspected" });
    expect((await figure("cellsInspectedOrSupervised", "b")).witness).toBeUndefined();
  });

  test("of secretaries: one person in two cells counts once, wherever trained", async () => {
    const appoint = (person: string, cell: string): Line => [
      "AppointOfficer",
      "2012-02-01",
      { person, in: { branch: cell }, office: "secretary" },
    ];
    const { figure } = await deskWith([
      ...tree,
      appoint("p", "a1"),
      appoint("p", "b1"),
      ["CompleteTraining", "2012-03-01", { person: "p", course: "awareness", branch: "m" }],
    ]);
    const explained = await figure("cellSecretariesTrained/awareness");
    expect(explained.value).toEqual({ is: "share", num: 1, den: 1 });
    expect(partsOf(explained)["numerator"]).toEqual([
      "8.0 TrainingCompleted m trained awareness p +1",
    ]);
    expect(partsOf(explained)["denominator"]).toEqual([
      ...["1.0", "2.0", "3.0", "4.0", "5.0"].map((address) => `${address} BranchCarriedIn branch`),
      "6.0 OfficerAppointed officer",
      "7.0 OfficerAppointed officer",
    ]);
    expect(explained.parts[1] && rows(explained.parts[1].branches)).toEqual([
      "m 1 (0 itself)",
      " a 1 (0 itself)",
      "  a1 1 (1 itself)",
      " b 1 (0 itself)",
      "  b1 1 (1 itself)",
    ]);
  });
});

describe("a target", () => {
  const set = (target: string, measure: string, scope: string, goal: object): Line => [
    "SetTarget",
    "2012-01-05",
    { target, committee: "m", year: 2012, measure, scope, goal, text: `text of ${target}` },
  ];
  const half = { op: ">", value: { num: 1, den: 2 } };

  test("tells goal, actual and verdict, and each committee that fails by its name", async () => {
    const { target } = await deskWith([
      ...tree,
      set("t", "cellsInspectedOrSupervised", "each", half),
      inspect("a1", "a"),
    ]);
    const explained = await target("t");
    expect(explained?.target).toMatchObject({ goal: half, scope: "each", verdict: "fail" });
    const failing = explained?.target.each.filter(({ verdict }) => verdict === "fail");
    expect(failing).toMatchObject([{ branch: "b", name: "Name of b" }]);
    expect(explained?.target.events.map(({ address }) => address)).toEqual(["6.0"]);
    expect(explained?.figure.value).toEqual({ is: "share", num: 1, den: 2 });
    expect(await target("u")).toBeUndefined();
  });

  test("that no count decides is explained by what is missing", async () => {
    const { target } = await deskWith([...tree, set("t", "declared", "aggregate", half)]);
    expect(await target("t")).toMatchObject({
      target: { verdict: "unknown" },
      figure: { missing: "evidence", parts: [] },
    });
  });
});
