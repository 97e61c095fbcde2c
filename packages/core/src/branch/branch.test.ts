import { given, type Line } from "@tongket/testing";
import { describe, expect, test } from "vitest";
import { branchLine } from "../../test/branch-line.ts";
import { CalendarDate } from "../kernel/date.ts";
import type { DomainEvent } from "../kernel/event.ts";
import { BranchId } from "../kernel/ids.ts";
import { rulebookOf, shippedPacks } from "../rulebook/index.ts";
import { voteRefusals } from "../rulebook/vote-objections.ts";
import { treeTag } from "./events.ts";
import { type BranchRefusal, branchRefusals, treeLaw } from "./index.ts";

const branch = branchLine("EstablishBranch", "2012-01-01");
const ministry = branch("ministry", "upper-committee");
const upper = branch("upper", "upper-committee", "ministry");
const base = branch("base", "base-committee", "ministry");
const cell = branch("cell", "cell", "base");
const tree = [ministry, upper, base, cell];

const renamed = (id: string, name: string, on = "2012-03-01"): Line => [
  "RenameBranch",
  on,
  { branch: id, name },
];
const changed = (id: string, kind: string, on = "2012-03-01"): Line => [
  "ChangeBranchKind",
  on,
  { branch: id, kind },
];
const moved = (id: string, to: string, on = "2012-03-01"): Line => [
  "MoveBranch",
  on,
  { branch: id, to },
];
const named = (id: string, superior = "province", on = "2012-03-01"): Line => [
  "NameSuperior",
  on,
  { branch: id, superior: { ledger: "tree", branch: superior } },
];
const dissolved = (id: string, on = "2012-03-01"): Line => ["DissolveBranch", on, { branch: id }];
const admitted = (member: string, to: string, on = "2012-02-01"): Line => [
  "AdmitMember",
  on,
  { member, branch: to, decidedOn: on },
];
const formed = (body: string, on = "2012-02-01", kind = "standing-committee"): Line => [
  "FormBody",
  on,
  { branch: "base", body, kind },
];
const seat = { person: "an", in: { branch: "base" }, office: "secretary" };
const appointed = (part: object = {}, on = "2012-02-01"): Line => [
  "AppointOfficer",
  on,
  { ...seat, ...part },
];
const released = (part: object = {}, on = "2012-03-01"): Line => [
  "ReleaseOfficer",
  on,
  { ...seat, ...part },
];
const inspected = (by: string): Line => [
  "InspectBranch",
  "2012-06-01",
  { inspection: "i1", branch: "cell", by, kind: "inspection", mode: "thematic" },
];
const reversed = (target: string): Line => [
  "ReverseEvent",
  "2012-12-01",
  { target, reason: "nhầm" },
];

interface Example {
  readonly says: string;
  readonly given: readonly Line[];
  readonly when: Line;
  readonly refused: readonly object[];
}

/** Shown below, and in votes.test.ts. */
type Shown = "BaseOrganisationDiffers" | (typeof voteRefusals)[number];
const examples: Record<Exclude<BranchRefusal, Shown>, Example> = {
  BranchExists: {
    says: "a branch begins once",
    given: tree,
    when: branch("cell", "cell", "ministry", "2012-03-01"),
    refused: [{ refusal: "BranchExists", branch: "cell" }],
  },
  BranchUnknown: {
    says: "nothing happens to a branch before it was there",
    given: tree,
    when: renamed("cell", "Chi bộ", "2011-12-31"),
    refused: [{ refusal: "BranchUnknown", branch: "cell" }],
  },
  BranchIsDissolved: {
    says: "nothing happens to a branch after it was dissolved",
    given: [...tree, dissolved("cell")],
    when: renamed("cell", "Chi bộ", "2012-03-02"),
    refused: [{ refusal: "BranchIsDissolved", branch: "cell" }],
  },
  BranchDiffers: {
    says: "a move dated before a recorded one takes the branch from where that one found it",
    given: [...tree, moved("cell", "upper", "2012-06-01")],
    when: moved("cell", "ministry", "2012-05-01"),
    refused: [
      { refusal: "ContradictsLater", events: ["5.0 BranchMoved"], because: ["BranchDiffers"] },
    ],
  },
  StandsNotAbove: {
    says: "a committee inspects what stands below it",
    given: tree,
    when: inspected("upper"),
    refused: [{ refusal: "StandsNotAbove", branch: "cell", by: "upper" }],
  },
  BranchHasThatName: {
    says: "a branch is renamed to another name",
    given: tree,
    when: renamed("cell", "cell"),
    refused: [{ refusal: "BranchHasThatName", branch: "cell" }],
  },
  HasBranchAbove: {
    says: "only a branch with none above it has its superior in another ledger",
    given: tree,
    when: named("base"),
    refused: [{ refusal: "HasBranchAbove", branch: "base", parent: "ministry" }],
  },
  BranchHasThatKind: {
    says: "a kind is changed to another kind",
    given: tree,
    when: changed("cell", "cell"),
    refused: [{ refusal: "BranchHasThatKind", branch: "cell", kind: "cell" }],
  },
  BranchStandsThere: {
    says: "a branch moves to another branch than the one above it",
    given: tree,
    when: moved("cell", "base"),
    refused: [{ refusal: "BranchStandsThere", branch: "cell", parent: "base" }],
  },
  MayNotStandUnder: {
    says: "a kind of branch stands only under the kinds that its pack names",
    given: tree,
    when: branch("below", "cell", "cell", "2012-03-01"),
    refused: [
      {
        refusal: "MayNotStandUnder",
        branch: "below",
        kind: "cell",
        parent: "cell",
        parentKind: "cell",
      },
    ],
  },
  MayNotHoldMembers: {
    says: "members belong to cells, not to committees",
    given: tree,
    when: admitted("an", "base"),
    refused: [{ refusal: "MayNotHoldMembers", branch: "base", kind: "base-committee" }],
  },
  HasMembers: {
    says: "a branch with members is not dissolved",
    given: [...tree, admitted("an", "cell"), admitted("binh", "cell")],
    when: dissolved("cell"),
    refused: [{ refusal: "HasMembers", branch: "cell", members: 2 }],
  },
  AwaitsMembers: {
    says: "a branch to which a member is on the way is not dissolved",
    given: [
      ...tree,
      [
        "EstablishBranch",
        "2012-01-01",
        { branch: "other", kind: "cell", name: "X", parent: "base" },
      ],
      admitted("an", "other"),
      ["TransferMember", "2012-02-02", { member: "an", to: "cell" }],
    ],
    when: dissolved("cell"),
    refused: [{ refusal: "AwaitsMembers", branch: "cell", members: 1 }],
  },
  HasBranchesBelow: {
    says: "a branch with branches below it is not dissolved",
    given: tree,
    when: dissolved("base"),
    refused: [{ refusal: "HasBranchesBelow", branch: "base", below: ["cell"] }],
  },
  HasOfficers: {
    says: "a branch with officers is not dissolved",
    given: [ministry, base, appointed(), appointed({ office: "committee-member" })],
    when: dissolved("base"),
    refused: [{ refusal: "HasOfficers", branch: "base", persons: ["an"] }],
  },
  BodyExists: {
    says: "a body is formed once",
    given: [...tree, formed("btv")],
    when: formed("btv", "2012-03-01"),
    refused: [{ refusal: "BodyExists", branch: "base", body: "btv" }],
  },
  BodyUnknown: {
    says: "an office of a body needs the body",
    given: [...tree, formed("btv")],
    when: appointed({ in: { branch: "base", body: "ubkt" } }),
    refused: [{ refusal: "BodyUnknown", branch: "base", body: "ubkt" }],
  },
  OfficeTaken: {
    says: "one person at a time is secretary",
    given: [...tree, appointed()],
    when: appointed({ person: "binh" }, "2012-03-01"),
    refused: [{ refusal: "OfficeTaken", branch: "base", office: "secretary", holder: "an" }],
  },
  HoldsOfficeAlready: {
    says: "an officer is not appointed again to the office held",
    given: [...tree, appointed()],
    when: appointed({}, "2012-03-01"),
    refused: [
      { refusal: "HoldsThatSeat", person: "an", office: "secretary" },
      { refusal: "HoldsOfficeAlready", person: "an", office: "secretary" },
    ],
  },
  HoldsNoSuchOffice: {
    says: "only who holds an office is released from it",
    given: [...tree, appointed()],
    when: released({ person: "binh" }),
    refused: [
      { refusal: "HoldsNoSuchSeat", person: "binh", office: "secretary" },
      { refusal: "HoldsNoSuchOffice", person: "binh", office: "secretary" },
    ],
  },
  WouldCloseRing: {
    says: "a branch does not move under its own subtree",
    given: [...tree, branch("lower", "upper-committee", "upper")],
    when: moved("upper", "lower"),
    refused: [{ refusal: "WouldCloseRing", branch: "upper", to: "lower" }],
  },
  NotInVocabulary: {
    says: "the kind of a body is a word of the structure pack in force",
    given: tree,
    when: formed("chess", "2012-03-01", "club"),
    refused: [{ refusal: "NotInVocabulary", vocabulary: "bodyKinds", term: "club" }],
  },
  NoStructurePackInForce: {
    says: "a branch begins under a structure pack",
    given: [],
    when: branch("ministry", "upper-committee", undefined, "1989-12-31"),
    refused: [{ refusal: "NoStructurePackInForce", effectiveOn: "1989-12-31" }],
  },
};

for (const [refusal, { says, given: lines, when, refused }] of Object.entries(examples)) {
  test(`${refusal}: ${says}`, async () => {
    expect(JSON.stringify(refused)).toContain(refusal);
    expect(await given(...lines).when(when)).toEqual({ refused });
  });
}

test("BaseOrganisationDiffers: a fact names the nearest base organisation at or above it", () => {
  const state = treeLaw.initial(treeTag);
  const day = CalendarDate.make("2012-06-01");
  for (const [, on, data] of tree) {
    const event = { type: "BranchEstablished", effectiveOn: on, data } as unknown as DomainEvent;
    treeLaw.evolve(state, event as never, []);
  }
  const judged = (id: string, baseOrganisation: string | null) =>
    treeLaw.objections(
      state,
      { type: "RatingAssigned", effectiveOn: day } as never,
      [
        {
          of: "tree",
          branch: BranchId.make(id),
          baseOrganisation: baseOrganisation === null ? null : BranchId.make(baseOrganisation),
          on: day,
        },
      ],
      { rulebook: rulebookOf("vn-party", shippedPacks), today: day },
    );
  expect(judged("cell", "base")).toEqual([]);
  expect(judged("base", "base")).toEqual([]);
  expect(judged("upper", null)).toEqual([]);
  expect(judged("cell", "cell")).toEqual([
    {
      refusal: "BaseOrganisationDiffers",
      facts: { branch: "cell", stated: "cell", is: "base" },
    },
  ]);
});

test("every refusal of the slice has its example", () => {
  const shown = [...Object.keys(examples), "BaseOrganisationDiffers", ...voteRefusals];
  expect(shown.toSorted()).toEqual(branchRefusals.toSorted());
});

describe("what may happen to a branch", () => {
  test("a tree is established, carried in and changed in one commit", async () => {
    const outcome = await given().when(
      ministry,
      [
        "CarryInBranch",
        "2012-01-01",
        { branch: "base", kind: "base-cell", name: "Cũ", parent: "ministry", inferred: true },
      ],
      renamed("base", "Mới"),
      ["DisciplineBranch", "2012-03-01", { branch: "base", form: "reprimand" }],
      changed("base", "base-committee"),
      branch("cell", "cell", "base", "2012-03-01"),
      moved("cell", "ministry", "2012-04-01"),
      dissolved("base", "2012-04-01"),
    );
    expect(outcome).toMatchObject({
      recorded: [
        { type: "BranchEstablished" },
        { type: "BranchCarriedIn" },
        { type: "BranchRenamed", data: { branch: "base", name: "Mới" } },
        { type: "BranchDisciplined", data: { form: "reprimand" } },
        {
          type: "BranchKindChanged",
          data: { from: "base-cell", to: "base-committee", parent: "ministry" },
        },
        { type: "BranchEstablished" },
        { type: "BranchMoved", data: { kind: "cell", from: "base", to: "ministry" } },
        { type: "BranchDissolved", data: { kind: "base-committee", parent: "ministry" } },
      ],
    });
  });

  test("the superior of the branch at the top, in another ledger: the last one named", async () => {
    const outcome = await given(...tree).when(
      named("ministry", "province"),
      named("ministry", "district"),
      named("ministry", "province"),
    );
    const superior = (id: string) => ({
      type: "SuperiorNamed",
      data: { branch: "ministry", superior: { ledger: "tree", branch: id } },
    });
    expect(outcome).toMatchObject({
      recorded: [superior("province"), superior("district"), superior("province")],
    });
    expect(await given(...tree).when(named("nowhere"))).toMatchObject({
      refused: [{ refusal: "BranchUnknown", branch: "nowhere" }],
    });
    expect(await given(ministry, dissolved("ministry")).when(named("ministry"))).toMatchObject({
      refused: [{ refusal: "BranchIsDissolved", branch: "ministry" }],
    });
  });

  test("bodies and offices: carried in, appointed, released", async () => {
    const body = { branch: "base", body: "btv" };
    const outcome = await given(...tree).when(
      formed("btv"),
      appointed(),
      appointed({ in: body, office: "standing-member" }),
      appointed({ person: "binh", in: body, office: "standing-member" }),
      ["CarryInOfficer", "2012-02-01", { ...seat, in: { external: "Đảng ủy Khối" } }],
      released(),
      appointed({ person: "binh" }, "2012-03-01"),
    );
    expect(outcome).toMatchObject({
      recorded: [
        { type: "BodyFormed", data: { body: "btv" } },
        { type: "OfficerAppointed", data: { person: "an", office: "secretary" } },
        { type: "OfficerAppointed", data: { person: "an", office: "standing-member" } },
        { type: "OfficerAppointed", data: { person: "binh", office: "standing-member" } },
        { type: "OfficerCarriedIn", data: { in: { external: "Đảng ủy Khối" } } },
        { type: "OfficerReleased", data: { person: "an", office: "secretary" } },
        { type: "OfficerAppointed", data: { person: "binh", office: "secretary" } },
      ],
    });
  });

  test("of one commit none stands when one is refused", async () => {
    const outcome = await given(...tree).when(renamed("cell", "Mới"), moved("cell", "base"));
    expect(outcome).toMatchObject({ refused: [{ refusal: "BranchStandsThere" }] });
  });

  test("a branch is dissolved on the day its last member, officer and branch left", async () => {
    const outcome = await given(
      ...tree,
      admitted("an", "cell"),
      appointed({ person: "binh", in: { branch: "cell" } }),
    ).when(
      ["RemoveMember", "2012-03-01", { member: "an", reason: "resigned" }],
      released({ person: "binh", in: { branch: "cell" } }),
      dissolved("cell"),
      dissolved("base"),
    );
    expect(outcome).toMatchObject({
      recorded: [
        { type: "MemberLeft" },
        { type: "OfficerReleased" },
        { type: "BranchDissolved", data: { branch: "cell" } },
        { type: "BranchDissolved", data: { branch: "base" } },
      ],
    });
  });
});

describe("the kind of a branch", () => {
  test("changes only to one that may stand where the branch stands", async () => {
    expect(await given(...tree).when(changed("cell", "base-cell"))).toEqual({
      refused: [
        {
          refusal: "MayNotStandUnder",
          branch: "cell",
          kind: "base-cell",
          parent: "base",
          parentKind: "base-committee",
        },
      ],
    });
    expect(await given(ministry).when(changed("ministry", "cell"))).toEqual({
      refused: [{ refusal: "MayNotStandUnder", branch: "ministry", kind: "cell", parent: null }],
    });
  });

  test("changes only to one under which the branches below may stand", async () => {
    expect(await given(...tree).when(changed("base", "base-cell"))).toEqual({
      refused: [
        {
          refusal: "MayNotStandUnder",
          branch: "cell",
          kind: "cell",
          parent: "base",
          parentKind: "base-cell",
        },
      ],
    });
  });

  test("grows into one that holds no members: its own go to the branches made below", async () => {
    const lines = [ministry, branch("unit", "base-cell", "ministry"), admitted("an", "unit")];
    const sent: Line = ["TransferMember", "2012-03-01", { member: "an", to: "new" }];
    const received: Line = ["ReceiveMember", "2012-03-01", { member: "an", to: "new" }];
    const made = branch("new", "cell", "unit", "2012-03-01");
    const grown = changed("unit", "base-committee");
    const outcome = await given(...lines).when(grown, made, sent, received);
    const warned = [{ refusal: "HasMembers", branch: "unit", members: 1, kind: "base-committee" }];
    expect(outcome).toMatchObject({
      recorded: [
        { type: "BranchKindChanged" },
        { type: "BranchEstablished" },
        { type: "MemberTransferred" },
        { type: "MemberReceived" },
      ],
      warned,
    });
    expect(await given(...lines).when(grown)).toMatchObject({ warned });
    const gone = await given(...lines, grown, made, sent).when(received);
    expect(gone).not.toHaveProperty("warned");
  });

  test("that holds no members any more takes none in, and awaited none by then", async () => {
    const unit = [ministry, branch("unit", "base-cell", "ministry"), admitted("an", "unit")];
    const grown = changed("unit", "base-committee");
    const held = { refused: [expect.objectContaining({ refusal: "MayNotHoldMembers" })] };
    expect(await given(...unit, grown).when(admitted("binh", "unit", "2012-03-02"))).toEqual(held);
    const sent: Line = ["TransferMember", "2012-02-02", { member: "chi", to: "unit" }];
    const elsewhere = [branch("other", "cell", "ministry"), admitted("chi", "other")];
    expect(await given(...unit, ...elsewhere, sent).when(grown)).toEqual({
      refused: [{ refusal: "AwaitsMembers", branch: "unit", members: 1 }],
    });
    expect(await given(...unit, ...elsewhere, grown).when(sent)).toMatchObject({
      refused: [{ refusal: "ContradictsLater", because: ["AwaitsMembers"] }],
    });
  });

  test("is one of the pack", async () => {
    expect(await given(ministry).when(changed("ministry", "club"))).toEqual({
      refused: [{ refusal: "NotInVocabulary", vocabulary: "branchKinds", term: "club" }],
    });
  });

  test("of a branch that is not there is not changed, nor is it moved or dissolved", async () => {
    const refused = { refused: [{ refusal: "BranchUnknown", branch: "nowhere" }] };
    expect(await given(...tree).when(changed("nowhere", "cell"))).toEqual(refused);
    expect(await given(...tree).when(moved("nowhere", "base"))).toEqual(refused);
    expect(await given(...tree).when(dissolved("nowhere"))).toEqual(refused);
  });
});

describe("where a branch stands", () => {
  test("a branch does not move under itself, nor the topmost one under another", async () => {
    expect(await given(...tree).when(moved("upper", "upper"))).toEqual({
      refused: [{ refusal: "WouldCloseRing", branch: "upper", to: "upper" }],
    });
    expect(await given(...tree).when(moved("ministry", "upper"))).toMatchObject({
      refused: [{ refusal: "MayNotStandUnder", branch: "ministry", parent: "upper" }],
    });
  });

  test("a move dated before another closes no ring with it", async () => {
    const second = branch("second", "upper-committee", "ministry");
    const outcome = await given(...tree, second, moved("second", "upper", "2012-06-01")).when(
      moved("upper", "second", "2012-05-01"),
    );
    expect(outcome).toEqual({
      refused: [
        { refusal: "ContradictsLater", events: ["6.0 BranchMoved"], because: ["WouldCloseRing"] },
      ],
    });
  });

  test("a branch and the one above it are exchanged by steps in one commit", async () => {
    const lower = branch("lower", "upper-committee", "upper");
    const outcome = await given(ministry, upper, lower).when(
      moved("lower", "ministry"),
      moved("upper", "lower"),
    );
    expect(outcome).toMatchObject({
      recorded: [{ data: { branch: "lower" } }, { data: { branch: "upper", from: "ministry" } }],
    });
  });
});

describe("facts recorded late", () => {
  test("are accepted where they leave what was recorded lawful", async () => {
    const lines = [...tree, dissolved("cell", "2012-06-01")];
    expect(await given(...lines).when(renamed("cell", "Chi bộ", "2012-05-31"))).toMatchObject({
      recorded: [{ effectiveOn: "2012-05-31" }],
    });
    expect(
      await given(...lines).when(branch("second", "cell", "base", "2012-02-01")),
    ).toMatchObject({ recorded: [{ type: "BranchEstablished" }] });
  });

  test("do not begin below a branch that was dissolved since", async () => {
    const outcome = await given(ministry, base, dissolved("base", "2012-06-01")).when(
      branch("cell", "cell", "base", "2012-02-01"),
    );
    expect(outcome).toEqual({
      refused: [
        {
          refusal: "ContradictsLater",
          events: ["3.0 BranchDissolved"],
          because: ["HasBranchesBelow"],
        },
      ],
    });
  });

  test("do not take an office that was given since", async () => {
    const outcome = await given(...tree, appointed({}, "2012-06-01")).when(
      appointed({ person: "binh" }, "2012-05-01"),
    );
    expect(outcome).toMatchObject({
      refused: [{ refusal: "ContradictsLater", because: ["OfficeTaken"] }],
    });
  });

  test("are accepted with what makes them lawful in the same commit", async () => {
    const outcome = await given(...tree, appointed({}, "2012-06-01")).when(
      appointed({ person: "binh" }, "2012-05-01"),
      released({ person: "binh" }, "2012-05-31"),
    );
    expect(outcome).toMatchObject({
      recorded: [{ type: "OfficerAppointed" }, { type: "OfficerReleased" }],
    });
  });
});

describe("reversals", () => {
  test("a branch is not reversed under what happened in it", async () => {
    const outcome = await given(...tree, admitted("an", "cell")).when(reversed("3.0"));
    expect(outcome).toEqual({
      refused: [
        {
          refusal: "HasDependants",
          events: ["4.0 BranchEstablished"],
          because: ["BranchUnknown"],
        },
      ],
    });
  });

  test("a branch is reversed together with all that happened in it", async () => {
    const outcome = await given(...tree, admitted("an", "cell")).when(
      reversed("3.0"),
      reversed("4.0"),
      reversed("5.0"),
    );
    expect(outcome).toMatchObject({
      recorded: [
        { type: "EventReversed", effectiveOn: "2012-01-01" },
        { type: "EventReversed" },
        { type: "EventReversed", effectiveOn: "2012-02-01" },
      ],
    });
  });

  test("a dissolution reversed lets the branch live on", async () => {
    const outcome = await given(...tree, dissolved("cell")).when(
      reversed("5.0"),
      admitted("an", "cell", "2012-04-01"),
    );
    expect(outcome).toMatchObject({
      recorded: [{ type: "EventReversed" }, { type: "MemberAdmitted" }],
    });
  });

  test("what was reversed once is not reversed again", async () => {
    const lines = [...tree, dissolved("cell"), reversed("5.0")];
    expect(await given(...lines).when(reversed("5.0"))).toMatchObject({
      refused: [{ refusal: "AlreadyReversed", target: "5.0", type: "BranchDissolved" }],
    });
    expect(await given(...lines).when(reversed("6.0"))).toMatchObject({
      refused: [{ refusal: "MayNotBeReversed", target: "6.0", type: "EventReversed" }],
    });
    expect(await given(...lines).when(reversed("99.0"))).toMatchObject({
      refused: [{ refusal: "UnknownEvent", target: "99.0" }],
    });
  });
});
