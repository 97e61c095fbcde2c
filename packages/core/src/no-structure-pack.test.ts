import { commandOf, type Line, openDesk } from "@tongket/testing";
import { expect, test } from "vitest";
import { shippedPacks } from "./rulebook/index.ts";

/** The shipped packs, the structure of organisations being without rules from 2013 on. */
const packs = shippedPacks.map((pack) =>
  pack.matter === "structure" ? { ...pack, inForceTo: "2012-12-31" as never } : pack,
);
const before: readonly Line[] = [
  ["CarryInBranch", "2012-01-01", { branch: "m", kind: "upper-committee", name: "M" }],
  ["CarryInBranch", "2012-01-01", { branch: "k", kind: "base-committee", name: "K", parent: "m" }],
  ["CarryInBranch", "2012-01-01", { branch: "c", kind: "cell", name: "C", parent: "m" }],
  ["CarryInMember", "2012-01-01", { member: "an", branch: "c", status: "official" }],
  ["AdmitMember", "2012-02-01", { member: "binh", branch: "c", decidedOn: "2012-02-01" }],
  ["IssueDirective", "2012-02-01", { directive: "d", title: "D" }],
];
const day = "2013-03-01";
const cases: readonly Line[] = [
  ["EstablishBranch", day, { branch: "n", kind: "cell", name: "N", parent: "m" }],
  ["ChangeBranchKind", day, { branch: "c", kind: "base-cell" }],
  ["MoveBranch", day, { branch: "c", to: "k" }],
  ["FormBody", day, { branch: "m", body: "b", kind: "standing-committee" }],
  ["AppointOfficer", day, { person: "an", in: { branch: "c" }, office: "secretary" }],
  ["DisciplineBranch", day, { branch: "c", form: "warning" }],
  ["AdmitMember", day, { member: "chi", branch: "c", decidedOn: day }],
  ["RecogniseMember", day, { member: "binh" }],
  ["ExtendProbation", day, { member: "binh", months: 3 }],
  ["DisciplineMember", day, { member: "an", form: "warning" }],
  ["RemoveMember", day, { member: "an", reason: "resigned" }],
  [
    "StudyDirective",
    day,
    { directive: "d", branch: "c", audience: "cadre", reached: 1, eligible: 1, year: 2013 },
  ],
  ["CompleteTraining", day, { person: "an", course: "awareness", branch: "c" }],
  ["HoldMeeting", day, { meeting: "r", branch: "c", kind: "regular" }],
  [
    "InspectBranch",
    day,
    { inspection: "i", branch: "c", by: "m", kind: "inspection", mode: "regular" },
  ],
  [
    "GrantAward",
    day,
    {
      award: "a",
      form: "certificate",
      category: "member-excellent",
      recipient: { person: "an" },
      basisYears: [2012],
      year: 2012,
      by: "m",
    },
  ],
  ["AssignRating", day, { subject: { member: "an" }, year: 2013, level: "good", by: "m" }],
];

test.each(cases)("%s is refused while no structure pack is in force", async (...line) => {
  const { handler } = await openDesk({ packs });
  for (const [index, one] of before.entries()) {
    expect(await handler.handle(commandOf(one, `b${index}`))).toMatchObject({
      outcome: "Recorded",
    });
  }
  expect(await handler.handle(commandOf(line, "last"))).toMatchObject({
    outcome: "Refused",
    refusals: [{ refusal: "NoStructurePackInForce" }],
  });
});
