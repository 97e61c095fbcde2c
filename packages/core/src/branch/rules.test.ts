import { given, type Line } from "@tongket/testing";
import { describe, expect, test } from "vitest";
import { branchLine } from "../../test/branch-line.ts";
import { CalendarDate } from "../kernel/date.ts";
import { tag } from "../kernel/ids.ts";
import { rulebookOf, shippedPacks } from "../rulebook/index.ts";
import { branchLaw } from "./index.ts";

const branch = branchLine("CarryInBranch", "2012-01-01");
const ministry = branch("ministry", "upper-committee");
const base = branch("base", "base-committee", "ministry");
const cell = branch("cell", "cell", "base");
const tree = [ministry, base, cell];
const day = "2012-06-01";
const dissolved: Line = ["DissolveBranch", "2012-05-01", { branch: "cell" }];
const changed = (id: string, kind: string): Line => ["ChangeBranchKind", day, { branch: id, kind }];
const seat = { person: "an", in: { branch: "base" }, office: "secretary" };

/** One branch by its own law, as if the facts of its timeline were these. */
type Told = readonly [type: string, on: string, data: object];
const judge =
  (...told: readonly Told[]) =>
  ([type, on, data]: Told, ...claims: readonly object[]) => {
    const state = branchLaw.initial(tag("branch", "cell"));
    for (const [name, effectiveOn, its] of told) {
      branchLaw.evolve(state, { type: name, effectiveOn, data: its } as never, []);
    }
    const today = CalendarDate.make(on);
    const rulebook = rulebookOf("vn-party", shippedPacks);
    const event = { type, effectiveOn: today, data } as never;
    return branchLaw.objections(state, event, claims as never, { rulebook, today });
  };
const begun: Told = [
  "BranchCarriedIn",
  "2012-01-01",
  { branch: "cell", kind: "cell", name: "C", parent: "base" },
];
const differs = (stated: unknown, is: unknown) => [
  { refusal: "BranchDiffers", facts: { branch: "cell", stated, is } },
];

describe("a branch that begins", () => {
  test("stands under no branch only if its kind may be the topmost", async () => {
    expect(await given().when(branch("cell", "cell"))).toEqual({
      refused: [{ refusal: "MayNotStandUnder", branch: "cell", kind: "cell", parent: null }],
    });
  });

  test("does not stand under itself", async () => {
    expect(await given().when(branch("ministry", "upper-committee", "ministry"))).toEqual({
      refused: [{ refusal: "WouldCloseRing", branch: "ministry", to: "ministry" }],
    });
  });

  test("is of a kind that its pack names, and stands under no other", async () => {
    expect(await given(ministry).when(branch("club", "club", "ministry"))).toEqual({
      refused: [
        { refusal: "NotInVocabulary", vocabulary: "branchKinds", term: "club" },
        {
          refusal: "MayNotStandUnder",
          ...{ branch: "club", kind: "club", parent: "ministry", parentKind: "upper-committee" },
        },
      ],
    });
  });

  test("obeys the same rules as an opening entry, as do bodies and officers", async () => {
    const body: Line = ["CarryInBody", day, { branch: "base", body: "b", kind: "staff-section" }];
    const officer: Line = ["CarryInOfficer", day, { ...seat, person: "ba" }];
    const lines = [...tree, body, ["AppointOfficer", "2012-02-01", seat] satisfies Line];
    const again: Line = ["CarryInBody", "2012-06-02", body[2]];
    expect(await given(...lines).when(branch("low", "cell", "cell"))).toMatchObject({
      refused: [{ refusal: "MayNotStandUnder", branch: "low", parentKind: "cell" }],
    });
    expect(await given(...lines).when(again)).toEqual({
      refused: [{ refusal: "BodyExists", branch: "base", body: "b" }],
    });
    expect(await given(...lines).when(officer)).toEqual({
      refused: [{ refusal: "OfficeTaken", branch: "base", office: "secretary", holder: "an" }],
    });
  });
});

describe("a branch that was dissolved", () => {
  const lines = [...tree, dissolved];
  const refused = { refused: [{ refusal: "BranchIsDissolved", branch: "cell" }] };

  test.each([
    changed("cell", "section-committee"),
    ["MoveBranch", day, { branch: "cell", to: "ministry" }],
    ["DissolveBranch", day, { branch: "cell" }],
    ["DisciplineBranch", day, { branch: "cell", form: "warning" }],
    ["FormBody", day, { branch: "cell", body: "b", kind: "staff-section" }],
    ["AppointOfficer", day, { ...seat, in: { branch: "cell" } }],
    ["HoldMeeting", day, { meeting: "m", branch: "cell", kind: "regular" }],
  ] satisfies Line[])("%s comes too late", async (...line) => {
    expect(await given(...lines).when(line)).toEqual(refused);
  });

  test("has its facts of the year in which it ended, and none of a later year", async () => {
    const rated = (on: string, year: number): Line => [
      "AssignRating",
      on,
      { subject: { branch: "cell" }, year, by: "base", level: "clean-and-strong" },
    ];
    expect(await given(...lines).when(rated("2013-01-10", 2012))).toMatchObject({
      recorded: [{ type: "RatingAssigned" }],
    });
    expect(await given(...lines).when(rated("2014-01-10", 2013))).toEqual(refused);
    const figure = { branch: "cell", year: 2013, measure: "meetingsHeld", value: { count: 1 } };
    expect(
      await given(...lines).when(["ReportFigure", "2014-01-10", { ...figure, phrase: "một" }]),
    ).toMatchObject({ recorded: [{ type: "FigureReported" }] });
  });
});

describe("what another fact says of a branch", () => {
  const other: Told = ["BranchInspected", day, { branch: "cell" }];
  const claim = (part: object) => ({ of: "branch", branch: "cell", ...part });
  const changedLater: Told = [
    "BranchKindChanged",
    "2012-09-01",
    { branch: "cell", from: "cell", to: "base-cell", parent: "ministry" },
  ];

  test("is that it is there", () => {
    expect(judge()(other, claim({}))).toEqual([
      { refusal: "BranchUnknown", facts: { branch: "cell" } },
    ]);
    expect(judge()(other, claim({ on: "2012-06-01" }))).toEqual([
      { refusal: "BranchUnknown", facts: { branch: "cell" } },
    ]);
    expect(judge(begun)(other, claim({ on: "2011-12-31" }))).toEqual([
      { refusal: "BranchUnknown", facts: { branch: "cell", on: "2011-12-31" } },
    ]);
    expect(judge(begun)(other, claim({ on: "2012-01-01" }))).toEqual([]);
  });

  test("is its kind and the branch above, on the day that the fact names", () => {
    const judged = judge(begun, changedLater);
    expect(judged(other, claim({ kind: "base-cell", parent: "ministry" }))).toEqual([]);
    expect(judged(other, claim({ kind: "cell" }))).toEqual(differs("cell", "base-cell"));
    expect(judged(other, claim({ parent: "base" }))).toEqual(differs("base", "ministry"));
    expect(judged(other, claim({ parent: null }))).toEqual(differs(null, "ministry"));
    const on = "2012-08-31";
    expect(judged(other, claim({ on, kind: "cell", parent: "base" }))).toEqual([]);
    expect(judged(other, claim({ on, kind: "base-cell" }))).toEqual(differs("base-cell", "cell"));
  });

  test("is that nothing stands above it", () => {
    const data = { branch: "cell", kind: "base-cell", name: "C" };
    const judged = judge(["BranchCarriedIn", "2012-01-01", data]);
    expect(judged(other, claim({ parent: null }))).toEqual([]);
    expect(judged(other, claim({ parent: "base" }))).toEqual(differs("base", null));
  });

  test("about another branch, or of its place in the tree, is not this branch's to judge", () => {
    const judged = judge(begun, ["BranchDissolved", "2012-05-01", { branch: "cell" }]);
    const place = { of: "tree", branch: "cell", baseOrganisation: "base", on: "2012-12-31" };
    expect(judged(other, claim({ branch: "other" }), place)).toEqual([]);
  });

  test("is that it holds members, also those yet to come", async () => {
    const admitted: Line = ["AdmitMember", day, { member: "an", branch: "cell", decidedOn: day }];
    const sent: Line = ["TransferMember", day, { member: "an", to: "base" }];
    expect(await given(...tree, admitted).when(sent)).toEqual({
      refused: [{ refusal: "MayNotHoldMembers", branch: "base", kind: "base-committee" }],
    });
    const ofNoKind = judge(["BranchCarriedIn", "2012-01-01", { branch: "cell", kind: "club" }]);
    expect(ofNoKind(other, claim({ members: 1 }))).toEqual([
      { refusal: "MayNotHoldMembers", facts: { branch: "cell", kind: "club" } },
    ]);
  });
});

describe("a change of a branch states how it found it", () => {
  const judged = judge(begun);

  test("a change of its kind", () => {
    const change = (part: object): Told => [
      "BranchKindChanged",
      day,
      { branch: "cell", from: "cell", to: "section-committee", parent: "base", ...part },
    ];
    expect(judged(change({}))).toEqual([]);
    expect(judged(change({ from: "base-cell" }))).toEqual(differs("base-cell", "cell"));
    expect(judged(change({ parent: "ministry" }))).toEqual(differs("ministry", "base"));
    expect(judged(change({ parent: undefined }))).toEqual(differs(null, "base"));
  });

  test("a move", () => {
    const move = (part: object): Told => [
      "BranchMoved",
      day,
      { branch: "cell", kind: "cell", from: "base", to: "ministry", ...part },
    ];
    expect(judged(move({}))).toEqual([]);
    expect(judged(move({ kind: "base-cell" }))).toEqual(differs("base-cell", "cell"));
    expect(judged(move({ from: "upper" }))).toEqual(differs("upper", "base"));
    const topmost = judge(["BranchCarriedIn", "2012-01-01", { branch: "cell", kind: "cell" }]);
    expect(topmost(move({}))).toEqual(differs("base", null));
  });

  test("its dissolution", () => {
    const end = (part: object): Told => [
      "BranchDissolved",
      day,
      { branch: "cell", kind: "cell", parent: "base", ...part },
    ];
    expect(judged(end({}))).toEqual([]);
    expect(judged(end({ kind: "base-cell" }))).toEqual(differs("base-cell", "cell"));
    expect(judged(end({ parent: "ministry" }))).toEqual(differs("ministry", "base"));
  });
});

describe("where a branch may stand", () => {
  test("a branch moves only under a kind that its own may stand under", async () => {
    const second = branch("second", "cell", "ministry");
    const line: Line = ["MoveBranch", day, { branch: "cell", to: "second" }];
    expect(await given(...tree, second).when(line)).toEqual({
      refused: [
        {
          refusal: "MayNotStandUnder",
          ...{ branch: "cell", kind: "cell", parent: "second", parentKind: "cell" },
        },
      ],
    });
  });

  test("the branch that is left has nothing to say against the move", () => {
    const data = { branch: "low", kind: "cell", from: "cell", to: "base" };
    expect(judge(begun)(["BranchMoved", day, data])).toEqual([]);
  });

  test("a kind changes to one that may not be topmost where another branch is above", async () => {
    const unit = branch("unit", "base-cell", "ministry");
    expect(await given(ministry, unit).when(changed("unit", "cell"))).toMatchObject({
      recorded: [{ type: "BranchKindChanged" }],
    });
    expect(await given(ministry).when(changed("ministry", "base-committee"))).toMatchObject({
      recorded: [{ type: "BranchKindChanged" }],
    });
  });

  test("no kind changes while no structure pack is in force, be the branch the topmost", () => {
    const topmost = { branch: "cell", kind: "base-cell", name: "C" };
    const change = { branch: "cell", from: "base-cell", to: "base-committee" };
    const judged = judge(["BranchCarriedIn", "1989-01-01", topmost]);
    expect(judged(["BranchKindChanged", "1989-12-31", change])).toEqual([
      { refusal: "NoStructurePackInForce", facts: { effectiveOn: "1989-12-31" } },
    ]);
  });

  test("of the branches below, those are named that may not stand under the new kind", async () => {
    const lines = [ministry, base, branch("unit", "cell", "ministry")];
    expect(await given(...lines).when(changed("ministry", "base-committee"))).toMatchObject({
      refused: [{ refusal: "MayNotStandUnder", branch: "base" }],
    });
    const below: Told = ["BranchCarriedIn", "2012-01-01", { branch: "low", kind: "club" }];
    const change = { branch: "cell", from: "cell", to: "section-committee", parent: "base" };
    expect(judge(begun, below)(["BranchKindChanged", day, change])).toMatchObject([
      { refusal: "MayNotStandUnder", facts: { branch: "low", kind: "club" } },
    ]);
  });
});

test("an office is a word of the pack, and one that nobody holds has no officer", async () => {
  const office: Line = ["AppointOfficer", day, { ...seat, office: "treasurer" }];
  expect(await given(...tree).when(office)).toEqual({
    refused: [{ refusal: "NotInVocabulary", vocabulary: "offices", term: "treasurer" }],
  });
  expect(await given(...tree).when(["ReleaseOfficer", day, seat])).toMatchObject({
    refused: [{ refusal: "HoldsNoSuchSeat" }, { refusal: "HoldsNoSuchOffice", person: "an" }],
  });
});
