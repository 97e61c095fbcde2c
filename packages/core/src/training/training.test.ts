import { given, type Line } from "@tongket/testing";
import { expect, test } from "vitest";
import { branchLine } from "../../test/branch-line.ts";
import { CalendarDate } from "../kernel/date.ts";
import { newEvent } from "../kernel/event.ts";
import { BranchId, PersonId, Term, tag } from "../kernel/ids.ts";
import { rulebookOf, shippedPacks } from "../rulebook/index.ts";
import { TrainingCompleted } from "./events.ts";
import { type TrainingRefusal, trainingLaw, trainingRefusals } from "./index.ts";

const branch = branchLine("EstablishBranch", "2012-01-01");
const branches = [branch("ministry", "upper-committee"), branch("cell", "cell", "ministry")];
const completed = (on: string, part: object = {}): Line => [
  "CompleteTraining",
  on,
  { person: "an", course: "awareness", branch: "cell", ...part },
];

interface Example {
  readonly says: string;
  readonly given: readonly Line[];
  readonly when: Line;
  readonly facts: object;
}

/** Shown below, or where no structure pack is in force: no-structure-pack.test.ts. */
type Shown = "YearDiffers" | "NoStructurePackInForce";
const examples: Record<Exclude<TrainingRefusal, Shown>, Example> = {
  NotInVocabulary: {
    says: "a course is a word of the structure pack in force",
    given: branches,
    when: completed("2012-03-01", { course: "cooking" }),
    facts: { vocabulary: "courses", term: "cooking" },
  },
  CompletedAlready: {
    says: "a person completes a course once a year, at whatever branch",
    given: [...branches, completed("2012-03-01")],
    when: completed("2012-09-01", { branch: "ministry" }),
    facts: { person: "an", course: "awareness", year: 2012 },
  },
};

for (const [refusal, { says, given: lines, when, facts }] of Object.entries(examples)) {
  test(`${refusal}: ${says}`, async () => {
    expect(await given(...lines).when(when)).toEqual({ refused: [{ refusal, ...facts }] });
  });
}

test("YearDiffers: a course counts in the year it was completed, whoever wrote the event", () => {
  const effectiveOn = CalendarDate.make("2013-01-05");
  const data = {
    person: PersonId.make("an"),
    course: Term.make("awareness"),
    branch: BranchId.make("cell"),
    year: 2012,
  };
  const state = trainingLaw.initial(tag("person", "an"));
  const event = newEvent(TrainingCompleted, data, effectiveOn) as never;
  const rulebook = rulebookOf("vn-party", shippedPacks);
  expect(trainingLaw.objections(state, event, [], { rulebook, today: effectiveOn })).toEqual([
    { refusal: "YearDiffers", facts: { year: 2012, effectiveOn: "2013-01-05" } },
  ]);
});

test("every refusal of the slice has its example", () => {
  const shown = [...Object.keys(examples), "YearDiffers", "NoStructurePackInForce"];
  expect(shown.toSorted()).toEqual(trainingRefusals.toSorted());
});

test("who is no member completes a course; the year is filled in from the day", async () => {
  expect(await given(...branches).when(completed("2012-03-01"))).toEqual({
    recorded: [
      {
        type: "TrainingCompleted",
        effectiveOn: "2012-03-01",
        data: { person: "an", course: "awareness", branch: "cell", year: 2012 },
      },
    ],
  });
});

test("another course, another person and another year each count", async () => {
  const outcome = await given(...branches, completed("2012-03-01")).when(
    completed("2012-03-01", { course: "committee-work" }),
    completed("2012-03-01", { person: "binh" }),
    completed("2013-03-01"),
  );
  expect(outcome).toMatchObject({
    recorded: [
      { data: { course: "committee-work" } },
      { data: { person: "binh" } },
      { data: { year: 2013 } },
    ],
  });
});

test("a course completed earlier in the year contradicts the one recorded", async () => {
  const outcome = await given(...branches, completed("2012-09-01")).when(completed("2012-03-01"));
  expect(outcome).toEqual({
    refused: [
      {
        refusal: "ContradictsLater",
        events: ["3.0 TrainingCompleted"],
        because: ["CompletedAlready"],
      },
    ],
  });
});

test("a course of an earlier year recorded late is accepted", async () => {
  const early = [branch("ministry", "upper-committee"), branch("cell", "cell", "ministry")].map(
    ([name, , data]): Line => [name, "2010-01-01", data],
  );
  const outcome = await given(...early, completed("2012-09-01")).when(completed("2011-03-01"));
  expect(outcome).toMatchObject({ recorded: [{ data: { year: 2011 } }] });
});

test("training leaves the membership of the person as it is", async () => {
  const outcome = await given(...branches, completed("2012-03-01")).when(
    ["AdmitMember", "2012-04-01", { member: "an", branch: "cell", decidedOn: "2012-03-20" }],
    completed("2012-05-01", { course: "committee-work" }),
  );
  expect(outcome).toMatchObject({
    recorded: [{ type: "MemberAdmitted" }, { type: "TrainingCompleted" }],
  });
});
