import { given, type Line } from "@tongket/testing";
import { expect, test } from "vitest";
import { branchLine } from "../../test/branch-line.ts";
import { CalendarDate } from "../kernel/date.ts";
import { newEvent } from "../kernel/event.ts";
import { tag } from "../kernel/ids.ts";
import { rulebookOf, shippedPacks } from "../rulebook/index.ts";
import { eligibilityRefusals } from "./eligibility.ts";
import { AwardGranted, AwardRevoked } from "./events.ts";
import { type AwardRefusal, awardLaw, awardRefusals } from "./index.ts";

const branch = branchLine("EstablishBranch", "2012-01-01");
/** Positions 1 to 4. */
const branches: readonly Line[] = [
  branch("ministry", "upper-committee"),
  branch("cell", "cell", "ministry"),
  branch("other", "cell", "ministry"),
  ["CarryInMember", "2012-01-01", { member: "an", branch: "cell", status: "official" }],
];
const granted = (on: string, part: object = {}): Line => [
  "GrantAward",
  on,
  {
    award: "a1",
    form: "certificate",
    category: "member-excellent",
    recipient: { person: "an" },
    basisYears: [2012],
    year: 2012,
    by: "ministry",
    ...part,
  },
];
const presented = (on: string, part: object = {}): Line => [
  "PresentAward",
  on,
  { award: "a1", ...part },
];
const revoked = (on: string): Line => ["RevokeAward", on, { award: "a1", reason: "khai man" }];
const reversed = (target: string): Line => [
  "ReverseEvent",
  "2013-12-01",
  { target, reason: "nhầm" },
];
const standing = [...branches, granted("2013-01-23")];

interface Example {
  readonly says: string;
  readonly given: readonly Line[];
  readonly when: readonly Line[];
  readonly refused: object;
}

/** Shown in no-structure-pack.test.ts, where none is in force, and in eligibility.test.ts. */
type Shown = "NoStructurePackInForce" | (typeof eligibilityRefusals)[number];
const examples: Record<Exclude<AwardRefusal, Shown>, Example> = {
  IsNoMember: {
    says: "an award to a person who is no member says where it is counted",
    given: branches,
    when: [granted("2013-01-23", { recipient: { person: "guest" } })],
    refused: { refusal: "IsNoMember", person: "guest" },
  },
  AwardExists: {
    says: "an award is granted once",
    given: standing,
    when: [granted("2013-01-24", { recipient: { branch: "cell" } })],
    refused: { refusal: "AwardExists", award: "a1" },
  },
  NotInVocabulary: {
    says: "a form is a word of the structure pack in force",
    given: branches,
    when: [granted("2013-01-23", { form: "statue" })],
    refused: { refusal: "NotInVocabulary", vocabulary: "awardForms", term: "statue" },
  },
  RecipientBranchDiffers: {
    says: "an award to a branch is counted at that branch",
    given: branches,
    when: [granted("2013-01-23", { recipient: { branch: "cell" }, branch: "other" })],
    refused: { refusal: "RecipientBranchDiffers", award: "a1", stated: "other", is: "cell" },
  },
  BasisYearsNotAscending: {
    says: "an award names each year it is for once, in order",
    given: branches,
    when: [granted("2013-01-23", { basisYears: [2010, 2012, 2012] })],
    refused: {
      refusal: "BasisYearsNotAscending",
      award: "a1",
      basisYears: [2010, 2012, 2012],
    },
  },
  BasisYearAfterAward: {
    says: "an award is not for a year after its own",
    given: branches,
    when: [granted("2013-01-23", { basisYears: [2012, 2013] })],
    refused: { refusal: "BasisYearAfterAward", award: "a1", basisYear: 2013, year: 2012 },
  },
  AwardUnknown: {
    says: "an award is not presented before it was granted",
    given: standing,
    when: [presented("2013-01-22")],
    refused: { refusal: "AwardUnknown", award: "a1" },
  },
  AwardIsRevoked: {
    says: "a revoked award is not presented any more",
    given: [...standing, revoked("2013-02-01")],
    when: [presented("2013-02-02")],
    refused: { refusal: "AwardIsRevoked", award: "a1" },
  },
  PresentedAlready: {
    says: "an award is presented once",
    given: [...standing, presented("2013-01-23")],
    when: [presented("2013-02-02")],
    refused: { refusal: "PresentedAlready", award: "a1" },
  },
  AwardDiffers: {
    says: "an award granted anew to another leaves its revocation behind",
    given: [...standing, revoked("2013-02-01")],
    when: [reversed("5.0"), granted("2013-01-23", { recipient: { branch: "cell" } })],
    refused: {
      refusal: "HasDependants",
      events: ["6.0 AwardRevoked"],
      because: ["AwardDiffers"],
    },
  },
};

for (const [refusal, { says, given: lines, when, refused }] of Object.entries(examples)) {
  test(`${refusal}: ${says}`, async () => {
    expect(await given(...lines).when(...when)).toEqual({ refused: [refused] });
  });
}

test("every refusal of the slice has its example", () => {
  const shown = [...Object.keys(examples), "NoStructurePackInForce", ...eligibilityRefusals];
  expect(shown.toSorted()).toEqual(awardRefusals.toSorted());
});

test("an award is granted, presented and revoked in one commit", async () => {
  const outcome = await given(...branches).when(
    granted("2013-01-23"),
    presented("2013-01-23", { meeting: "conference", presenter: "secretary" }),
    revoked("2013-02-01"),
  );
  const grant = {
    award: "a1",
    form: "certificate",
    category: "member-excellent",
    recipient: { person: "an" },
    branch: "cell",
    year: 2012,
    by: "ministry",
  };
  expect(outcome).toEqual({
    recorded: [
      {
        type: "AwardGranted",
        effectiveOn: "2013-01-23",
        data: { ...grant, basisYears: [2012] },
      },
      {
        type: "AwardPresented",
        effectiveOn: "2013-01-23",
        data: { award: "a1", meeting: "conference", presenter: "secretary" },
      },
      { type: "AwardRevoked", effectiveOn: "2013-02-01", data: { ...grant, reason: "khai man" } },
    ],
  });
});

test("an award to a branch is counted there, whether or not the branch still stands", async () => {
  const outcome = await given(...branches, [
    "DissolveBranch",
    "2012-12-31",
    { branch: "other" },
  ]).when(
    granted("2013-01-23", {
      recipient: { branch: "other" },
      category: "direct-cell-exemplary",
      basisYears: [2010, 2011, 2012],
    }),
  );
  expect(outcome).toMatchObject({
    recorded: [{ data: { branch: "other", basisYears: [2010, 2011, 2012] } }],
  });
});

test("an award is counted where its recipient is a member that day, unless it says", async () => {
  const moved: readonly Line[] = [
    ["TransferMember", "2013-01-05", { member: "an", to: "other" }],
    ["ReceiveMember", "2013-01-06", { member: "an", to: "other" }],
  ];
  const recorded = given(...branches, ...moved);
  expect(await recorded.when(granted("2013-01-23"))).toMatchObject({
    recorded: [{ data: { branch: "other" } }],
  });
  expect(await recorded.when(granted("2013-01-04"))).toMatchObject({
    recorded: [{ data: { branch: "cell" } }],
  });
  expect(await recorded.when(granted("2013-01-05"))).toEqual({
    refused: [{ refusal: "IsNoMember", person: "an" }],
  });
  expect(await recorded.when(granted("2013-01-23", { branch: "cell" }))).toMatchObject({
    recorded: [{ data: { branch: "cell" } }],
  });
});

test("a category is a word of the pack, a granting committee one that stands", async () => {
  const recorded = given(...branches);
  expect(await recorded.when(granted("2013-01-23", { category: "kindest" }))).toEqual({
    refused: [{ refusal: "NotInVocabulary", vocabulary: "awardCategories", term: "kindest" }],
  });
  expect(await recorded.when(granted("2013-01-23", { by: "nobody" }))).toEqual({
    refused: [{ refusal: "BranchUnknown", branch: "nobody" }],
  });
});

test("an award is revoked once, and not before it was granted", async () => {
  expect(await given(...standing, revoked("2013-02-01")).when(revoked("2013-03-01"))).toEqual({
    refused: [{ refusal: "AwardIsRevoked", award: "a1" }],
  });
  expect(await given(...standing).when(revoked("2013-01-22"))).toEqual({
    refused: [{ refusal: "AwardUnknown", award: "a1" }],
  });
});

test("a revocation recorded late contradicts a presentation after it", async () => {
  const outcome = await given(...standing, presented("2013-03-01")).when(revoked("2013-02-01"));
  expect(outcome).toEqual({
    refused: [
      {
        refusal: "ContradictsLater",
        events: ["6.0 AwardPresented"],
        because: ["AwardIsRevoked"],
      },
    ],
  });
});

test("a presentation depends on the grant; an award granted anew keeps it", async () => {
  const lines = [...standing, presented("2013-01-23")];
  expect(await given(...lines).when(reversed("5.0"))).toEqual({
    refused: [
      { refusal: "HasDependants", events: ["6.0 AwardPresented"], because: ["AwardUnknown"] },
    ],
  });
  const anew = granted("2013-01-22", { category: "base-exemplary", branch: "other" });
  expect(await given(...lines).when(reversed("5.0"), anew)).toMatchObject({
    recorded: [{ type: "EventReversed" }, { type: "AwardGranted", data: { branch: "other" } }],
  });
});

test("each field of a revocation is that of the grant", () => {
  const today = CalendarDate.make("2013-02-01");
  const grant = { ...granted("2013-01-23")[2], branch: "cell" };
  const state = awardLaw.initial(tag("award", "a1"));
  awardLaw.evolve(state, newEvent(AwardGranted, grant as never, today) as never, []);
  const objections = (part: object) => {
    const event = newEvent(AwardRevoked, { ...grant, ...part, reason: "x" } as never, today);
    const context = { rulebook: rulebookOf("vn-party", shippedPacks), today };
    return awardLaw.objections(state, event as never, [], context);
  };
  const differs = (stated: unknown, is: unknown) => [
    { refusal: "AwardDiffers", facts: { award: "a1", stated, is } },
  ];
  expect(objections({})).toEqual([]);
  expect(objections({ form: "medal" })).toEqual(differs("medal", "certificate"));
  expect(objections({ category: "base-exemplary" })).toEqual(
    differs("base-exemplary", "member-excellent"),
  );
  expect(objections({ recipient: { person: "ba" } })).toEqual(differs("person ba", "person an"));
  expect(objections({ recipient: { branch: "an" } })).toEqual(differs("branch an", "person an"));
  expect(objections({ branch: "other" })).toEqual(differs("other", "cell"));
  expect(objections({ year: 2013 })).toEqual(differs(2013, 2012));
  expect(objections({ by: "cell" })).toEqual(differs("cell", "ministry"));
});
