import { commandOf, type Line, openDesk } from "@tongket/testing";
import { expect, test } from "vitest";
import { branchLine } from "../../test/branch-line.ts";
import { eventsOf } from "../log/commit.ts";
import { shippedPacks } from "../rulebook/packs/shipped.ts";
import { rulebookOf } from "../rulebook/rulebook.ts";
import { keepBooks } from "./books.ts";
import { stockAndFlow } from "./stock-and-flow.ts";
import { viewYear } from "./year-view.ts";

const branch = branchLine("CarryInBranch", "2011-06-01");

const lines: readonly Line[] = [
  branch("m", "upper-committee"),
  branch("x", "base-committee", "m"),
  branch("y", "base-committee", "m"),
  branch("x1", "cell", "x"),
  branch("x2", "cell", "x"),
  branch("y1", "cell", "y"),
  ...["a", "b", "c", "d"].map(
    (member): Line => ["CarryInMember", "2011-06-01", { member, branch: "x1", status: "official" }],
  ),
  ["CarryInMember", "2012-03-01", { member: "e", branch: "x2", status: "official" }],
  ["AdmitMember", "2012-02-01", { member: "f", branch: "y1", decidedOn: "2012-01-15" }],
  ["TransferMember", "2012-03-01", { member: "a", to: "x2" }],
  ["ReceiveMember", "2012-03-10", { member: "a", to: "x2" }],
  ["TransferMember", "2012-12-20", { member: "b", to: "y1" }],
  ["ReceiveMember", "2013-01-10", { member: "b", to: "y1" }],
  ["RemoveMember", "2012-05-01", { member: "c", reason: "died" }],
  ["DepartMember", "2012-06-01", { member: "d", to: "Đảng bộ khác" }],
  ["MoveBranch", "2013-02-01", { branch: "x2", to: "y" }],
  ["TransferMember", "2014-02-01", { member: "a", to: "y1" }],
  ["RemoveMember", "2014-03-01", { member: "a", reason: "died" }],
  ["TransferMember", "2014-11-01", { member: "f", to: "x1" }],
  ["DepartMember", "2015-01-02", { member: "f", to: "Đảng bộ khác" }],
];

const flowOf = async (branchId: string, year: number, more: readonly Line[] = []) => {
  const { handler, store } = await openDesk();
  for (const [at, line] of [...lines, ...more].entries()) {
    const outcome = await handler.handle(commandOf(line, `c${at}`));
    expect(outcome).toMatchObject({ outcome: "Recorded" });
  }
  const books = keepBooks();
  for await (const batch of store.read()) {
    for (const { commit } of batch) eventsOf(commit).forEach(books.take);
  }
  const rulebook = rulebookOf("vn-party", shippedPacks);
  return stockAndFlow(
    viewYear({ books: books.close(), rulebook, branch: branchId as never, year }),
  );
};

test("opening entries are stock and never flow, also in the middle of a year", async () => {
  const flow = await flowOf("m", 2012);
  expect(flow).toMatchObject({ opening: 5, closing: 3, in: { admitted: 1, received: 0 } });
});

test("a transfer inside is neither in nor out, and in transit until received", async () => {
  expect(await flowOf("m", 2012)).toMatchObject({
    in: { received: 0 },
    out: { sent: 0, departed: 1, left: 1 },
    inTransitOpening: 0,
    inTransit: 1,
  });
  expect(await flowOf("m", 2013)).toMatchObject({ inTransitOpening: 1, inTransit: 0, closing: 4 });
});

test("the same transfer leaves one side and comes to the other", async () => {
  expect(await flowOf("x", 2012)).toMatchObject({ out: { sent: 1 }, inTransit: 0, closing: 2 });
  expect(await flowOf("y", 2013)).toMatchObject({ in: { received: 1 }, inTransitOpening: 0 });
});

test("a moved branch takes its members along as restructured", async () => {
  expect(await flowOf("x", 2013)).toMatchObject({ opening: 2, restructuredOut: 2, closing: 0 });
  expect(await flowOf("y", 2013)).toMatchObject({ opening: 1, restructuredIn: 2, closing: 4 });
});

test("one who dies on the way inside has left, and one sent out had gone already", async () => {
  expect(await flowOf("y", 2014)).toMatchObject({ out: { sent: 1, left: 1 }, inTransit: 0 });
  expect(await flowOf("x2", 2014)).toMatchObject({ out: { sent: 1, left: 0 }, closing: 1 });
  expect(await flowOf("m", 2014)).toMatchObject({ out: { left: 1 }, inTransit: 1 });
  expect(await flowOf("m", 2015)).toMatchObject({
    out: { departed: 1 },
    inTransitOpening: 1,
    inTransit: 0,
  });
});

test("one on the way to a cell that moves goes with it", async () => {
  const moved: readonly Line[] = [
    ["CarryInMember", "2015-06-01", { member: "z", branch: "x1", status: "official" }],
    ["EstablishBranch", "2015-06-01", { branch: "x3", kind: "cell", name: "x3", parent: "x" }],
    ["TransferMember", "2015-12-20", { member: "z", to: "x3" }],
    ["MoveBranch", "2016-03-01", { branch: "x3", to: "y" }],
    ["ReceiveMember", "2016-04-01", { member: "z", to: "x3" }],
  ];
  expect(await flowOf("x", 2015, moved)).toMatchObject({ inTransit: 1, closing: 0 });
  expect(await flowOf("x", 2016, moved)).toMatchObject({
    inTransitOpening: 1,
    inTransit: 0,
    restructuredOut: 1,
    out: { sent: 0 },
  });
  expect(await flowOf("m", 2016, moved)).toMatchObject({ inTransitOpening: 1, restructuredOut: 0 });
});

test("stock and flow close at every branch and year", async () => {
  for (const id of ["m", "x", "y", "x1", "x2", "y1"]) {
    for (const year of [2011, 2012, 2013, 2014, 2015]) {
      const flow = await flowOf(id, year);
      const opened = flow.opening + flow.restructuredIn - flow.restructuredOut;
      const came = flow.in.admitted + flow.in.received + flow.in.outside;
      const went = flow.out.sent + flow.out.departed + flow.out.left + flow.out.annulled;
      const inTransit = flow.inTransit - flow.inTransitOpening;
      expect([id, year, opened + came - went]).toEqual([id, year, flow.closing + inTransit]);
    }
  }
});
