import { given, type Line } from "@tongket/testing";
import { expect, test } from "vitest";
import { type DirectiveRefusal, directiveRefusals } from "./index.ts";

const ministry: Line = [
  "EstablishBranch",
  "2012-01-01",
  { branch: "ministry", kind: "upper-committee", name: "Bộ" },
];
const cell: Line = [
  "EstablishBranch",
  "2012-01-01",
  { branch: "cell", kind: "cell", name: "Chi bộ", parent: "ministry" },
];
const issued = (on: string): Line => [
  "IssueDirective",
  on,
  { directive: "03-ct-tw", title: "Chỉ thị 03-CT/TW" },
];
const study = { directive: "03-ct-tw", branch: "cell", audience: "member", year: 2012 };
const studied = (on: string, part: object = {}): Line => [
  "StudyDirective",
  on,
  { ...study, reached: 9, eligible: 10, ...part },
];
const closed = (on: string): Line => ["CloseDirective", on, { directive: "03-ct-tw" }];
const open = [ministry, cell, issued("2012-02-01")];

interface Example {
  readonly says: string;
  readonly given: readonly Line[];
  readonly when: Line;
  readonly facts: object;
}

/** Shown where no structure pack is in force: no-structure-pack.test.ts. */
type Shown = "NoStructurePackInForce";
const examples: Record<Exclude<DirectiveRefusal, Shown>, Example> = {
  DirectiveExists: {
    says: "a directive is issued once",
    given: open,
    when: issued("2012-03-01"),
    facts: { directive: "03-ct-tw" },
  },
  DirectiveUnknown: {
    says: "a directive is not studied before it was issued",
    given: open,
    when: studied("2012-01-31"),
    facts: { directive: "03-ct-tw" },
  },
  DirectiveIsClosed: {
    says: "a closed directive is studied no more",
    given: [...open, closed("2012-06-01")],
    when: studied("2012-06-02"),
    facts: { directive: "03-ct-tw" },
  },
  AlreadyStudied: {
    says: "a branch studies a directive once a year with each audience, whatever the numbers",
    given: [...open, studied("2012-03-01")],
    when: studied("2012-05-01", { reached: 10 }),
    facts: { directive: "03-ct-tw", branch: "cell", audience: "member", year: 2012 },
  },
  MoreReachedThanEligible: {
    says: "no more people are reached than there are",
    given: open,
    when: studied("2012-03-01", { reached: 11 }),
    facts: { reached: 11, eligible: 10 },
  },
  NotInVocabulary: {
    says: "an audience is a word of the structure pack in force",
    given: open,
    when: studied("2012-03-01", { audience: "pioneers" }),
    facts: { vocabulary: "audiences", term: "pioneers" },
  },
};

for (const [refusal, { says, given: lines, when, facts }] of Object.entries(examples)) {
  test(`${refusal}: ${says}`, async () => {
    expect(await given(...lines).when(when)).toEqual({ refused: [{ refusal, ...facts }] });
  });
}

test("every refusal of the slice has its example", () => {
  const shown = [...Object.keys(examples), "NoStructurePackInForce"];
  expect(shown.toSorted()).toEqual(directiveRefusals.toSorted());
});

test("a directive is issued, studied with each audience and in each year, and closed", async () => {
  const outcome = await given(ministry, cell).when(
    issued("2012-02-01"),
    studied("2012-03-01"),
    studied("2012-03-01", { audience: "cadre" }),
    studied("2012-03-01", { branch: "ministry" }),
    studied("2013-03-01", { year: 2013, reached: 0, eligible: 0 }),
    closed("2013-06-01"),
  );
  expect(outcome).toMatchObject({
    recorded: [
      { type: "DirectiveIssued" },
      { type: "DirectiveStudied", data: { ...study, reached: 9, eligible: 10 } },
      { type: "DirectiveStudied", data: { audience: "cadre" } },
      { type: "DirectiveStudied", data: { branch: "ministry" } },
      { type: "DirectiveStudied", data: { year: 2013, reached: 0 } },
      { type: "DirectiveClosed", effectiveOn: "2013-06-01" },
    ],
  });
});

test("a directive of before the ledger is carried in, once, and studied", async () => {
  const carriedIn: Line = ["CarryInDirective", "2012-02-01", issued("2012-02-01")[2]];
  expect(await given(ministry, cell).when(carriedIn, studied("2012-03-01"))).toMatchObject({
    recorded: [{ type: "DirectiveCarriedIn" }, { type: "DirectiveStudied" }],
  });
  expect(await given(...open).when(carriedIn)).toEqual({
    refused: [{ refusal: "DirectiveExists", directive: "03-ct-tw" }],
  });
});

test("a directive that was never issued is not closed", async () => {
  expect(await given().when(closed("2012-03-01"))).toEqual({
    refused: [{ refusal: "DirectiveUnknown", directive: "03-ct-tw" }],
  });
});

test("the same study again adds nothing", async () => {
  expect(await given(...open, studied("2012-03-01")).when(studied("2012-03-01"))).toBe("unchanged");
});

test("a study of before the closing is accepted when it is recorded after it", async () => {
  const outcome = await given(...open, closed("2012-06-01")).when(studied("2012-05-31"));
  expect(outcome).toMatchObject({ recorded: [{ effectiveOn: "2012-05-31" }] });
});

test("a closing dated before a recorded study contradicts that study", async () => {
  const outcome = await given(...open, studied("2012-05-01")).when(closed("2012-04-30"));
  expect(outcome).toEqual({
    refused: [
      {
        refusal: "ContradictsLater",
        events: ["4.0 DirectiveStudied"],
        because: ["DirectiveIsClosed"],
      },
    ],
  });
});

test("an issue is not reversed under its studies, but together with them", async () => {
  const reversed = (target: string): Line => [
    "ReverseEvent",
    "2012-07-01",
    { target, reason: "nhầm" },
  ];
  const recorded = given(...open, studied("2012-05-01"));
  expect(await recorded.when(reversed("3.0"))).toEqual({
    refused: [
      {
        refusal: "HasDependants",
        events: ["4.0 DirectiveStudied"],
        because: ["DirectiveUnknown"],
      },
    ],
  });
  expect(await recorded.when(reversed("4.0"), reversed("3.0"))).toMatchObject({
    recorded: [{ type: "EventReversed" }, { type: "EventReversed" }],
  });
});

test("a corrected study takes the place of the one reversed in the same commit", async () => {
  const outcome = await given(...open, studied("2012-05-01")).when(
    ["ReverseEvent", "2012-07-01", { target: "4.0", reason: "đếm lại" }],
    studied("2012-05-01", { reached: 10 }),
  );
  expect(outcome).toMatchObject({
    recorded: [{ type: "EventReversed" }, { type: "DirectiveStudied", data: { reached: 10 } }],
  });
});

test("of two equal studies in one commit the second refuses both", async () => {
  const outcome = await given(...open).when(
    studied("2012-03-01"),
    studied("2012-04-01", { reached: 1 }),
  );
  expect(outcome).toMatchObject({ refused: [{ refusal: "AlreadyStudied" }] });
});

test("a dissolved branch studies nothing, and one is not dissolved before its study", async () => {
  const dissolved = (on: string): Line => ["DissolveBranch", on, { branch: "cell" }];
  expect(await given(...open, dissolved("2012-03-01")).when(studied("2012-03-02"))).toEqual({
    refused: [{ refusal: "BranchIsDissolved", branch: "cell" }],
  });
  expect(await given(...open, studied("2012-03-02")).when(dissolved("2012-03-01"))).toMatchObject({
    refused: [{ refusal: "ContradictsLater", because: ["BranchIsDissolved"] }],
  });
});
