import { given, type Line } from "@tongket/testing";
import { expect, test } from "vitest";
import { branchLine } from "../../test/branch-line.ts";
import { CalendarDate } from "../kernel/date.ts";
import { newEvent } from "../kernel/event.ts";
import { BranchId, Id, Term, tag } from "../kernel/ids.ts";
import { rulebookOf, shippedPacks } from "../rulebook/index.ts";
import { BranchInspected, FindingRecorded, FindingRemedied } from "./events.ts";
import { findingLaw, type InspectionRefusal, inspectionLaw, inspectionRefusals } from "./index.ts";

const branch = branchLine("EstablishBranch", "2012-01-01");
const branches = [
  branch("ministry", "upper-committee"),
  branch("base", "base-committee", "ministry"),
  branch("cell", "cell", "base"),
  branch("other", "cell", "ministry"),
];
const item = (id: string, part: object = {}) => ({ item: id, kind: "inspection", ...part });
const adopted = (on: string, items: readonly object[], part: object = {}): Line => [
  "AdoptProgramme",
  on,
  { committee: "ministry", year: 2012, items, ...part },
];
const inspected = (on: string, part: object = {}): Line => [
  "InspectBranch",
  on,
  {
    inspection: "i1",
    branch: "cell",
    by: "ministry",
    kind: "inspection",
    mode: "regular",
    ...part,
  },
];
const found = (on: string, part: object = {}): Line => [
  "RecordFinding",
  on,
  { finding: "f1", inspection: "i1", text: "Sinh hoạt chưa nề nếp", ...part },
];
const remedied = (on: string): Line => ["RemedyFinding", on, { finding: "f1", text: "Đã sửa" }];
const reversed = (target: string): Line => [
  "ReverseEvent",
  "2012-12-01",
  { target, reason: "nhầm" },
];

interface Example {
  readonly says: string;
  readonly given: readonly Line[];
  readonly when: readonly Line[];
  readonly refused: object;
}

/** Shown below, or where no structure pack is in force: no-structure-pack.test.ts. */
type Shown = "YearDiffers" | "NoStructurePackInForce";
const examples: Record<Exclude<InspectionRefusal, Shown>, Example> = {
  ProgrammeExists: {
    says: "a committee adopts one programme a year",
    given: [...branches, adopted("2012-01-10", [item("a")])],
    when: [adopted("2012-02-10", [item("b")])],
    refused: { refusal: "ProgrammeExists", committee: "ministry", year: 2012 },
  },
  ItemRepeated: {
    says: "an item stands once in its programme",
    given: branches,
    when: [adopted("2012-01-10", [item("a", { mode: "regular" }), item("a")])],
    refused: { refusal: "ItemRepeated", committee: "ministry", year: 2012, item: "a" },
  },
  ItemUnknown: {
    says: "an inspection carries out an item of the programme of its own committee and year",
    given: [...branches, adopted("2012-01-10", [item("a")])],
    when: [inspected("2012-03-01", { item: "a", by: "base" })],
    refused: { refusal: "ItemUnknown", committee: "base", year: 2012, item: "a" },
  },
  ItemDiffers: {
    says: "an inspection is of the branch that its item names",
    given: [...branches, adopted("2012-01-10", [item("a", { branch: "other" })])],
    when: [inspected("2012-03-01", { item: "a" })],
    refused: { refusal: "ItemDiffers", item: "a", stated: "cell", is: "other" },
  },
  InspectionExists: {
    says: "an inspection is recorded once",
    given: [...branches, inspected("2012-03-01")],
    when: [inspected("2012-04-01")],
    refused: { refusal: "InspectionExists", inspection: "i1" },
  },
  InspectionUnknown: {
    says: "a finding is not made before its inspection",
    given: [...branches, inspected("2012-03-02")],
    when: [found("2012-03-01")],
    refused: { refusal: "InspectionUnknown", inspection: "i1" },
  },
  InspectsItself: {
    says: "a committee does not inspect itself",
    given: branches,
    when: [inspected("2012-03-01", { branch: "ministry" })],
    refused: { refusal: "InspectsItself", branch: "ministry" },
  },
  InspectedBranchDiffers: {
    says: "a corrected inspection of another branch leaves its findings behind",
    given: [...branches, inspected("2012-03-01"), found("2012-03-02")],
    when: [reversed("5.0"), inspected("2012-03-01", { branch: "other" })],
    refused: {
      refusal: "HasDependants",
      events: ["6.0 FindingRecorded"],
      because: ["InspectedBranchDiffers"],
    },
  },
  FindingExists: {
    says: "a finding is recorded once, whatever the inspection",
    given: [
      ...branches,
      inspected("2012-03-01"),
      found("2012-03-01"),
      inspected("2012-04-01", { inspection: "i2" }),
    ],
    when: [found("2012-04-01", { inspection: "i2" })],
    refused: { refusal: "FindingExists", finding: "f1" },
  },
  FindingUnknown: {
    says: "a finding is not remedied before it was recorded",
    given: [...branches, inspected("2012-03-01"), found("2012-03-02")],
    when: [remedied("2012-03-01")],
    refused: { refusal: "FindingUnknown", finding: "f1" },
  },
  RemediedAlready: {
    says: "a finding is remedied once",
    given: [...branches, inspected("2012-03-01"), found("2012-03-01"), remedied("2012-05-01")],
    when: [remedied("2012-06-01")],
    refused: { refusal: "RemediedAlready", finding: "f1" },
  },
  BranchUnknown: {
    says: "a branch is inspected from the day it was there",
    given: branches,
    when: [inspected("2011-12-31")],
    refused: { refusal: "BranchUnknown", branch: "cell" },
  },
  NotInVocabulary: {
    says: "a mode is a word of the structure pack in force",
    given: branches,
    when: [inspected("2012-03-01", { mode: "secret" })],
    refused: { refusal: "NotInVocabulary", vocabulary: "inspectionModes", term: "secret" },
  },
};

for (const [refusal, { says, given: lines, when, refused }] of Object.entries(examples)) {
  test(`${refusal}: ${says}`, async () => {
    expect(await given(...lines).when(...when)).toEqual({ refused: [refused] });
  });
}

test("YearDiffers: an inspection counts in the year of its day, whoever wrote the event", () => {
  const effectiveOn = CalendarDate.make("2013-01-05");
  const data = {
    inspection: Id.make("i1"),
    branch: BranchId.make("cell"),
    subjectKind: Term.make("cell"),
    by: BranchId.make("ministry"),
    year: 2012,
    kind: "inspection",
    mode: Term.make("regular"),
  } as const;
  const state = inspectionLaw.initial(tag("inspection", "i1"));
  const event = newEvent(BranchInspected, data, effectiveOn) as never;
  const rulebook = rulebookOf("vn-party", shippedPacks);
  expect(inspectionLaw.objections(state, event, [], { rulebook, today: effectiveOn })).toEqual([
    { refusal: "YearDiffers", facts: { year: 2012, effectiveOn: "2013-01-05" } },
  ]);
});

test("a finding states the branch inspected before, its remedy that of the finding", () => {
  const today = CalendarDate.make("2012-03-02");
  const context = { rulebook: rulebookOf("vn-party", shippedPacks), today };
  const data = { finding: "f1", inspection: "i1", branch: "cell", text: "x" };
  const elsewhere = { ...data, branch: "other" } as never;
  const differs = { stated: "other", is: "cell" };

  const inspection = inspectionLaw.initial(tag("inspection", "i1"));
  const early = newEvent(FindingRecorded, data as never, today) as never;
  expect(inspectionLaw.objections(inspection, early, [], context)).toEqual([
    { refusal: "InspectionUnknown", facts: { inspection: "i1" } },
  ]);
  inspectionLaw.evolve(inspection, newEvent(BranchInspected, data as never, today) as never, []);
  const recorded = newEvent(FindingRecorded, elsewhere, today) as never;
  expect(inspectionLaw.objections(inspection, recorded, [], context)).toEqual([
    { refusal: "InspectedBranchDiffers", facts: { inspection: "i1", ...differs } },
  ]);

  const finding = findingLaw.initial(tag("finding", "f1"));
  const tooSoon = newEvent(FindingRemedied, data as never, today) as never;
  expect(findingLaw.objections(finding, tooSoon, [], context)).toEqual([
    { refusal: "FindingUnknown", facts: { finding: "f1" } },
  ]);
  findingLaw.evolve(finding, newEvent(FindingRecorded, data as never, today) as never, []);
  const mended = newEvent(FindingRemedied, elsewhere, today) as never;
  expect(findingLaw.objections(finding, mended, [], context)).toEqual([
    { refusal: "InspectedBranchDiffers", facts: { finding: "f1", ...differs } },
  ]);
});

test("every refusal of the slice has its example", () => {
  const shown = [...Object.keys(examples), "YearDiffers", "NoStructurePackInForce"];
  expect(shown.toSorted()).toEqual(inspectionRefusals.toSorted());
});

test("an inspection is carried out from its item to its remedied finding", async () => {
  const outcome = await given(...branches).when(
    adopted("2012-01-10", [item("a", { mode: "thematic", branch: "cell" })], { title: "2012" }),
    inspected("2012-03-01", { mode: "thematic", item: "a", result: "Tốt" }),
    found("2012-03-01"),
    remedied("2012-05-01"),
  );
  const text = "Sinh hoạt chưa nề nếp";
  expect(outcome).toMatchObject({
    recorded: [
      { type: "ProgrammeAdopted" },
      {
        type: "BranchInspected",
        data: { branch: "cell", subjectKind: "cell", subjectParent: "base", year: 2012, item: "a" },
      },
      {
        type: "FindingRecorded",
        data: { finding: "f1", inspection: "i1", branch: "cell", text },
      },
      { type: "FindingRemedied", data: { finding: "f1", branch: "cell", text: "Đã sửa" } },
    ],
  });
});

test("a draft programme is replaced, by another draft and by the adopted one", async () => {
  const outcome = await given(
    ...branches,
    adopted("2012-01-10", [item("a")], { draft: true }),
    inspected("2012-01-15", { item: "a" }),
    adopted("2012-01-20", [item("b")], { draft: true }),
  ).when(adopted("2012-01-23", [item("c")]));
  expect(outcome).toMatchObject({ recorded: [{ type: "ProgrammeAdopted" }] });
});

test("a replaced item is carried out no more, and an item not before its programme", async () => {
  const lines = [
    ...branches,
    adopted("2012-01-10", [item("a")], { draft: true }),
    adopted("2012-01-23", [item("b")]),
  ];
  const refused = (id: string) => ({
    refused: [{ refusal: "ItemUnknown", committee: "ministry", year: 2012, item: id }],
  });
  expect(await given(...lines).when(inspected("2012-03-01", { item: "a" }))).toEqual(refused("a"));
  expect(await given(...lines).when(inspected("2012-01-22", { item: "b" }))).toEqual(refused("b"));
  expect(await given(...lines).when(inspected("2012-01-22", { item: "a" }))).toMatchObject({
    recorded: [{ data: { item: "a" } }],
  });
});

test("an adopted programme dated before a recorded draft contradicts the draft", async () => {
  const outcome = await given(
    ...branches,
    adopted("2012-01-10", [item("a")], { draft: true }),
  ).when(adopted("2012-01-05", [item("a")]));
  expect(outcome).toEqual({
    refused: [
      {
        refusal: "ContradictsLater",
        events: ["5.0 ProgrammeAdopted"],
        because: ["ProgrammeExists"],
      },
    ],
  });
});

test("each committee and each year has a programme of its own", async () => {
  const outcome = await given(...branches, adopted("2012-01-10", [item("a")])).when(
    adopted("2012-01-10", [item("a")], { committee: "base" }),
    adopted("2012-12-20", [item("a")], { year: 2013 }),
  );
  expect(outcome).toMatchObject({
    recorded: [{ data: { committee: "base" } }, { data: { year: 2013 } }],
  });
});

test("an inspection agrees with its item in kind and mode; the kind other names none", async () => {
  const items = [item("a", { mode: "thematic" }), item("b", { kind: "other" })];
  const recorded = given(...branches, adopted("2012-01-10", items));
  expect(await recorded.when(inspected("2012-03-01", { item: "a", kind: "supervision" }))).toEqual({
    refused: [
      { refusal: "ItemDiffers", item: "a", stated: "supervision", is: "inspection" },
      { refusal: "ItemDiffers", item: "a", stated: "regular", is: "thematic" },
    ],
  });
  expect(
    await recorded.when(inspected("2012-03-01", { item: "b", kind: "supervision" })),
  ).toMatchObject({ recorded: [{ data: { item: "b" } }] });
});

test("a programme names modes of the pack, and only branches that are there", async () => {
  expect(
    await given(...branches).when(adopted("2012-01-10", [item("a", { mode: "secret" })])),
  ).toMatchObject({ refused: [{ refusal: "NotInVocabulary", term: "secret" }] });
  expect(
    await given(...branches).when(adopted("2012-01-10", [item("a", { branch: "nowhere" })])),
  ).toEqual({ refused: [{ refusal: "BranchUnknown", branch: "nowhere" }] });
});

test("a finding never recorded is not remedied, one of no inspection not recorded", async () => {
  expect(await given(...branches).when(remedied("2012-05-01"))).toEqual({
    refused: [{ refusal: "FindingUnknown", finding: "f1" }],
  });
  expect(await given(...branches).when(found("2012-05-01"))).toEqual({
    refused: [{ refusal: "InspectionUnknown", inspection: "i1" }],
  });
});

test("a remedy is of the branch its finding was made in", async () => {
  const outcome = await given(
    ...branches,
    inspected("2012-03-01"),
    found("2012-03-01"),
    remedied("2012-05-01"),
  ).when(
    reversed("6.0"),
    reversed("5.0"),
    inspected("2012-03-01", { branch: "other" }),
    found("2012-03-01"),
  );
  expect(outcome).toEqual({
    refused: [
      {
        refusal: "HasDependants",
        events: ["7.0 FindingRemedied"],
        because: ["InspectedBranchDiffers"],
      },
    ],
  });
});

test("findings and remedies outlive their branch", async () => {
  const outcome = await given(...branches, inspected("2012-03-01"), found("2012-03-01"), [
    "DissolveBranch",
    "2012-04-01",
    { branch: "cell" },
  ]).when(found("2012-05-01", { finding: "f2" }), remedied("2012-05-01"));
  expect(outcome).toMatchObject({
    recorded: [{ type: "FindingRecorded" }, { type: "FindingRemedied" }],
  });
});

test("an inspection recorded late names the parent of its day, not that of today", async () => {
  const moved: Line = ["MoveBranch", "2012-06-01", { branch: "cell", to: "ministry" }];
  expect(await given(...branches, moved).when(inspected("2012-05-31"))).toMatchObject({
    recorded: [{ data: { subjectParent: "base" } }],
  });
  expect(await given(...branches, inspected("2012-06-01")).when(moved)).toMatchObject({
    recorded: [{ type: "BranchMoved" }],
  });
  expect(await given(...branches, inspected("2012-06-02")).when(moved)).toEqual({
    refused: [
      {
        refusal: "ContradictsLater",
        events: ["5.0 BranchInspected"],
        because: ["BranchDiffers"],
      },
    ],
  });
});
