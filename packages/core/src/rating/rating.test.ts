import { given, type Line } from "@tongket/testing";
import { expect, test } from "vitest";
import { branchLine } from "../../test/branch-line.ts";
import { shippedPacks } from "../rulebook/index.ts";
import { type RatingRefusal, ratingRefusals } from "./index.ts";

const branch = branchLine("EstablishBranch", "2012-01-01");
const carriedIn = (member: string): Line => [
  "CarryInMember",
  "2012-01-01",
  { member, branch: "cell", status: "official" },
];
/** Positions 1 to 6: two base organisations, a cell below each, and the member `an`. */
const ministry: readonly Line[] = [
  branch("ministry", "upper-committee"),
  branch("base", "base-committee", "ministry"),
  branch("base2", "base-committee", "ministry"),
  branch("cell", "cell", "base"),
  branch("cell2", "cell", "base2"),
  carriedIn("an"),
];
const guidance = "2011-07-hd-btctw";
const found = shippedPacks.find(({ pack }) => pack === guidance);
if (found === undefined) throw new Error(`${guidance} is not shipped`);
const { inForceTo: _, ...shipped } = found;
/** In force from 2027 on; here branches are exemplary at the level `good`. */
const laterPack: Line = [
  "RegisterRulePack",
  "2012-01-01",
  {
    content: {
      ...shipped,
      pack: "later",
      inForceFrom: "2027-01-01",
      parameters: {
        ...shipped.parameters,
        branchDistinctions: {
          source: { instrument: "Hướng dẫn" },
          verification: "policy-choice",
          value: [{ term: "exemplary", labels: {}, level: "good" }],
        },
      },
    },
  },
];

const an = { subject: { member: "an" }, year: 2012 };
const ofBranch = (id: string) => ({ subject: { branch: id }, year: 2012 });
const selfRated = (on: string, part: object = {}): Line => [
  "SubmitSelfRating",
  on,
  { ...an, level: "good", ...part },
];
const criterion = (on: string, part: object = {}): Line => [
  "RecordCriterion",
  on,
  { ...an, criterion: "tasks-late", value: 2, ...part },
];
const proposed = (on: string, part: object = {}): Line => [
  "ProposeRating",
  on,
  { ...an, level: "good", by: "cell", ...part },
];
const assigned = (on: string, part: object = {}): Line => [
  "AssignRating",
  on,
  { ...an, level: "good", by: "base", ...part },
];
const revised = (on: string, part: object = {}): Line => [
  "ReviseRating",
  on,
  { ...an, level: "completed", by: "base", reason: "khiếu nại", ...part },
];
const exempted = (on: string, part: object = {}): Line => [
  "ExemptFromRating",
  on,
  { ...an, reason: "miễn sinh hoạt", by: "base", ...part },
];
const closed = (on: string, committee = "base"): Line => [
  "CloseRatings",
  on,
  { committee, year: 2012 },
];
const breach = (on: string, cap = "excellent-share"): Line => [
  "NoteCapBreach",
  on,
  { committee: "base", year: 2012, cap, reason: "sau khi xếp loại lại" },
];
const reversed = (target: string): Line => [
  "ReverseEvent",
  "2013-12-01",
  { target, reason: "nhầm" },
];

interface Example {
  readonly says: string;
  readonly given: readonly Line[];
  readonly when: Line;
  readonly refused: object;
}
const rated = [...ministry, assigned("2013-01-10")];
const subject = { subject: "an", year: 2012 };

const examples: Record<RatingRefusal, Example> = {
  BranchUnknown: {
    says: "a branch founded after a year is not rated for it",
    given: ministry,
    when: assigned("2012-12-20", { subject: { branch: "cell" }, year: 2011 }),
    refused: { refusal: "BranchUnknown", branch: "cell", on: "2011-12-31" },
  },
  IsNoMember: {
    says: "who was no member at the end of a year is not rated for it",
    given: [...ministry, ["RemoveMember", "2012-12-30", { member: "an", reason: "resigned" }]],
    when: assigned("2013-01-10"),
    refused: { refusal: "IsNoMember", person: "an", on: "2012-12-31" },
  },
  YearNotBegun: {
    says: "a year is not rated before it began",
    given: ministry,
    when: assigned("2012-12-31", { year: 2013 }),
    refused: {
      refusal: "YearNotBegun",
      subject: "an",
      year: 2013,
      effectiveOn: "2012-12-31",
    },
  },
  RatedAlready: {
    says: "a subject is rated once a year",
    given: rated,
    when: assigned("2013-01-11", { level: "excellent" }),
    refused: { refusal: "RatedAlready", ...subject },
  },
  ExemptedFromRating: {
    says: "who is exempted from rating is not rated",
    given: [...ministry, exempted("2013-01-05")],
    when: assigned("2013-01-10"),
    refused: { refusal: "ExemptedFromRating", ...subject },
  },
  SelfRatedAlready: {
    says: "a subject rates itself once a year",
    given: [...ministry, selfRated("2012-12-01")],
    when: selfRated("2012-12-02", { level: "excellent" }),
    refused: { refusal: "SelfRatedAlready", ...subject },
  },
  CriterionRecordedAlready: {
    says: "a criterion has one value a year",
    given: [...ministry, criterion("2012-12-01")],
    when: criterion("2012-12-02", { value: 3 }),
    refused: {
      refusal: "CriterionRecordedAlready",
      ...subject,
      criterion: "tasks-late",
      stated: 3,
      is: 2,
    },
  },
  NoRatingPackInForce: {
    says: "a rating is made under a pack in force on its day",
    given: ministry.map(([command, , data]): Line => [command, "2006-01-01", data]),
    when: assigned("2008-01-10", { year: 2007 }),
    refused: { refusal: "NoRatingPackInForce", effectiveOn: "2008-01-10" },
  },
  PackUnknown: {
    says: "a rating is made under a pack that is known, and that rates",
    given: ministry,
    when: assigned("2013-01-10", { pack: "vn-party-structure-2011" }),
    refused: { refusal: "PackUnknown", pack: "vn-party-structure-2011" },
  },
  PackNotInForce: {
    says: "a rating is not made under a pack of another time",
    given: [...ministry, laterPack],
    when: assigned("2013-01-10", { pack: "later" }),
    refused: {
      refusal: "PackNotInForce",
      pack: "later",
      effectiveOn: "2013-01-10",
      inForceFrom: "2027-01-01",
    },
  },
  LevelNotInPack: {
    says: "a level of branches is none of members",
    given: ministry,
    when: assigned("2013-01-10", { level: "clean-and-strong" }),
    refused: {
      refusal: "LevelNotInPack",
      level: "clean-and-strong",
      subjectKind: "member",
      pack: guidance,
    },
  },
  DistinctionNotAtLevel: {
    says: "only the best branches are exemplary",
    given: ministry,
    when: assigned("2013-01-10", { ...ofBranch("base"), distinction: "exemplary", by: "ministry" }),
    refused: {
      refusal: "DistinctionNotAtLevel",
      distinction: "exemplary",
      level: "good",
      pack: guidance,
    },
  },
  NotRated: {
    says: "a rating is not revised before it was assigned",
    given: rated,
    when: revised("2013-01-09"),
    refused: { refusal: "NotRated", ...subject },
  },
  RatingDiffers: {
    says: "a revision dated before a recorded one takes away what that one revised",
    given: [...rated, revised("2013-06-01")],
    when: revised("2013-03-01", { level: "excellent" }),
    refused: {
      refusal: "ContradictsLater",
      events: ["8.0 RatingRevised"],
      because: ["RatingDiffers"],
    },
  },
  RatingUnchanged: {
    says: "a revision changes the rating",
    given: rated,
    when: revised("2013-03-01", { level: "good" }),
    refused: { refusal: "RatingUnchanged", ...subject, is: `good ${guidance}` },
  },
  RatingsClosedAlready: {
    says: "after the close no more ratings are assigned",
    given: [...rated, closed("2013-01-20"), carriedIn("binh")],
    when: assigned("2013-01-20", { subject: { member: "binh" } }),
    refused: { refusal: "RatingsClosedAlready", committee: "base", year: 2012 },
  },
  NothingRated: {
    says: "a committee that rated nothing has nothing to close",
    given: rated,
    when: closed("2013-01-20", "base2"),
    refused: { refusal: "NothingRated", committee: "base2", year: 2012 },
  },
  RatingsNotClosed: {
    says: "a cap is broken only after the ratings were closed over it",
    given: rated,
    when: breach("2013-01-20"),
    refused: { refusal: "RatingsNotClosed", committee: "base", year: 2012 },
  },
  CapExceeded: {
    says: "ratings are not closed over a cap that may be presented as law",
    given: [...ministry, assigned("2022-12-20", { year: 2022, level: "excellent" })],
    when: ["CloseRatings", "2022-12-25", { committee: "base", year: 2022 }],
    refused: {
      refusal: "CapExceeded",
      ...{ committee: "base", year: 2022, cap: "excellent-members" },
      ...{ part: 1, base: 0, allowed: 0, of: "good-only", rounding: "floor" },
    },
  },
  ConditionNotMet: {
    says: "a level is not assigned where a condition of it fails",
    given: [...ministry, ["DisciplineMember", "2022-05-01", { member: "an", form: "reprimand" }]],
    when: assigned("2022-12-20", { year: 2022 }),
    refused: {
      refusal: "ConditionNotMet",
      ...{ subject: "an", year: 2022, level: "good" },
      ...{ condition: "not-disciplined", found: ["disciplines = 1"] },
    },
  },
  NotToBeRated: {
    says: "who is exempt is not rated where the pack says so",
    given: [...ministry, ["ExemptMember", "2022-03-01", { member: "an" }]],
    when: assigned("2022-12-20", { year: 2022 }),
    refused: { refusal: "NotToBeRated", subject: "an", year: 2022, because: ["exempt"] },
  },
};

for (const [refusal, { says, given: lines, when, refused }] of Object.entries(examples)) {
  test(`${refusal}: ${says}`, async () => {
    expect(await given(...lines).when(when)).toEqual({ refused: [refused] });
  });
}

test("every refusal of the slice has its example", () => {
  expect(Object.keys(examples).toSorted()).toEqual(ratingRefusals.toSorted());
});

test("a member is rated from the self-rating to the close, and revised after it", async () => {
  const outcome = await given(...ministry).when(
    selfRated("2012-12-01", { level: "excellent" }),
    criterion("2012-12-02", { evidence: "báo cáo quý IV" }),
    proposed("2012-12-10", { vote: { inFavour: 9, summoned: 10 } }),
    assigned("2013-01-10"),
    closed("2013-01-20"),
    revised("2013-03-01"),
    breach("2013-03-02"),
  );
  const whose = { subject: "an", subjectKind: "member", branch: "cell", year: 2012 };
  const decided = { ...whose, baseOrganisation: "base", by: "base" };
  const recorded = [
    ["SelfRatingSubmitted", "2012-12-01", { ...whose, level: "excellent" }],
    [
      "CriterionRecorded",
      "2012-12-02",
      { ...whose, criterion: "tasks-late", value: 2, evidence: "báo cáo quý IV" },
    ],
    [
      "RatingProposed",
      "2012-12-10",
      { ...whose, level: "good", by: "cell", vote: { inFavour: 9, summoned: 10 } },
    ],
    ["RatingAssigned", "2013-01-10", { ...decided, level: "good", pack: guidance }],
    [
      "RatingsClosed",
      "2013-01-20",
      {
        ...{ committee: "base", year: 2012, pack: guidance },
        caps: [
          { cap: "exemplary-branches", verdict: "unknown", part: 0, base: 0 },
          { cap: "excellent-members", verdict: "unknown", part: 0, base: 1 },
        ],
      },
    ],
    [
      "RatingRevised",
      "2013-03-01",
      {
        ...decided,
        assignedBy: "base",
        from: { level: "good", pack: guidance },
        to: { level: "completed", pack: guidance },
        reason: "khiếu nại",
      },
    ],
    [
      "CapBreachNoted",
      "2013-03-02",
      { committee: "base", year: 2012, cap: "excellent-share", reason: "sau khi xếp loại lại" },
    ],
  ];
  expect(outcome).toEqual({
    recorded: recorded.map(([type, effectiveOn, data]) => ({ type, effectiveOn, data })),
  });
});

test("a member exempted from rating is told apart from one not rated yet", async () => {
  const outcome = await given(...ministry).when(exempted("2012-12-20"));
  expect(outcome).toEqual({
    recorded: [
      {
        type: "RatingExempted",
        effectiveOn: "2012-12-20",
        data: {
          subject: "an",
          subjectKind: "member",
          branch: "cell",
          year: 2012,
          baseOrganisation: "base",
          by: "base",
          reason: "miễn sinh hoạt",
        },
      },
    ],
  });
});

test("a branch is rated by its kind, with its base organisation if any", async () => {
  const best = { level: "clean-and-strong", distinction: "exemplary", by: "ministry" };
  const outcome = await given(...ministry).when(
    assigned("2013-01-10", { ...ofBranch("base"), ...best }),
    assigned("2013-01-10", { ...ofBranch("cell"), level: "weak" }),
    assigned("2013-01-10", { ...ofBranch("ministry"), level: "good", by: "ministry" }),
  );
  const whose = (id: string, subjectKind: string) => ({ subject: id, branch: id, subjectKind });
  expect(outcome).toMatchObject({
    recorded: [
      { data: { ...whose("base", "base-committee"), baseOrganisation: "base", ...best } },
      { data: { ...whose("cell", "cell"), baseOrganisation: "base" } },
      { data: whose("ministry", "upper-committee") },
    ],
  });
  const { recorded } = outcome as { recorded: readonly { data: object }[] };
  expect(recorded[2]?.data).not.toHaveProperty("baseOrganisation");
});

test("a member is rated where the member stood at the end of the year", async () => {
  const moved: readonly Line[] = [
    ["TransferMember", "2013-01-05", { member: "an", to: "cell2" }],
    ["ReceiveMember", "2013-01-06", { member: "an", to: "cell2" }],
  ];
  expect(await given(...ministry, ...moved).when(assigned("2013-01-10"))).toMatchObject({
    recorded: [{ data: { branch: "cell", baseOrganisation: "base" } }],
  });
});

test("a rating made before the year's end outlives a move, and is revised", async () => {
  const moved: readonly Line[] = [
    ["TransferMember", "2012-12-20", { member: "an", to: "cell2" }],
    ["ReceiveMember", "2012-12-21", { member: "an", to: "cell2" }],
  ];
  const outcome = await given(...ministry, assigned("2012-12-10"), ...moved).when(
    revised("2013-03-01"),
  );
  expect(outcome).toMatchObject({
    recorded: [{ data: { branch: "cell", baseOrganisation: "base" } }],
  });
});

test("who rated itself elsewhere is rated where it stood in the end", async () => {
  const outcome = await given(...ministry, selfRated("2012-12-01")).when(
    ["TransferMember", "2012-12-20", { member: "an", to: "cell2" }],
    ["ReceiveMember", "2012-12-21", { member: "an", to: "cell2" }],
    assigned("2013-01-10", { by: "base2" }),
  );
  expect(outcome).toMatchObject({
    recorded: [{}, {}, { data: { branch: "cell2", baseOrganisation: "base2" } }],
  });
});

test("nothing is proposed, recorded or exempted any more once the subject is rated", async () => {
  const again = [selfRated, criterion, proposed, exempted];
  for (const [name, lines] of [
    ["RatedAlready", rated],
    ["ExemptedFromRating", [...ministry, exempted("2013-01-10")]],
  ] as const) {
    for (const line of again) {
      const outcome = await given(...lines).when(line("2013-01-11"));
      expect(outcome).toEqual({ refused: [{ refusal: name, ...subject }] });
    }
  }
});

test("a self-rating and a proposal name levels of the pack in force that day", async () => {
  const refused = { refused: [{ refusal: "LevelNotInPack" }] };
  const recorded = given(...ministry);
  expect(await recorded.when(selfRated("2012-12-01", { level: "weak" }))).toMatchObject(refused);
  expect(await recorded.when(proposed("2012-12-01", { level: "weak" }))).toMatchObject(refused);
  const early = given(...ministry.map(([command, , data]): Line => [command, "2006-01-01", data]));
  expect(await early.when(selfRated("2008-01-10", { year: 2007 }))).toEqual({
    refused: [{ refusal: "NoRatingPackInForce", effectiveOn: "2008-01-10" }],
  });
});

test("a rating is not made under a pack that is out of force", async () => {
  const outcome = await given(...ministry, laterPack).when(
    assigned("2015-01-10", { year: 2014, pack: guidance }),
  );
  expect(outcome).toMatchObject({
    refused: [{ refusal: "PackNotInForce", pack: guidance, inForceTo: "2014-09-24" }],
  });
});

test("a member is never exemplary, be it at a level of that name", async () => {
  const exemplary = { level: "good", distinction: "exemplary", year: 2026 };
  const recorded = given(...ministry, laterPack);
  expect(await recorded.when(assigned("2027-01-10", exemplary))).toEqual({
    refused: [
      { refusal: "DistinctionNotAtLevel", distinction: "exemplary", level: "good", pack: "later" },
    ],
  });
  const ofCell = { ...ofBranch("cell"), ...exemplary };
  expect(await recorded.when(assigned("2027-01-10", ofCell))).toMatchObject({
    recorded: [{ data: { distinction: "exemplary", pack: "later" } }],
  });
});

test("a distinction is a word of the pack, of a level that branches alone have", async () => {
  const refused = { refused: [{ refusal: "DistinctionNotAtLevel" }] };
  const recorded = given(...ministry);
  expect(await recorded.when(assigned("2013-01-10", { distinction: "exemplary" }))).toMatchObject(
    refused,
  );
  const best = { ...ofBranch("cell"), level: "clean-and-strong", distinction: "famous" };
  expect(await recorded.when(assigned("2013-01-10", best))).toMatchObject(refused);
});

test("a criterion recorded again adds nothing, with other evidence it does", async () => {
  const recorded = given(...ministry, criterion("2012-12-01"));
  expect(await recorded.when(criterion("2012-12-05"))).toBe("unchanged");
  expect(await recorded.when(criterion("2012-12-05", { evidence: "sổ theo dõi" }))).toMatchObject({
    recorded: [{ data: { value: 2, evidence: "sổ theo dõi" } }],
  });
  expect(
    await recorded.when(
      criterion("2012-12-05", { criterion: "force-majeure", value: true }),
      criterion("2012-12-05", { criterion: "self-detected", value: "một vụ" }),
      criterion("2012-12-05", { ...ofBranch("cell"), value: 0 }),
    ),
  ).toMatchObject({ recorded: [{}, {}, { data: { subjectKind: "cell", value: 0 } }] });
});

test("a member and a branch of one id are two subjects, and so is each year", async () => {
  const outcome = await given(
    ...ministry,
    carriedIn("cell"),
    assigned("2013-01-10", ofBranch("cell")),
  ).when(
    assigned("2013-01-10", { subject: { member: "cell" } }),
    assigned("2013-12-30", { ...ofBranch("cell"), year: 2013 }),
  );
  expect(outcome).toMatchObject({ recorded: [{ data: { year: 2012 } }, { data: { year: 2013 } }] });
});

test("a revision keeps the pack of the rating unless it names another", async () => {
  const lines = [...ministry, laterPack, assigned("2013-01-10")];
  expect(await given(...lines).when(revised("2015-03-01"))).toMatchObject({
    recorded: [{ data: { to: { level: "completed", pack: guidance } } }],
  });
  expect(
    await given(...lines).when(revised("2027-03-01", { level: "good", pack: "later" })),
  ).toMatchObject({ recorded: [{ data: { to: { level: "good", pack: "later" } } }] });
  expect(await given(...lines).when(revised("2015-03-01", { pack: "none" }))).toEqual({
    refused: [{ refusal: "PackUnknown", pack: "none" }],
  });
  expect(await given(...lines).when(revised("2015-03-01", { level: "weak" }))).toMatchObject({
    refused: [{ refusal: "LevelNotInPack" }],
  });
});

test("a revision takes no pack that is out of force on its day", async () => {
  const lines = [...ministry, laterPack, assigned("2013-01-10")];
  expect(
    await given(...lines).when(revised("2013-03-01", { level: "good", pack: "later" })),
  ).toMatchObject({ refused: [{ refusal: "PackNotInForce", pack: "later" }] });
});

test("a revision gives or takes a distinction; a second one starts from the first", async () => {
  const best = { ...ofBranch("base"), level: "clean-and-strong", by: "ministry" };
  const outcome = await given(...ministry, assigned("2013-01-10", best)).when(
    revised("2013-02-01", { ...best, distinction: "exemplary" }),
    revised("2013-03-01", best),
  );
  const plain = { level: "clean-and-strong", pack: guidance };
  const exemplary = { ...plain, distinction: "exemplary" };
  expect(outcome).toMatchObject({
    recorded: [{ data: { from: plain, to: exemplary } }, { data: { from: exemplary, to: plain } }],
  });
});

test("who is exempted has no rating to revise", async () => {
  const outcome = await given(...ministry, exempted("2013-01-10")).when(revised("2013-02-01"));
  expect(outcome).toEqual({ refused: [{ refusal: "NotRated", ...subject }] });
});

test("a rating recorded late contradicts one that stands, a self-rating does not", async () => {
  expect(await given(...rated).when(assigned("2013-01-05"))).toEqual({
    refused: [
      {
        refusal: "ContradictsLater",
        events: ["7.0 RatingAssigned"],
        because: ["RatedAlready"],
      },
    ],
  });
  expect(await given(...rated).when(selfRated("2012-12-01"))).toMatchObject({
    recorded: [{ type: "SelfRatingSubmitted" }],
  });
});

test("a late move within the year contradicts the rating that names the base", async () => {
  const moved = (on: string): Line => ["MoveBranch", on, { branch: "cell", to: "base2" }];
  expect(await given(...rated).when(moved("2012-06-01"))).toEqual({
    refused: [
      {
        refusal: "ContradictsLater",
        events: ["7.0 RatingAssigned"],
        because: ["BaseOrganisationDiffers", "StandsNotAbove"],
      },
    ],
  });
  expect(await given(...rated).when(moved("2013-01-01"))).toMatchObject({
    recorded: [{ type: "BranchMoved" }],
  });
});

test("a late transfer within the year contradicts the rating that names the cell", async () => {
  const sent = (on: string): Line => ["TransferMember", on, { member: "an", to: "cell2" }];
  const received: Line = ["ReceiveMember", "2012-06-02", { member: "an", to: "cell2" }];
  const contradiction = (because: string) => ({
    refused: [{ refusal: "ContradictsLater", events: ["7.0 RatingAssigned"], because: [because] }],
  });
  const left: Line = ["RemoveMember", "2012-06-01", { member: "an", reason: "resigned" }];
  expect(await given(...rated).when(left)).toEqual(contradiction("IsNoMember"));
  expect(await given(...rated).when(sent("2012-06-01"), received)).toEqual(
    contradiction("IsMemberElsewhere"),
  );
  expect(await given(...rated).when(sent("2013-01-01"))).toMatchObject({
    recorded: [{ type: "MemberTransferred" }],
  });
});

test("a revision stays with the branch that the rating was assigned for", async () => {
  const lines = [...rated, revised("2013-03-01"), branch("cell3", "cell", "base")];
  const outcome = await given(...lines).when(
    reversed("7.0"),
    ["TransferMember", "2012-06-01", { member: "an", to: "cell3" }],
    ["ReceiveMember", "2012-06-02", { member: "an", to: "cell3" }],
    assigned("2013-01-10"),
  );
  expect(outcome).toEqual({
    refused: [
      { refusal: "HasDependants", events: ["8.0 RatingRevised"], because: ["RatingDiffers"] },
    ],
  });
});

test("a moved member's rating is corrected in the commit that moves the member", async () => {
  const outcome = await given(...rated).when(
    reversed("7.0"),
    ["TransferMember", "2012-06-01", { member: "an", to: "cell2" }],
    ["ReceiveMember", "2012-06-02", { member: "an", to: "cell2" }],
    assigned("2013-01-10", { by: "base2" }),
  );
  expect(outcome).toMatchObject({
    recorded: [
      { type: "EventReversed" },
      { type: "MemberTransferred" },
      { type: "MemberReceived" },
      { type: "RatingAssigned", data: { branch: "cell2", baseOrganisation: "base2" } },
    ],
  });
});

test("a late change of kind contradicts the rating that names the kind", async () => {
  const outcome = await given(
    branch("ministry", "upper-committee"),
    branch("unit", "base-cell", "ministry"),
    assigned("2013-01-10", { ...ofBranch("unit"), by: "ministry" }),
  ).when(["ChangeBranchKind", "2012-06-01", { branch: "unit", kind: "cell" }]);
  expect(outcome).toEqual({
    refused: [
      {
        refusal: "ContradictsLater",
        events: ["3.0 RatingAssigned"],
        because: ["BranchDiffers", "BaseOrganisationDiffers"],
      },
    ],
  });
});

test("a rating reversed and recorded anew in one commit is another rating", async () => {
  const outcome = await given(...rated).when(
    reversed("7.0"),
    assigned("2013-01-10", { level: "excellent" }),
  );
  expect(outcome).toMatchObject({
    recorded: [
      { type: "EventReversed", effectiveOn: "2013-01-10", data: { target: "7.0" } },
      { type: "RatingAssigned", data: { level: "excellent" } },
    ],
  });
});

test("a revision depends on the rating it revises: both are reversed, or neither", async () => {
  const lines = [...rated, revised("2013-03-01")];
  const dependants = (because: string) => ({
    refused: [{ refusal: "HasDependants", events: ["8.0 RatingRevised"], because: [because] }],
  });
  expect(await given(...lines).when(reversed("7.0"))).toEqual(dependants("NotRated"));
  expect(
    await given(...lines).when(reversed("7.0"), assigned("2013-01-10", { level: "excellent" })),
  ).toEqual(dependants("RatingDiffers"));
  expect(
    await given(...lines).when(
      reversed("7.0"),
      reversed("8.0"),
      assigned("2013-01-10", { level: "completed" }),
    ),
  ).toMatchObject({ recorded: [{}, {}, { type: "RatingAssigned" }] });
});

test("a rating reversed leaves the subject free to be exempted", async () => {
  const outcome = await given(...rated).when(reversed("7.0"), exempted("2013-01-10"));
  expect(outcome).toMatchObject({ recorded: [{}, { type: "RatingExempted" }] });
});

test("the close depends on a rating to close, and shuts out exemptions too", async () => {
  const lines = [...rated, closed("2013-01-20"), carriedIn("binh")];
  expect(await given(...lines).when(reversed("7.0"))).toEqual({
    refused: [
      { refusal: "HasDependants", events: ["8.0 RatingsClosed"], because: ["NothingRated"] },
    ],
  });
  const late = { subject: { member: "binh" } };
  expect(await given(...lines).when(exempted("2013-01-21", late))).toEqual({
    refused: [{ refusal: "RatingsClosedAlready", committee: "base", year: 2012 }],
  });
  expect(await given(...lines).when(closed("2013-01-21"))).toMatchObject({
    refused: [{ refusal: "RatingsClosedAlready" }],
  });
});

test("a rating of before the close is recorded late, one of another cohort any time", async () => {
  const lines = [...rated, closed("2013-01-20"), carriedIn("binh")];
  const outcome = await given(...lines).when(
    assigned("2013-01-19", { subject: { member: "binh" } }),
    assigned("2013-01-25", { ...ofBranch("base"), level: "weak", by: "ministry" }),
  );
  expect(outcome).toMatchObject({
    recorded: [{ data: { subject: "binh" } }, { data: { subject: "base" } }],
  });
});

test("the breach of another cap is another breach", async () => {
  const lines = [...rated, closed("2013-01-20"), breach("2013-02-01")];
  expect(await given(...lines).when(breach("2013-02-01", "exemplary-share"))).toMatchObject({
    recorded: [{ type: "CapBreachNoted" }],
  });
  expect(await given(...lines).when(reversed("8.0"))).toEqual({
    refused: [
      { refusal: "HasDependants", events: ["9.0 CapBreachNoted"], because: ["RatingsNotClosed"] },
    ],
  });
});

test("who is on the way at the end of a year is rated where they were sent from", async () => {
  const lines: readonly Line[] = [
    ...ministry,
    ["TransferMember", "2012-12-28", { member: "an", to: "cell2" }],
    ["ReceiveMember", "2013-01-05", { member: "an", to: "cell2" }],
  ];
  const sender = { branch: "cell", baseOrganisation: "base" };
  for (const recorded of [lines, lines.slice(0, -1)]) {
    for (const line of [criterion, assigned, exempted, selfRated]) {
      expect(await given(...recorded).when(line("2013-01-10"))).toMatchObject({
        recorded: [{ data: line === assigned || line === exempted ? sender : { branch: "cell" } }],
      });
    }
  }
  const byReceiver = assigned("2013-01-10", { by: "base2" });
  expect(await given(...lines).when(byReceiver)).toEqual({
    refused: [{ refusal: "StandsNotAbove", branch: "cell", by: "base2" }],
  });
});
