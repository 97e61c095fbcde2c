import { commandOf, type Line, openDesk } from "@tongket/testing";
import { expect, test } from "vitest";
import { eventsOf } from "../log/commit.ts";
import { rulebookFor } from "../log/rulebook-for.ts";
import { readBooks } from "../read-books.ts";
import { shippedPacks } from "../rulebook/packs/shipped.ts";
import { keepUnrated } from "./unrated-members.ts";
import { viewYear } from "./year-view.ts";

const branch = (id: string, kind: string, parent?: string): Line => [
  "CarryInBranch",
  "2012-01-01",
  { branch: id, kind, name: id, ...(parent === undefined ? {} : { parent }) },
];
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

const unratedAfter = async (...lines: readonly Line[]) => {
  const { handler, store } = await openDesk();
  for (const [at, line] of lines.entries()) {
    expect(await handler.handle(commandOf(line, `c${at}`))).toMatchObject({ outcome: "Recorded" });
  }
  const books = await readBooks(store);
  const rulebook = await rulebookFor(store, shippedPacks);
  const unrated = keepUnrated(viewYear({ books, rulebook, branch: "m" as never, year: 2012 }));
  for await (const batch of store.read()) {
    for (const { commit } of batch) eventsOf(commit).forEach(unrated.take);
  }
  return unrated.close();
};

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
  const sent: Line = ["TransferMember", "2012-12-20", { member: "an", to: "d" }];
  const received: Line = ["ReceiveMember", "2012-12-21", { member: "an", to: "d" }];
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

test("one on the way at the end of the year is missed where they were sent from", async () => {
  const sent: Line = ["TransferMember", "2012-12-28", { member: "an", to: "d" }];
  const received: Line = ["ReceiveMember", "2013-01-05", { member: "an", to: "d" }];
  const late: Line = [
    "AssignRating",
    "2013-01-10",
    { subject: { member: "an" }, year: 2012, level: "good", by: "b" },
  ];
  const both = [{ branch: "c", members: ["an", "ba"] }];
  expect(await unratedAfter(...opening, sent)).toEqual(both);
  expect(await unratedAfter(...opening, sent, received)).toEqual(both);
  expect(await unratedAfter(...opening, sent, received, late)).toEqual([
    { branch: "c", members: ["ba"] },
  ]);
});

test("one who left on the way is missed nowhere", async () => {
  const sent: Line = ["TransferMember", "2012-12-20", { member: "an", to: "d" }];
  const left: Line = ["RemoveMember", "2012-12-28", { member: "an", reason: "died" }];
  expect(await unratedAfter(...opening, sent, left)).toEqual([{ branch: "c", members: ["ba"] }]);
});
