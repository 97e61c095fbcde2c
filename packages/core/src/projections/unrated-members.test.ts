import { commandOf, type Line, openDesk } from "@tongket/testing";
import { expect, test } from "vitest";
import { rulebookFor } from "../log/rulebook-for.ts";
import { readBooks } from "../read-books.ts";
import { shippedPacks } from "../rulebook/packs/shipped.ts";
import { unratedMembers } from "../unrated-members.ts";
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
  const view = viewYear({ books, rulebook, branch: "m" as never, year: 2012 });
  return unratedMembers(store, { view });
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
