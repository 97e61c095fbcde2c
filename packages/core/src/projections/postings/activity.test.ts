import type { DomainEvent } from "@tongket/core";
import { given, type Line } from "@tongket/testing";
import { expect, test } from "vitest";
import { branchLine } from "../../../test/branch-line.ts";
import { postedMembers, postings } from "../postings.ts";

const branch = branchLine("CarryInBranch", "2012-01-01");
const opening: readonly Line[] = [
  branch("m", "upper-committee"),
  branch("b", "base-committee", "m"),
  branch("c", "cell", "b"),
];

type Posted = Pick<DomainEvent, "type" | "data" | "effectiveOn">;
/** An event with no more than what its posting says that it reads. */
const asRead = (event: Posted): Posted => {
  const members = postedMembers(event.type) ?? [];
  const data = Object.entries(event.data as object).filter(([name]) => members.includes(name));
  return { ...event, data: Object.fromEntries(data) };
};

/** What the last line posts: `c 2012 trained awareness an +1`, a subject standing last. */
const postedBy = async (...lines: readonly Line[]): Promise<readonly string[]> => {
  const told = await given(...opening, ...lines.slice(0, -1)).when(...lines.slice(-1));
  if (told === "unchanged" || "refused" in told) throw new Error(JSON.stringify(told));
  const posted: string[] = [];
  for (const event of told.recorded) {
    postings(asRead(event), (at, year, measure, amount, subject) => {
      const sum = amount < 0 ? `${amount}` : `+${amount}`;
      posted.push([at, year, measure, ...(subject === undefined ? [] : [subject]), sum].join(" "));
    });
  }
  return posted;
};

test("branches founded, dissolved and disciplined count by kind and form", async () => {
  const founded = { branch: "d", kind: "cell", name: "d", parent: "b" };
  expect(await postedBy(["EstablishBranch", "2012-02-01", founded])).toEqual([
    "d 2012 established cell +1",
  ]);
  expect(await postedBy(["DissolveBranch", "2013-02-01", { branch: "c" }])).toEqual([
    "c 2013 dissolved cell +1",
  ]);
  expect(
    await postedBy(["DisciplineBranch", "2012-06-01", { branch: "c", form: "reprimand" }]),
  ).toEqual(["c 2012 branch-disciplined reprimand +1"]);
  expect(await postedBy(branch("d", "cell", "b"))).toEqual([]);
});

test("a directive studied counts those reached of those eligible, by directive", async () => {
  const issued: Line = [
    "IssueDirective",
    "2012-02-01",
    { directive: "ct-03", title: "Chỉ thị 03" },
  ];
  const study = { directive: "ct-03", branch: "c", audience: "member", year: 2012 };
  const studied: Line = ["StudyDirective", "2012-03-01", { ...study, reached: 9, eligible: 10 }];
  expect(await postedBy(issued, studied)).toEqual([
    "c 2012 reached member ct-03 +9",
    "c 2012 eligible member ct-03 +10",
  ]);
  expect(await postedBy(issued)).toEqual([]);
});

test("training counts by course, each person apart", async () => {
  const trained = { person: "an", course: "awareness", branch: "c" };
  const line: Line = ["CompleteTraining", "2012-03-01", trained];
  expect(await postedBy(line)).toEqual(["c 2012 trained awareness an +1"]);
});

test("a meeting counts, and who was present where both numbers are told", async () => {
  const held = (part: object): Line => [
    "HoldMeeting",
    "2012-04-01",
    { meeting: "m1", branch: "c", kind: "review-conference", ...part },
  ];
  const counted = "c 2012 meetings review-conference +1";
  expect(await postedBy(held({}))).toEqual([counted]);
  expect(await postedBy(held({ present: 8 }))).toEqual([counted]);
  expect(await postedBy(held({ eligible: 9 }))).toEqual([counted]);
  expect(await postedBy(held({ present: 8, eligible: 9 }))).toEqual([
    counted,
    "c 2012 present review-conference +8",
    "c 2012 eligible-to-meet review-conference +9",
  ]);
  const attended = { meeting: "m1", attendee: { person: "an" } };
  expect(await postedBy(held({}), ["NoteAttendance", "2012-04-01", attended])).toEqual([]);
});

test("an inspection counts at the branch inspected, and with who inspected it", async () => {
  const inspected: Line = [
    "InspectBranch",
    "2012-05-01",
    { inspection: "i1", branch: "c", by: "b", kind: "supervision", mode: "regular" },
  ];
  const found: Line = [
    "RecordFinding",
    "2012-06-01",
    { finding: "f1", inspection: "i1", text: "Chưa nề nếp" },
  ];
  const remedied: Line = ["RemedyFinding", "2013-01-10", { finding: "f1", text: "Đã sửa" }];
  expect(await postedBy(inspected)).toEqual([
    "c 2012 inspections supervision regular cell +1",
    "b 2012 inspected supervision c +1",
  ]);
  expect(await postedBy(inspected, found)).toEqual(["c 2012 findings +1"]);
  expect(await postedBy(inspected, found, remedied)).toEqual(["c 2013 findings-remedied +1"]);
  const items = [{ item: "1", kind: "inspection" }];
  const programme = { committee: "b", year: 2012, items };
  expect(await postedBy(["AdoptProgramme", "2012-01-10", programme])).toEqual([]);
});

test("an award counts by category and form; a revoked one is counted out, and apart", async () => {
  const award = { award: "a1", form: "certificate", category: "member-excellent" };
  const whose = { recipient: { branch: "c" }, basisYears: [2012], year: 2012, by: "m" };
  const granted: Line = ["GrantAward", "2013-01-23", { ...award, ...whose }];
  expect(await postedBy(granted)).toEqual(["c 2012 awards member-excellent certificate +1"]);
  expect(await postedBy(granted, ["PresentAward", "2013-02-03", { award: "a1" }])).toEqual([]);
  expect(
    await postedBy(granted, ["RevokeAward", "2013-03-01", { award: "a1", reason: "nhầm" }]),
  ).toEqual([
    "c 2012 awards member-excellent certificate -1",
    "c 2012 awards-revoked member-excellent +1",
  ]);
});

test("of a review count shortcomings, directions and the items of its plans", async () => {
  const whole = { committee: "b", year: 2012 };
  const told = (command: string, data: object): Line => [command, "2012-12-20", data];
  const opened = told("OpenReview", whole);
  const noted = told("NoteShortcoming", { ...whole, shortcoming: "s1", text: "chậm" });
  expect(await postedBy(opened, noted)).toEqual(["b 2012 shortcomings +1"]);
  const remedied = told("RemedyShortcoming", { ...whole, shortcoming: "s1" });
  expect(await postedBy(opened, noted, remedied)).toEqual(["b 2012 shortcomings-remedied +1"]);
  const direction = told("SetDirection", { ...whole, ordinal: 1, text: "đi sâu" });
  expect(await postedBy(opened, direction)).toEqual(["b 2012 directions +1"]);
  const asked = { ...whole, direction: "d1", source: "speech", text: "gần dân" };
  expect(await postedBy(opened, told("NoteDirection", asked))).toEqual([
    "b 2012 directions-noted speech +1",
  ]);
  const plan = { ...whole, plan: "p1", title: "Kế hoạch", items: ["một", "hai", "ba"] };
  expect(await postedBy(opened, told("AdoptPlan", plan))).toEqual(["b 2012 plan-items +3"]);
  const draft = told("AdoptPlan", { ...plan, items: ["một", "hai"], draft: true });
  expect(await postedBy(opened, draft, told("AdoptPlan", plan))).toEqual(["b 2012 plan-items +1"]);
  expect(await postedBy(opened)).toEqual([]);
});
