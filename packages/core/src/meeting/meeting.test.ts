import { given, type Line } from "@tongket/testing";
import { expect, test } from "vitest";
import { type MeetingRefusal, meetingRefusals } from "./index.ts";

const branches: readonly Line[] = [
  ["EstablishBranch", "2012-01-01", { branch: "ministry", kind: "upper-committee", name: "Bộ" }],
  [
    "EstablishBranch",
    "2012-01-01",
    { branch: "cell", kind: "cell", name: "Chi bộ", parent: "ministry" },
  ],
];
const meeting = "review-2012";
const held = (on: string, part: object = {}): Line => [
  "HoldMeeting",
  on,
  { meeting, branch: "ministry", kind: "review-conference", ...part },
];
const attended = (on: string, attendee: object): Line => [
  "NoteAttendance",
  on,
  { meeting, attendee },
];
const spoken = (on: string, speech: string): Line => [
  "GiveSpeech",
  on,
  { meeting, speech, person: "lai", occasion: "opening", points: ["Đóng góp ý kiến."] },
];
const contributed = (on: string, stance = "agrees"): Line => [
  "MakeContribution",
  on,
  { meeting, branch: "cell", stance },
];
const practised = (on: string, practice: string): Line => [
  "NoteGoodPractice",
  on,
  { meeting, practice, text: "Gắn sinh hoạt với Chỉ thị 03.", by: "lai" },
];
const day = "2013-01-23";
const open = [...branches, held(day)];

interface Example {
  readonly says: string;
  readonly given: readonly Line[];
  readonly when: Line;
  readonly facts: object;
}

/** Shown where no structure pack is in force: no-structure-pack.test.ts. */
type Shown = "NoStructurePackInForce";
const examples: Record<Exclude<MeetingRefusal, Shown>, Example> = {
  MeetingExists: {
    says: "a meeting is held once",
    given: open,
    when: held("2013-01-24"),
    facts: { meeting },
  },
  MeetingUnknown: {
    says: "nobody attends a meeting before the day it was held",
    given: open,
    when: attended("2013-01-22", { person: "lai" }),
    facts: { meeting },
  },
  MorePresentThanEligible: {
    says: "no more are present than may be",
    given: branches,
    when: held(day, { present: 31, eligible: 30 }),
    facts: { present: 31, eligible: 30 },
  },
  AttendanceNotedAlready: {
    says: "an attendee is noted once",
    given: [...open, attended(day, { group: "Ban tuyên giáo" })],
    when: attended("2013-01-24", { group: "Ban tuyên giáo" }),
    facts: { meeting, attendee: { group: "Ban tuyên giáo" } },
  },
  SpeechExists: {
    says: "a speech is given once",
    given: [...open, spoken(day, "opening")],
    when: spoken("2013-01-24", "opening"),
    facts: { meeting, speech: "opening" },
  },
  ContributedAlready: {
    says: "a branch makes one contribution to a meeting",
    given: [...open, contributed(day)],
    when: contributed(day, "reserves"),
    facts: { meeting, branch: "cell" },
  },
  PracticeExists: {
    says: "a good practice is noted once",
    given: [...open, practised(day, "p1")],
    when: practised("2013-01-24", "p1"),
    facts: { meeting, practice: "p1" },
  },
  NotInVocabulary: {
    says: "the kind of a meeting is a word of the structure pack in force",
    given: branches,
    when: held(day, { kind: "picnic" }),
    facts: { vocabulary: "meetingKinds", term: "picnic" },
  },
};

for (const [refusal, { says, given: lines, when, facts }] of Object.entries(examples)) {
  test(`${refusal}: ${says}`, async () => {
    expect(await given(...lines).when(when)).toEqual({ refused: [{ refusal, ...facts }] });
  });
}

test("every refusal of the slice has its example", () => {
  const shown = [...Object.keys(examples), "NoStructurePackInForce"];
  expect(shown.toSorted()).toEqual(meetingRefusals.toSorted());
});

test("a meeting is recorded with all that went on in it, in one commit", async () => {
  const outcome = await given(...branches).when(
    held(day, { present: 30, eligible: 30 }),
    attended(day, { person: "lai" }),
    attended(day, { group: "lai" }),
    spoken(day, "opening"),
    spoken(day, "conclusion"),
    contributed(day),
    practised(day, "p1"),
  );
  expect(outcome).toMatchObject({
    recorded: [
      { type: "MeetingHeld", data: { present: 30, eligible: 30 } },
      { type: "AttendanceNoted", data: { attendee: { person: "lai" } } },
      { type: "AttendanceNoted", data: { attendee: { group: "lai" } } },
      { type: "SpeechGiven", data: { speech: "opening" } },
      { type: "SpeechGiven", data: { speech: "conclusion" } },
      { type: "ContributionMade", data: { stance: "agrees" } },
      { type: "GoodPracticeNoted", data: { practice: "p1" } },
    ],
  });
});

test("those present may be counted without those eligible", async () => {
  expect(await given(...branches).when(held(day, { present: 31 }))).toMatchObject({
    recorded: [{ data: { present: 31 } }],
  });
});

test.each([
  ["attendance", attended(day, { person: "lai" })],
  ["a speech", spoken(day, "opening")],
  ["a contribution", contributed(day)],
  ["a good practice", practised(day, "p1")],
])("%s needs a meeting that was held", async (_, line) => {
  expect(await given(...branches).when(line)).toEqual({
    refused: [{ refusal: "MeetingUnknown", meeting }],
  });
});

test("a note is dated before a recorded one, a second meeting not before the first", async () => {
  expect(
    await given(...open, attended("2013-01-25", { person: "lai" })).when(spoken(day, "s")),
  ).toMatchObject({ recorded: [{ type: "SpeechGiven", effectiveOn: day }] });
  expect(await given(...open).when(held("2013-01-22"))).toEqual({
    refused: [
      { refusal: "ContradictsLater", events: ["3.0 MeetingHeld"], because: ["MeetingExists"] },
    ],
  });
});

test("a meeting is not reversed under what is noted of it", async () => {
  const outcome = await given(...open, contributed(day), practised(day, "p1")).when([
    "ReverseEvent",
    "2013-02-01",
    { target: "3.0", reason: "nhầm ngày" },
  ]);
  expect(outcome).toEqual({
    refused: [
      {
        refusal: "HasDependants",
        events: ["4.0 ContributionMade", "5.0 GoodPracticeNoted"],
        because: ["MeetingUnknown"],
      },
    ],
  });
});

test("a contribution is corrected by reversing it and making it anew", async () => {
  const outcome = await given(...open, contributed(day)).when(
    ["ReverseEvent", "2013-02-01", { target: "4.0", reason: "ghi nhầm ý kiến" }],
    contributed(day, "reserves"),
  );
  expect(outcome).toMatchObject({
    recorded: [{ type: "EventReversed" }, { data: { stance: "reserves" } }],
  });
});

test("a branch that does not exist holds no meeting", async () => {
  expect(await given(...branches).when(held(day, { branch: "nowhere" }))).toEqual({
    refused: [{ refusal: "BranchUnknown", branch: "nowhere" }],
  });
});
