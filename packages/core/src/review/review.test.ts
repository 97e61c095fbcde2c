import { given, type Line } from "@tongket/testing";
import { expect, test } from "vitest";
import { CalendarDate } from "../kernel/date.ts";
import { newEvent } from "../kernel/event.ts";
import { tag } from "../kernel/ids.ts";
import { packHash, rulebookOf, shippedPacks } from "../rulebook/index.ts";
import { PlanAdopted } from "./events.ts";
import { type ReviewRefusal, reviewLaw, reviewRefusals } from "./index.ts";

/** Positions 1 and 2. */
const branches: readonly Line[] = [
  ["EstablishBranch", "2012-01-01", { branch: "ministry", kind: "upper-committee", name: "Bộ" }],
  [
    "EstablishBranch",
    "2012-01-01",
    { branch: "cell", kind: "cell", name: "Chi bộ", parent: "ministry" },
  ],
];
const guidance = shippedPacks.find(({ pack }) => pack === "2011-07-hd-btctw");
if (guidance === undefined) throw new Error("No rating pack is shipped");
const guidanceHash = packHash(guidance);

const whole = { committee: "ministry", year: 2012 };
/** A command about the review of 2012. */
const about =
  (command: string, own: object) =>
  (on: string, part: object = {}): Line => [command, on, { ...whole, ...own, ...part }];
const opened = about("OpenReview", {});
const result = about("NoteResult", { result: "r1", text: "Đã quán triệt" });
const shortcoming = about("NoteShortcoming", { shortcoming: "s1", text: "Chậm đổi mới" });
const remedied = about("RemedyShortcoming", { shortcoming: "s1" });
const direction = about("SetDirection", { ordinal: 1, text: "Học tập, quán triệt" });
const request = about("NoteDirection", {
  direction: "d1",
  source: "speech",
  text: "Quan tâm đoàn thể",
});
const plan = about("AdoptPlan", { plan: "p1", title: "Kế hoạch", statedItems: 4, items: ["Một"] });
const presented = about("PresentReport", { meeting: "conference" });
const adopted = about("AdoptReport", { meeting: "conference" });
const closed = about("CloseReview", {});
const figure = (on: string, value: object, part: object = {}): Line => [
  "ReportFigure",
  on,
  {
    branch: "ministry",
    year: 2012,
    measure: "baseOrganisationsAtTop",
    value,
    phrase: "97% TCCSĐ",
    ...part,
  },
];
const percent97 = { percent: 97, decimals: 0 };
const { inForceTo: _, ...openGuidance } = guidance;
/** From 2027 on; what is in force till then has no last day. */
const ownPack = (title: string, part: object = {}) => ({
  ...openGuidance,
  pack: "own-2027",
  title,
  inForceFrom: "2027-01-01",
  ...part,
});
const registered = (on: string, content: object): Line => ["RegisterRulePack", on, { content }];
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
const open = [...branches, opened("2012-12-01")];

const examples: Record<ReviewRefusal, Example> = {
  NoRatingPackInForce: {
    says: "a review opens under a pack in force on its day",
    given: branches,
    when: opened("2008-01-01"),
    refused: { effectiveOn: "2008-01-01" },
  },
  PackUnknown: {
    says: "a review opens under a pack that is known, and that rates",
    given: branches,
    when: opened("2012-12-01", { pack: "vn-party-structure-2011" }),
    refused: { pack: "vn-party-structure-2011" },
  },
  ReviewOpenedAlready: {
    says: "a review is opened once",
    given: open,
    when: opened("2012-12-02"),
    refused: whole,
  },
  ReviewNotOpen: {
    says: "a report is not presented before its review was opened",
    given: open,
    when: presented("2012-11-30"),
    refused: whole,
  },
  ReviewIsClosed: {
    says: "a closed review takes no more shortcomings",
    given: [...open, closed("2013-01-31")],
    when: shortcoming("2013-02-01"),
    refused: whole,
  },
  ReportNotPresented: {
    says: "a report is adopted after it was presented",
    given: [...open, presented("2013-01-23")],
    when: adopted("2013-01-22"),
    refused: whole,
  },
  ReportAdoptedAlready: {
    says: "an adopted report is not presented again",
    given: [...open, presented("2013-01-22"), adopted("2013-01-23")],
    when: presented("2013-01-24"),
    refused: whole,
  },
  ResultExists: {
    says: "a result is noted once",
    given: [...branches, result("2013-01-10")],
    when: result("2013-01-11"),
    refused: { ...whole, result: "r1" },
  },
  ShortcomingExists: {
    says: "a shortcoming is noted once",
    given: [...branches, shortcoming("2013-01-10")],
    when: shortcoming("2013-01-11", { text: "Khác" }),
    refused: { ...whole, shortcoming: "s1" },
  },
  ShortcomingUnknown: {
    says: "a shortcoming is not remedied before it was noted",
    given: [...branches, shortcoming("2013-01-10")],
    when: remedied("2013-01-09"),
    refused: { ...whole, shortcoming: "s1" },
  },
  ShortcomingRemediedAlready: {
    says: "a shortcoming is remedied once",
    given: [...branches, shortcoming("2013-01-10"), remedied("2013-05-01")],
    when: remedied("2013-06-01"),
    refused: { ...whole, shortcoming: "s1" },
  },
  DirectionExists: {
    says: "a direction has a number of its own",
    given: [...branches, direction("2012-01-10")],
    when: direction("2012-01-11", { text: "Khác" }),
    refused: { ...whole, ordinal: 1 },
  },
  RequestExists: {
    says: "what a speech asked for is noted once",
    given: [...branches, request("2013-01-23")],
    when: request("2013-01-23", { source: "conclusion" }),
    refused: { ...whole, direction: "d1" },
  },
  PlanExists: {
    says: "a plan is adopted once",
    given: [...branches, plan("2012-01-10")],
    when: plan("2012-01-11"),
    refused: { ...whole, plan: "p1" },
  },
  DraftDiffers: {
    says: "a plan takes the place of the draft that stands before it",
    given: [...branches, plan("2012-01-10", { draft: true }), plan("2012-01-20")],
    when: plan("2012-01-15", { draft: true, items: ["Một", "Hai"] }),
    refused: {
      refusal: "ContradictsLater",
      events: ["4.0 PlanAdopted"],
      because: ["DraftDiffers"],
    },
  },
  ReportedAlready: {
    says: "a figure is reported once for a branch and year",
    given: [...branches, figure("2013-01-23", percent97)],
    when: figure("2013-01-24", { percent: 98, decimals: 0 }),
    refused: { branch: "ministry", year: 2012, measure: "baseOrganisationsAtTop" },
  },
  FigureContradictsItself: {
    says: "a share comes to the percentage it states",
    given: branches,
    when: figure("2013-01-23", { ...percent97, num: 30, den: 32 }),
    refused: {
      branch: "ministry",
      year: 2012,
      measure: "baseOrganisationsAtTop",
      value: { ...percent97, num: 30, den: 32 },
    },
  },
  RegimeDiffers: {
    says: "a ledger takes packs of its own regime",
    given: branches,
    when: registered("2015-01-01", ownPack("Của hội", { regime: "chess-club" })),
    refused: { pack: "own-2027", stated: "chess-club", is: "vn-party" },
  },
  PackExists: {
    says: "a pack never changes",
    given: [...branches, registered("2015-01-01", ownPack("Hướng dẫn"))],
    when: registered("2015-01-02", ownPack("Hướng dẫn sửa đổi")),
    refused: { pack: "own-2027" },
  },
  PackFaulty: {
    says: "a pack says nothing that contradicts itself",
    given: branches,
    when: registered("2015-01-01", ownPack("Hướng dẫn", { inForceTo: "2026-12-31" })),
    refused: { pack: "own-2027", fault: "DatesInverted", path: "inForceTo", value: "2026-12-31" },
  },
  PackOverlaps: {
    says: "no two packs of one matter are in force on one day",
    given: branches,
    when: registered(
      "2015-01-01",
      ownPack("Hướng dẫn", { inForceFrom: "2014-09-24", inForceTo: "2014-09-24" }),
    ),
    refused: {
      pack: "own-2027",
      other: "2011-07-hd-btctw",
      from: "2014-09-24",
      to: "2014-09-24",
    },
  },
  PackLeavesGap: {
    says: "a pack begins where the one before it ends",
    given: [
      ...branches,
      registered("2015-01-01", ownPack("Hướng dẫn", { inForceTo: "2027-12-31" })),
    ],
    when: registered(
      "2015-01-01",
      ownPack("Tiếp theo", { pack: "next", inForceFrom: "2028-01-02" }),
    ),
    refused: { pack: "next", other: "own-2027", from: "2028-01-01", to: "2028-01-01" },
  },
};

for (const [refusal, { says, given: lines, when, refused }] of Object.entries(examples)) {
  test(`${refusal}: ${says}`, async () => {
    expect(await given(...lines).when(when)).toEqual({ refused: [{ refusal, ...refused }] });
  });
}

test("a plan that is told to replace what was no draft says whose it is, and what it was", () => {
  const today = CalendarDate.make("2012-01-20");
  const context = { rulebook: rulebookOf("vn-party", shippedPacks), today };
  const state = reviewLaw.initial(tag("review", "ministry/2012"));
  const told = { ...whole, plan: "p1", title: "P", items: ["Một"], replaces: 2 };
  const event = newEvent(PlanAdopted, told as never, today) as never;
  expect(reviewLaw.objections(state, event, [], context)).toEqual([
    { refusal: "DraftDiffers", facts: { ...whole, plan: "p1", stated: 2, is: undefined } },
  ]);
});

test("every refusal of the slice has its example", () => {
  expect(Object.keys(examples)).toEqual([...reviewRefusals]);
});

test("a review goes from its opening to its close in one commit", async () => {
  const outcome = await given(...branches).when(
    opened("2012-12-01"),
    result("2013-01-10", { field: "Chính trị, tư tưởng" }),
    shortcoming("2013-01-10"),
    direction("2013-01-10"),
    request("2013-01-23", { meeting: "conference", person: "minister" }),
    plan("2013-01-23", { draft: true }),
    figure("2013-01-23", { ...percent97, num: 32, den: 33 }),
    presented("2013-01-23"),
    adopted("2013-01-23"),
    closed("2013-01-31"),
    remedied("2013-06-01", { text: "Đã đổi mới" }),
  );
  expect(outcome).toMatchObject({
    recorded: [
      { type: "ReviewOpened", data: { ...whole, pack: guidance.pack, packHash: guidanceHash } },
      { type: "ResultNoted", data: { ...whole, field: "Chính trị, tư tưởng" } },
      { type: "ShortcomingNoted", data: whole },
      { type: "DirectionSet", data: { ...whole, ordinal: 1 } },
      { type: "DirectionNoted", data: { ...whole, person: "minister" } },
      { type: "PlanAdopted", data: { ...whole, draft: true, statedItems: 4, items: ["Một"] } },
      { type: "FigureReported", data: { branch: "ministry", value: { percent: 97, num: 32 } } },
      { type: "ReportPresented", data: { ...whole, meeting: "conference" } },
      { type: "ReportAdopted", data: { ...whole, meeting: "conference" } },
      { type: "ReviewClosed", data: whole },
      { type: "ShortcomingRemedied", data: { ...whole, text: "Đã đổi mới" } },
    ],
  });
});

test("directions, plans and figures do not wait for a review to open", async () => {
  const next = { year: 2014 };
  const outcome = await given(...branches).when(
    direction("2013-01-23", next),
    plan("2013-01-23", next),
    figure("2013-01-23", { count: 9 }, { branch: "cell", measure: "inspectionsHeld" }),
  );
  expect(outcome).toMatchObject({ recorded: [{}, {}, { data: { branch: "cell" } }] });
});

test("a closed review takes nothing more but remedies", async () => {
  const recorded = given(...open, shortcoming("2013-01-10"), closed("2013-01-31"));
  const refused = { refused: [{ refusal: "ReviewIsClosed", ...whole }] };
  for (const line of [opened, result, direction, request, plan, presented, adopted, closed]) {
    expect(await recorded.when(line("2013-02-01"))).toEqual(refused);
  }
  expect(await recorded.when(figure("2013-02-01", percent97))).toEqual(refused);
  expect(await recorded.when(remedied("2013-02-01"))).toMatchObject({ recorded: [{}] });
  expect(await recorded.when(remedied("2013-02-01", { shortcoming: "s2" }))).toMatchObject({
    refused: [{ refusal: "ShortcomingUnknown" }],
  });
  const next = direction("2013-02-01", { year: 2013 });
  expect(
    await recorded.when(next, figure("2013-02-01", percent97, { branch: "cell" })),
  ).toMatchObject({ recorded: [{ data: { year: 2013 } }, { data: { branch: "cell" } }] });
});

test("a close recorded late contradicts what was noted after it", async () => {
  const outcome = await given(...open, shortcoming("2013-01-10")).when(closed("2013-01-05"));
  expect(outcome).toEqual({
    refused: [
      {
        refusal: "ContradictsLater",
        events: ["4.0 ShortcomingNoted"],
        because: ["ReviewIsClosed"],
      },
    ],
  });
});

test("a shortcoming of before the close is noted late, with its remedy in one commit", async () => {
  const outcome = await given(...open, closed("2013-01-31")).when(
    remedied("2013-06-01"),
    shortcoming("2013-01-10"),
  );
  expect(outcome).toMatchObject({
    recorded: [{ type: "ShortcomingNoted" }, { type: "ShortcomingRemedied" }],
  });
});

test("a report is presented again until it is adopted, once", async () => {
  const lines = [...open, presented("2013-01-20"), presented("2013-01-22")];
  const recorded = given(...lines, adopted("2013-01-23"));
  expect(await recorded.when(adopted("2013-01-24"))).toEqual({
    refused: [{ refusal: "ReportAdoptedAlready", ...whole }],
  });
  expect(await recorded.when(reversed("5.0"))).toMatchObject({ recorded: [{}] });
  expect(await recorded.when(reversed("5.0"), reversed("4.0"))).toEqual({
    refused: [
      {
        refusal: "HasDependants",
        events: ["6.0 ReportAdopted"],
        because: ["ReportNotPresented"],
      },
    ],
  });
});

test("a review that was not opened has no report to adopt, and is not closed", async () => {
  for (const line of [presented, adopted, closed]) {
    expect(await given(...branches).when(line("2013-01-22"))).toEqual({
      refused: [{ refusal: "ReviewNotOpen", ...whole }],
    });
  }
  expect(await given(...open, presented("2013-01-22")).when(closed("2013-01-31"))).toMatchObject({
    recorded: [{ type: "ReviewClosed" }],
  });
});

test("what was presented and closed depends on the opening", async () => {
  const lines = [...open, presented("2013-01-22"), closed("2013-01-31")];
  expect(await given(...lines).when(reversed("3.0"))).toEqual({
    refused: [
      {
        refusal: "HasDependants",
        events: ["4.0 ReportPresented", "5.0 ReviewClosed"],
        because: ["ReviewNotOpen"],
      },
    ],
  });
  expect(await given(...lines).when(reversed("3.0"), opened("2012-11-01"))).toMatchObject({
    recorded: [{ type: "EventReversed" }, { type: "ReviewOpened" }],
  });
  expect(await given(...lines).when(reversed("5.0"), result("2013-02-10"))).toMatchObject({
    recorded: [{ type: "EventReversed" }, { type: "ResultNoted" }],
  });
});

test("a figure is corrected by reversing it and reporting it anew in one commit", async () => {
  const outcome = await given(...branches, figure("2013-01-23", percent97)).when(
    reversed("3.0"),
    figure("2013-01-23", { percent: 974, decimals: 1 }),
  );
  expect(outcome).toMatchObject({ recorded: [{}, { data: { value: { percent: 974 } } }] });
});

test.each([
  { percent: 97, decimals: 0, num: 39, den: 40, why: "97.5% cut off" },
  { percent: 98, decimals: 0, num: 39, den: 40, why: "97.5% half up" },
  { percent: 97, decimals: 0, num: 28, den: 29, why: "96.55% half up" },
  { percent: 974, decimals: 1, num: 38, den: 39, why: "97.43% half up" },
  { percent: 120, decimals: 0, num: 6, den: 5, why: "more than the whole" },
  { percent: 0, decimals: 0, num: 0, den: 7, why: "nothing" },
  { percent: 97, decimals: 0, num: 38, why: "the whole is not stated" },
  { percent: 97, decimals: 0, den: 39, why: "the part is not stated" },
  { count: 9, why: "a count" },
])("a figure may say $percent of $num/$den: $why", async ({ why: _, ...value }) => {
  const outcome = await given(...branches).when(figure("2013-01-23", value));
  expect(outcome).toMatchObject({ recorded: [{ data: { value } }] });
});

test.each([
  { percent: 97, decimals: 0, num: 27, den: 28, why: "96.43%" },
  { percent: 97, decimals: 0, num: 98, den: 100, why: "98% exactly" },
  { percent: 97, decimals: 0, num: 0, den: 0, why: "a share of nothing" },
  { percent: 9750, decimals: 2, num: 38, den: 39, why: "97.436%" },
])("a figure may not say $percent of $num/$den: $why", async ({ why: _, ...value }) => {
  const outcome = await given(...branches).when(figure("2013-01-23", value));
  expect(outcome).toMatchObject({ refused: [{ refusal: "FigureContradictsItself" }] });
});

test("a pack is registered with its hash, and holds for what comes after", async () => {
  const content = ownPack("Hướng dẫn");
  const hash = packHash(content as typeof guidance);
  expect(await given(...branches).when(registered("2015-01-01", content))).toEqual({
    recorded: [
      {
        type: "RulePackRegistered",
        effectiveOn: "2015-01-01",
        data: { pack: "own-2027", packHash: hash, content },
      },
    ],
  });
  const recorded = given(...branches, registered("2015-01-01", content));
  expect(await recorded.when(opened("2027-12-01", { year: 2027 }))).toMatchObject({
    recorded: [{ data: { pack: "own-2027", packHash: hash } }],
  });
  expect(await recorded.when(opened("2013-12-01", { pack: "own-2027" }))).toMatchObject({
    recorded: [{ data: { pack: "own-2027", packHash: hash } }],
  });
});

test("a pack registered again adds nothing, one that is shipped joins the ledger", async () => {
  const recorded = given(...branches, registered("2015-01-01", ownPack("Hướng dẫn")));
  expect(await recorded.when(registered("2015-02-01", ownPack("Hướng dẫn")))).toBe("unchanged");
  expect(await recorded.when(registered("2014-12-01", ownPack("Hướng dẫn")))).toMatchObject({
    recorded: [{ type: "RulePackRegistered" }],
  });
  expect(await recorded.when(registered("2015-02-01", guidance as object))).toMatchObject({
    recorded: [{ data: { pack: guidance.pack, packHash: guidanceHash } }],
  });
});

test("a shipped pack, and one registered in the same commit, are not to be changed", async () => {
  const refused = (pack: string) => ({ refused: [{ refusal: "PackExists", pack }] });
  const changed = { ...guidance, title: "Khác" };
  expect(await given(...branches).when(registered("2013-01-01", changed))).toEqual(
    refused(guidance.pack),
  );
  expect(
    await given(...branches).when(
      registered("2015-01-01", ownPack("Hướng dẫn")),
      registered("2015-01-01", ownPack("Hướng dẫn sửa đổi")),
    ),
  ).toEqual(refused("own-2027"));
});

test("packs of one commit are judged by each other, in the order of their effect", async () => {
  const first = ownPack("Một", { pack: "first", inForceTo: "2027-12-31" });
  const second = (inForceFrom: string) => ownPack("Hai", { pack: "second", inForceFrom });
  const both = (from: string) => [
    registered("2015-01-01", first),
    registered("2015-01-01", second(from)),
  ];
  expect(await given(...branches).when(...both("2028-01-01"))).toMatchObject({
    recorded: [{ data: { pack: "first" } }, { data: { pack: "second" } }],
  });
  expect(await given(...branches).when(...both("2027-12-31"))).toMatchObject({
    refused: [{ refusal: "PackOverlaps", pack: "second", other: "first" }],
  });
});

test("no kind of branch and no level is the word for members", async () => {
  const { parameters } = guidance;
  if (!("branchLevels" in parameters)) throw new Error("no rating pack");
  const member = { term: "member", labels: {} };
  const branchLevels = {
    ...parameters.branchLevels,
    value: [...parameters.branchLevels.value, member],
  };
  const content = ownPack("Hướng dẫn", { parameters: { ...parameters, branchLevels } });
  expect(await given(...branches).when(registered("2015-01-01", content))).toMatchObject({
    refused: [
      {
        refusal: "PackFaulty",
        fault: "TermReserved",
        path: `parameters.branchLevels.value.${branchLevels.value.length - 1}.term`,
        value: "member",
      },
    ],
  });
});

test("a registered pack stays: what was judged under it is not judged anew", async () => {
  const outcome = await given(...branches, registered("2015-01-01", ownPack("Hướng dẫn"))).when(
    reversed("3.0"),
  );
  expect(outcome).toMatchObject({
    refused: [{ refusal: "MayNotBeReversed", type: "RulePackRegistered" }],
  });
});

test("what is no rule pack is ill-typed before anything is decided", async () => {
  const recorded = given(...branches);
  await expect(recorded.when(registered("2015-01-01", { pack: "x" }))).rejects.toThrow("ill-typed");
  const excess = ownPack("Hướng dẫn", { colour: "red" });
  await expect(recorded.when(registered("2015-01-01", excess))).rejects.toThrow("ill-typed");
});

test("a review is of a committee that is there", async () => {
  expect(await given(...branches).when(opened("2012-12-01", { committee: "nowhere" }))).toEqual({
    refused: [{ refusal: "BranchUnknown", branch: "nowhere" }],
  });
});

test("a plan takes the place of the draft of it, and says how long that was", async () => {
  const two = { draft: true, items: ["Một", "Hai"] };
  const drafted = [...branches, plan("2012-01-10", two)];
  expect(await given(...drafted).when(plan("2012-01-11", { draft: true }))).toMatchObject({
    recorded: [{ data: { plan: "p1", draft: true, replaces: 2 } }],
  });
  const final = await given(...drafted).when(plan("2012-01-11"));
  expect(final).toMatchObject({ recorded: [{ data: { replaces: 2 } }] });
  expect(await given(...drafted).when(plan("2012-01-11", { plan: "p2" }))).toMatchObject({
    recorded: [{ data: expect.not.objectContaining({ replaces: 2 }) }],
  });
  const adopted = [...drafted, plan("2012-01-11")];
  expect(await given(...adopted).when(plan("2012-01-12", two))).toEqual({
    refused: [{ refusal: "PlanExists", ...whole, plan: "p1" }],
  });
});

test("a plan told again on its day is no news, be it a draft or what took its place", async () => {
  const day = "2012-01-10";
  const drafts = [plan(day, { draft: true }), plan(day, { draft: true, items: ["Một", "Hai"] })];
  const [first, second] = drafts as [Line, Line];
  expect(await given(...branches, first).when(first)).toBe("unchanged");
  expect(await given(...branches, ...drafts).when(second)).toBe("unchanged");
  for (const again of [...drafts, plan(day)]) {
    expect(await given(...branches, ...drafts, plan(day)).when(again)).toBe("unchanged");
  }
  expect(await given(...branches, ...drafts).when(first)).toMatchObject({
    recorded: [{ data: { items: ["Một"], replaces: 2 } }],
  });
});
