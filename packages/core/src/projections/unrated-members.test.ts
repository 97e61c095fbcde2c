import { commandOf, type Line, openDesk } from "@tongket/testing";
import { expect, test } from "vitest";
import { branchLine } from "../../test/branch-line.ts";
import type { Horizon } from "../log/effective.ts";
import { rulebookFor } from "../log/rulebook-for.ts";
import { readBooks } from "../read-books.ts";
import { shippedPacks } from "../rulebook/packs/shipped.ts";
import { unratedMembers } from "../unrated-members.ts";
import { viewYear } from "./year-view.ts";

const branch = branchLine("CarryInBranch", "2012-01-01");
const member = (id: string): Line => [
  "CarryInMember",
  "2012-01-01",
  { member: id, branch: "c", status: "official" },
];
const rated = (id: string): Line => [
  "AssignRating",
  "2012-12-05",
  { subject: { member: id }, year: 2012, level: "good", by: "b" },
];
const sentTo = (member: string, to: string, on = "2012-12-20"): Line => [
  "TransferMember",
  on,
  { member, to },
];
const receivedAt = (member: string, to: string, on = "2012-12-21"): Line => [
  "ReceiveMember",
  on,
  { member, to },
];

const unratedWithin = async (horizon: Horizon, ...lines: readonly Line[]) => {
  const { handler, store } = await openDesk();
  for (const [at, line] of lines.entries()) {
    expect(await handler.handle(commandOf(line, `c${at}`))).toMatchObject({ outcome: "Recorded" });
  }
  const books = await readBooks(store);
  const rulebook = await rulebookFor(store, shippedPacks);
  const view = viewYear({ books, rulebook, branch: "m" as never, year: 2012 });
  return unratedMembers(store, { view, horizon });
};
const unratedAfter = (...lines: readonly Line[]) => unratedWithin({}, ...lines);

const opening = [
  branch("m", "upper-committee"),
  branch("b", "base-committee", "m"),
  branch("c", "cell", "b"),
  branch("d", "cell", "b"),
  ...["an", "ba"].map(member),
];

test("one who was rated and left does not stand in for one who was not", async () => {
  const left: Line = ["RemoveMember", "2012-12-20", { member: "an", reason: "resigned" }];
  expect(await unratedAfter(...opening, rated("an"), left)).toEqual([
    { branch: "c", members: ["ba"] },
  ]);
});

test("one who was rated and sent on is rated where they arrive", async () => {
  const [sent, received] = [sentTo("an", "d"), receivedAt("an", "d")];
  expect(await unratedAfter(...opening, rated("an"), sent, received)).toEqual([
    { branch: "c", members: ["ba"] },
  ]);
});

test("a rating that was taken back is none", async () => {
  const reversed: Line = ["ReverseEvent", "2012-12-06", { target: "7.0", reason: "x" }];
  expect(await unratedAfter(...opening, rated("an"), rated("ba"), reversed)).toEqual([
    { branch: "c", members: ["an"] },
  ]);
});

test("members admitted, carried in or received are told where any is missing", async () => {
  const [sent, received] = [sentTo("an", "d"), receivedAt("an", "d")];
  const admitted: Line = [
    "AdmitMember",
    "2012-03-01",
    { member: "ca", branch: "c", decidedOn: "2012-02-20" },
  ];
  expect(await unratedAfter(...opening, admitted, sent, received)).toEqual([
    { branch: "c", members: ["ba", "ca"] },
    { branch: "d", members: ["an"] },
  ]);
  expect(await unratedAfter(...opening, rated("an"), rated("ba"))).toEqual([]);
});

test("one on the way at the end of the year is missed where they were sent from", async () => {
  const [sent, received] = [sentTo("an", "d", "2012-12-28"), receivedAt("an", "d", "2013-01-05")];
  const [, , rating] = rated("an");
  const late: Line = ["AssignRating", "2013-01-10", rating];
  const both = [{ branch: "c", members: ["an", "ba"] }];
  expect(await unratedAfter(...opening, sent)).toEqual(both);
  expect(await unratedAfter(...opening, sent, received)).toEqual(both);
  expect(await unratedAfter(...opening, sent, received, late)).toEqual([
    { branch: "c", members: ["ba"] },
  ]);
});

test("one who is gone by the end of the year, also from the way, is missed nowhere", async () => {
  const on = "2012-12-31";
  const left: Line = ["RemoveMember", on, { member: "an", reason: "died" }];
  expect(await unratedAfter(...opening, sentTo("an", "d", "2012-12-20"), left)).toEqual([
    { branch: "c", members: ["ba"] },
  ]);
  const gone: readonly Line[] = [
    ["DepartMember", on, { member: "an", to: "Đảng bộ khác" }],
    ["RemoveMember", on, { member: "an", reason: "resigned" }],
  ];
  for (const line of gone) {
    expect([line, await unratedAfter(...opening, line)]).toEqual([
      line,
      [{ branch: "c", members: ["ba"] }],
    ]);
  }
  const admitted: Line = ["AdmitMember", on, { member: "ca", branch: "d", decidedOn: on }];
  const annulled: Line = ["AnnulAdmission", on, { member: "ca", reason: "sai" }];
  expect(await unratedAfter(...opening, admitted, annulled)).toEqual([
    { branch: "c", members: ["an", "ba"] },
  ]);
});

test("one who departs is missed nowhere, be a branch named like where they went", async () => {
  const departed: Line = ["DepartMember", "2012-12-20", { member: "an", to: "d" }];
  expect(await unratedAfter(...opening, departed)).toEqual([{ branch: "c", members: ["ba"] }]);
});

test("who leaves after the year is missing in it, and who is rated after it is not", async () => {
  const left: Line = ["RemoveMember", "2013-01-01", { member: "an", reason: "resigned" }];
  const [, , rating] = rated("ba");
  const late: Line = ["AssignRating", "2013-01-15", rating];
  expect(await unratedAfter(...opening, left, late)).toEqual([{ branch: "c", members: ["an"] }]);
});

test("an exemption judges as well; a rating of another year, or of a branch, not", async () => {
  const exempted: Line = [
    "ExemptFromRating",
    "2012-12-05",
    { subject: { member: "an" }, year: 2012, by: "b", reason: "ốm" },
  ];
  const anotherYear: Line = [
    "AssignRating",
    "2013-12-05",
    { subject: { member: "ba" }, year: 2013, level: "good", by: "b" },
  ];
  const namesake = branch("ba", "cell", "b");
  const ofNamesake: Line = [
    "AssignRating",
    "2012-12-05",
    { subject: { branch: "ba" }, year: 2012, level: "good", by: "b" },
  ];
  expect(await unratedAfter(...opening, namesake, exempted, anotherYear, ofNamesake)).toEqual([
    { branch: "c", members: ["ba"] },
  ]);
});

test("what lies beyond the horizon is not known yet", async () => {
  const horizon = { asOf: "2012-12-04" as never };
  expect(await unratedWithin(horizon, ...opening, rated("an"))).toEqual([
    { branch: "c", members: ["an", "ba"] },
  ]);
});

test("what else befalls a member leaves it where it is", async () => {
  const exempt: Line = ["ExemptMember", "2012-06-01", { member: "an" }];
  const disciplined: Line = ["DisciplineMember", "2012-07-01", { member: "ba", form: "warning" }];
  expect(await unratedAfter(...opening, exempt, disciplined)).toEqual([
    { branch: "c", members: ["an", "ba"] },
  ]);
});
