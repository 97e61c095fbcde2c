import { given, type Line } from "@tongket/testing";
import { expect, test } from "vitest";
import { CalendarDate } from "../kernel/date.ts";
import { newEvent } from "../kernel/event.ts";
import { tag } from "../kernel/ids.ts";
import { rulebookOf, shippedPacks } from "../rulebook/index.ts";
import { TargetDropped, TargetRevised, TargetSet } from "./events.ts";
import { type TargetRefusal, targetLaw, targetRefusals } from "./index.ts";

/** Positions 1 and 2. */
const branches: readonly Line[] = [
  ["EstablishBranch", "2012-01-01", { branch: "ministry", kind: "upper-committee", name: "Bộ" }],
  [
    "EstablishBranch",
    "2012-01-01",
    { branch: "base", kind: "base-committee", name: "Vụ", parent: "ministry" },
  ],
];
const share = (num: number, den: number, op = ">=") => ({ op, value: { num, den } });
const count = (least: number) => ({ op: ">=", value: { count: least } });
const set = (on: string, part: object = {}): Line => [
  "SetTarget",
  on,
  {
    target: "t1",
    committee: "ministry",
    year: 2013,
    measure: "declared",
    goal: share(90, 100),
    scope: "aggregate",
    text: "90% TCCSĐ trong sạch, vững mạnh",
    ...part,
  },
];
const revised = (on: string, goal: object): Line => [
  "ReviseTarget",
  on,
  { target: "t1", goal, reason: "sơ kết" },
];
const dropped = (on: string): Line => ["DropTarget", on, { target: "t1", reason: "trùng lặp" }];
const declared = (on: string, reached = true, text = "đã làm"): Line => [
  "DeclareEvidence",
  on,
  { target: "t1", reached, text },
];
const reversed = (target: string): Line => [
  "ReverseEvent",
  "2013-12-01",
  { target, reason: "nhầm" },
];
const standing = [...branches, set("2013-01-23")];

interface Example {
  readonly says: string;
  readonly given: readonly Line[];
  readonly when: readonly Line[];
  readonly refused: object;
}

const examples: Record<TargetRefusal, Example> = {
  TargetExists: {
    says: "a target is set once, be it dropped since",
    given: [...standing, dropped("2013-06-01")],
    when: [set("2013-07-01")],
    refused: { refusal: "TargetExists", target: "t1" },
  },
  TargetUnknown: {
    says: "a target is not revised before it was set",
    given: standing,
    when: [revised("2013-01-22", share(95, 100))],
    refused: { refusal: "TargetUnknown", target: "t1" },
  },
  TargetDropped: {
    says: "a dropped target is left alone",
    given: [...standing, dropped("2013-06-01")],
    when: [revised("2013-07-01", share(95, 100))],
    refused: { refusal: "TargetDropped", target: "t1" },
  },
  TargetDiffers: {
    says: "a target set anew for another committee leaves its revision behind",
    given: [...standing, revised("2013-06-01", share(95, 100))],
    when: [reversed("3.0"), set("2013-01-23", { committee: "base" })],
    refused: {
      refusal: "HasDependants",
      events: ["4.0 TargetRevised"],
      because: ["TargetDiffers"],
    },
  },
  GoalDiffers: {
    says: "a revision dated before a recorded one takes away the goal that one revised",
    given: [...standing, revised("2013-06-01", share(95, 100))],
    when: [revised("2013-03-01", share(80, 100))],
    refused: {
      refusal: "ContradictsLater",
      events: ["4.0 TargetRevised"],
      because: ["GoalDiffers"],
    },
  },
  GoalUnchanged: {
    says: "nine of ten is the goal of ninety of a hundred",
    given: standing,
    when: [revised("2013-06-01", share(9, 10))],
    refused: { refusal: "GoalUnchanged", target: "t1", is: share(90, 100) },
  },
  MeasureUnknown: {
    says: "what no measure counts can never be judged",
    given: branches,
    when: [set("2013-01-23", { measure: "membersAdmited" })],
    refused: { refusal: "MeasureUnknown", measure: "membersAdmited" },
  },
  MeasureLacksWord: {
    says: "a measure of one course or another names the course",
    given: branches,
    when: [set("2013-01-23", { measure: "peopleTrained", goal: count(120) })],
    refused: { refusal: "MeasureLacksWord", measure: "peopleTrained", vocabulary: "courses" },
  },
  NotInVocabulary: {
    says: "the word of a measure is one of its vocabulary",
    given: branches,
    when: [set("2013-01-23", { measure: "peopleTrained/dancing", goal: count(120) })],
    refused: { refusal: "NotInVocabulary", vocabulary: "courses", term: "dancing" },
  },
  GoalNotOfMeasure: {
    says: "a share is not held against a count, nor after a revision",
    given: [...branches, set("2013-01-23", { measure: "baseOrganisationsAtTop" })],
    when: [revised("2013-06-01", count(3))],
    refused: {
      refusal: "GoalNotOfMeasure",
      ...{ measure: "baseOrganisationsAtTop", is: "share", stated: "count" },
    },
  },
  GoalAboveWhole: {
    says: "nothing reaches more than all of it",
    given: branches,
    when: [set("2013-01-23", { goal: share(150, 100) })],
    refused: { refusal: "GoalAboveWhole", measure: "declared", num: 150, den: 100 },
  },
  CountDecides: {
    says: "no evidence stands in for a count, not even while that is unknown",
    given: [...branches, set("2013-01-23", { measure: "membersAdmitted", goal: count(100) })],
    when: [declared("2013-11-01")],
    refused: { refusal: "CountDecides", target: "t1", measure: "membersAdmitted" },
  },
};

for (const [refusal, { says, given: lines, when, refused }] of Object.entries(examples)) {
  test(`${refusal}: ${says}`, async () => {
    expect(await given(...lines).when(...when)).toEqual({ refused: [refused] });
  });
}

test("every refusal of the slice has its example", () => {
  expect(Object.keys(examples)).toEqual([...targetRefusals]);
});

test("a revision is of a standing target: whose it is and from which goal, as that stands", () => {
  const today = CalendarDate.make("2013-06-01");
  const state = targetLaw.initial(tag("target", "t1"));
  const [, , target] = set("2013-01-23");
  const refusedAs = (refusal: string) => [{ refusal, facts: { target: "t1" } }];
  const setting = newEvent(TargetSet, target as never, today) as never;
  const dropping = newEvent(TargetDropped, { ...target, reason: "x" } as never, today) as never;
  const context = { rulebook: rulebookOf("vn-party", shippedPacks), today };
  expect(targetLaw.objections(state, dropping, [], context)).toEqual(refusedAs("TargetUnknown"));
  const gone = targetLaw.initial(tag("target", "t1"));
  targetLaw.evolve(gone, setting, []);
  targetLaw.evolve(gone, dropping, []);
  expect(targetLaw.objections(gone, dropping, [], context)).toEqual(refusedAs("TargetDropped"));
  targetLaw.evolve(state, setting, []);
  const objections = (part: object) => {
    const data = { ...target, from: share(9, 10), to: share(95, 100), reason: "x", ...part };
    const event = newEvent(TargetRevised, data as never, today) as never;
    return targetLaw.objections(state, event, [], context);
  };
  expect(objections({})).toEqual([]);
  expect(objections({ committee: "base" })).toEqual([
    { refusal: "TargetDiffers", facts: { target: "t1", stated: "base", is: "ministry" } },
  ]);
  expect(objections({ year: 2014 })).toEqual([
    { refusal: "TargetDiffers", facts: { target: "t1", stated: 2014, is: 2013 } },
  ]);
  expect(objections({ from: count(3) })).toEqual([
    { refusal: "GoalDiffers", facts: { target: "t1", stated: count(3), is: share(90, 100) } },
  ]);
});

test("a word that a measure may do without is one of its vocabulary all the same", async () => {
  const measured = (measure: string) =>
    given(...branches).when(set("2013-01-23", { measure, goal: count(9) }));
  expect(await measured("awardsGranted/kindest")).toEqual({
    refused: [{ refusal: "NotInVocabulary", vocabulary: "awardCategories", term: "kindest" }],
  });
  expect(await measured("awardsGranted")).toMatchObject({ recorded: [{ type: "TargetSet" }] });
});

test("a target is set, revised, answered for and dropped in one commit", async () => {
  const outcome = await given(...branches).when(
    set("2013-01-23", { goal: count(100) }),
    revised("2013-06-01", count(120)),
    declared("2013-11-01"),
    dropped("2013-12-01"),
  );
  const whole = { target: "t1", committee: "ministry", year: 2013 };
  expect(outcome).toMatchObject({
    recorded: [
      { type: "TargetSet", data: { ...whole, goal: count(100), scope: "aggregate" } },
      {
        type: "TargetRevised",
        data: { ...whole, from: count(100), to: count(120), reason: "sơ kết" },
      },
      { type: "EvidenceDeclared", data: { ...whole, reached: true, text: "đã làm" } },
      { type: "TargetDropped", data: { ...whole, reason: "trùng lặp" } },
    ],
  });
});

test("a strict goal is another than a plain one, a share than a count", async () => {
  const recorded = given(...standing);
  for (const goal of [share(90, 100, ">"), count(90), share(91, 100)]) {
    expect(await recorded.when(revised("2013-06-01", goal))).toMatchObject({
      recorded: [{ data: { from: share(90, 100), to: goal } }],
    });
  }
});

test("a count is another goal than a share, another count or another comparison", async () => {
  const recorded = given(...branches, set("2013-01-23", { goal: count(100) }));
  expect(await recorded.when(revised("2013-06-01", count(100)))).toEqual({
    refused: [{ refusal: "GoalUnchanged", target: "t1", is: count(100) }],
  });
  for (const goal of [count(101), share(100, 100), { op: "=", value: { count: 100 } }]) {
    expect(await recorded.when(revised("2013-06-01", goal))).toMatchObject({
      recorded: [{ data: { from: count(100), to: goal } }],
    });
  }
});

test("a measure has a word where it takes one, and needs none where it counts all", async () => {
  const setOf = (measure: string, goal: object) =>
    given(...branches).when(set("2013-01-23", { measure, goal }));
  for (const measure of ["peopleTrained/awareness", "meetingsHeld", "meetingsHeld/regular"]) {
    expect(await setOf(measure, count(4))).toMatchObject({ recorded: [{ data: { measure } }] });
  }
  expect(await setOf("membersAdmitted/awareness", count(4))).toEqual({
    refused: [{ refusal: "MeasureUnknown", measure: "membersAdmitted/awareness" }],
  });
  expect(await setOf("peopleTrained/awareness", share(9, 10))).toMatchObject({
    refused: [{ refusal: "GoalNotOfMeasure", is: "count", stated: "share" }],
  });
});

test("a second revision starts from the first, and may go back to the goal as set", async () => {
  const outcome = await given(...standing, revised("2013-06-01", count(5))).when(
    revised("2013-09-01", share(90, 100)),
  );
  expect(outcome).toMatchObject({ recorded: [{ data: { from: count(5), to: share(90, 100) } }] });
});

test("evidence is declared anew, and the same on the same day adds nothing", async () => {
  const recorded = given(...standing, declared("2013-11-01"));
  expect(await recorded.when(declared("2013-11-01"))).toBe("unchanged");
  expect(await recorded.when(declared("2013-12-01", false, "chưa xong"))).toMatchObject({
    recorded: [{ data: { reached: false } }],
  });
});

test("no evidence is declared for a target that was never set or is dropped", async () => {
  expect(await given(...branches).when(declared("2013-11-01"))).toEqual({
    refused: [{ refusal: "TargetUnknown", target: "t1" }],
  });
  const lines = [...standing, dropped("2013-06-01")];
  expect(await given(...lines).when(declared("2013-11-01"))).toEqual({
    refused: [{ refusal: "TargetDropped", target: "t1" }],
  });
  expect(await given(...lines).when(dropped("2013-07-01"))).toEqual({
    refused: [{ refusal: "TargetDropped", target: "t1" }],
  });
});

test("a target is not dropped before evidence that is recorded for it", async () => {
  const outcome = await given(...standing, declared("2013-11-01")).when(dropped("2013-06-01"));
  expect(outcome).toEqual({
    refused: [
      {
        refusal: "ContradictsLater",
        events: ["4.0 EvidenceDeclared"],
        because: ["TargetDropped"],
      },
    ],
  });
});

test("a target set on a day before the one recorded is set twice", async () => {
  const outcome = await given(...standing).when(set("2013-01-10", { goal: count(1) }));
  expect(outcome).toEqual({
    refused: [
      { refusal: "ContradictsLater", events: ["3.0 TargetSet"], because: ["TargetExists"] },
    ],
  });
});

test("a target reversed and set anew keeps its revision if it keeps its goal", async () => {
  const lines = [...standing, revised("2013-06-01", share(95, 100))];
  const anew = (part: object) =>
    given(...lines).when(reversed("3.0"), set("2013-01-23", { text: "90% trở lên", ...part }));
  expect(await anew({})).toMatchObject({
    recorded: [{ type: "EventReversed" }, { type: "TargetSet" }],
  });
  const dependants = (because: string) => ({
    refused: [{ refusal: "HasDependants", events: ["4.0 TargetRevised"], because: [because] }],
  });
  expect(await anew({ goal: count(3) })).toEqual(dependants("GoalDiffers"));
  expect(await anew({ year: 2014 })).toEqual(dependants("TargetDiffers"));
  expect(await given(...lines).when(reversed("3.0"))).toEqual(dependants("TargetUnknown"));
});

test("a dropped target stands again once that is reversed", async () => {
  const outcome = await given(...standing, dropped("2013-06-01")).when(
    reversed("4.0"),
    revised("2013-07-01", count(5)),
  );
  expect(outcome).toMatchObject({
    recorded: [{ type: "EventReversed" }, { type: "TargetRevised" }],
  });
});

test("a target is set by a committee that is there", async () => {
  expect(await given(...branches).when(set("2013-01-23", { committee: "nowhere" }))).toEqual({
    refused: [{ refusal: "BranchUnknown", branch: "nowhere" }],
  });
});
