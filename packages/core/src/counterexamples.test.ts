import { commandOf, type Line, openDesk } from "@tongket/testing";
import { describe, expect, test } from "vitest";
import { Instant } from "./kernel/date.ts";
import { rulebookFor } from "./log/rulebook-for.ts";
import { openLedger } from "./open-ledger.ts";
import { measured } from "./projections/measured.ts";
import { viewYear } from "./projections/year-view.ts";
import { readBooks } from "./read-books.ts";
import { annualReview } from "./report/annual-review.ts";
import { shippedPacks } from "./rulebook/packs/shipped.ts";

/** Histories that once were judged or counted wrongly. */

const established = (branch: string, kind: string, parent?: string): Line => [
  "EstablishBranch",
  "2010-01-01",
  { branch, kind, name: branch, ...(parent === undefined ? {} : { parent }) },
];

const tree: readonly Line[] = [
  established("R", "upper-committee"),
  established("A", "base-committee", "R"),
  established("B", "base-committee", "R"),
  established("C1", "cell", "A"),
  established("C2", "cell", "B"),
];

const deskWith = async (lines: readonly Line[]) => {
  const { handler, store } = await openDesk();
  let number = 0;
  const run = async (...together: readonly Line[]) =>
    handler.handleTogether(together.map((line) => commandOf(line, `c${++number}`)));
  for (const line of lines) expect(await run(line)).toMatchObject({ outcome: "Recorded" });
  const request = async (branch: string, year: number) => ({
    books: await readBooks(store),
    rulebook: await rulebookFor(store, shippedPacks),
    branch: branch as never,
    year,
  });
  return { store, handler, run, request };
};

const refusedAs = (...names: readonly string[]) => ({
  outcome: "Refused",
  refusals: names.map((refusal) => expect.objectContaining({ refusal })),
});

describe("the tree", () => {
  test("no branch stands under itself", async () => {
    const { run } = await deskWith([]);
    for (const command of ["EstablishBranch", "CarryInBranch"]) {
      const itself = { branch: "X", kind: "cell", name: "X", parent: "X" };
      expect(await run([command, "2012-01-01", itself])).toEqual(refusedAs("WouldCloseRing"));
    }
  });

  test("a branch that ended in an earlier year is not rated for a later one", async () => {
    const { run } = await deskWith([
      ...tree,
      established("E", "base-cell", "R"),
      ["DissolveBranch", "2010-05-01", { branch: "E" }],
    ]);
    const rating = { subject: { branch: "E" }, year: 2012, level: "good", by: "R" };
    expect(await run(["AssignRating", "2012-12-20", rating])).toEqual(
      refusedAs("BranchIsDissolved"),
    );
  });
});

describe("counts", () => {
  test("an annulled admission leaves the branch that it was counted in", async () => {
    const { request } = await deskWith([
      ...tree,
      ["AdmitMember", "2012-02-01", { member: "m", branch: "C1", decidedOn: "2012-01-20" }],
      ["TransferMember", "2012-05-01", { member: "m", to: "C2" }],
      ["ReceiveMember", "2012-05-02", { member: "m", to: "C2" }],
      ["AnnulAdmission", "2013-08-01", { member: "m", reason: "x" }],
    ]);
    const admitted = async (branch: string, year: number) =>
      measured(viewYear(await request(branch, year)), "membersAdmitted");
    expect(await admitted("R", 2012)).toEqual({ is: "count", count: 0 });
    expect(await admitted("A", 2012)).toEqual({ is: "count", count: 0 });
    expect(await admitted("B", 2012)).toEqual({ is: "unknown", missing: "admissions" });
    expect(await admitted("R", 2013)).toEqual({ is: "unknown", missing: "admissions" });
  });

  test("a committee's directions are its own, without those of the committees below", async () => {
    const { request } = await deskWith([
      ...tree,
      ["SetDirection", "2013-01-01", { committee: "R", year: 2013, ordinal: 1, text: "r" }],
      ["SetDirection", "2013-01-01", { committee: "A", year: 2013, ordinal: 1, text: "a" }],
    ]);
    expect(measured(viewYear(await request("R", 2013)), "directionsSet")).toEqual({
      is: "count",
      count: 1,
    });
  });

  test.each(["constructor", "__proto__", "toString"])(
    "a figure of the measure %s is unknown, and the review is written",
    async (measure) => {
      const figure = { branch: "R", year: 2012, measure, value: { count: 1 }, phrase: "x" };
      const { request, store } = await deskWith([...tree, ["ReportFigure", "2013-01-05", figure]]);
      const { position, hash } = await store.head();
      const origin = { ledger: "test", position, hash };
      const review = annualReview({ ...(await request("R", 2012)), lang: "en", origin });
      expect(JSON.stringify(review)).toContain(`"id":"${measure}@2012"`);
    },
  );
});

describe("people", () => {
  test("who was erased gets no profile, not even one dated before", async () => {
    const { run } = await deskWith([["ErasePerson", "2012-05-01", { person: "m" }]]);
    const profile = { person: "m", sealed: "abc" };
    expect(await run(["ProfilePerson", "2012-05-02", profile])).toEqual(
      refusedAs("PersonIsErased"),
    );
    expect(await run(["ProfilePerson", "2012-04-30", profile])).toEqual(
      refusedAs("ContradictsLater"),
    );
  });

  test("an office outside is not taken for one inside of the same spelling", async () => {
    const outside = { person: "p", in: { external: "C1 " }, office: "secretary" };
    const { run } = await deskWith([...tree, ["AppointOfficer", "2012-01-01", outside]]);
    const inside = { person: "p", in: { branch: "C1" }, office: "secretary" };
    expect(await run(["AppointOfficer", "2012-01-02", inside])).toMatchObject({
      outcome: "Recorded",
    });
  });
});

describe("recognition", () => {
  const admitted: Line = [
    "AdmitMember",
    "2012-01-15",
    { member: "m", branch: "C1", decidedOn: "2012-01-15" },
  ];

  test("of one in transit when probation ended, it takes effect on arrival", async () => {
    const { run } = await deskWith([
      ...tree,
      admitted,
      ["TransferMember", "2013-01-10", { member: "m", to: "C2" }],
      ["ReceiveMember", "2013-01-20", { member: "m", to: "C2" }],
    ]);
    const outcome = await run(["RecogniseMember", "2014-02-01", { member: "m" }]);
    const event = { type: "MemberRecognised", effectiveOn: "2013-01-20", data: { branch: "C2" } };
    expect(outcome).toMatchObject({ stored: { commit: { events: [event] } } });
  });

  test("of one come back from outside, it is not dated before the return", async () => {
    const { run } = await deskWith([
      ...tree,
      admitted,
      ["DepartMember", "2012-03-01", { member: "m", to: "elsewhere" }],
      [
        "ReceiveMember",
        "2013-06-01",
        { member: "m", to: "C2", from: { external: "elsewhere" }, status: "probationary" },
      ],
    ]);
    expect(await run(["RecogniseMember", "2013-09-01", { member: "m" }])).toMatchObject({
      outcome: "Recorded",
    });
  });
});

describe("handlers", () => {
  const now = () => Instant.make("2030-01-01T00:00:00.000Z");

  test("an idle handler knows of a pack registered since it was opened", async () => {
    const { run, store } = await deskWith(tree);
    const idle = await openLedger(store, { now });
    const shipped = shippedPacks.find(({ pack }) => pack === "2025-366-qd-tw");
    const content = { ...shipped, pack: "own", inForceFrom: "2027-01-01" };
    expect(await run(["RegisterRulePack", "2012-01-01", { content }])).toMatchObject({
      outcome: "Recorded",
    });
    const rating = { subject: { branch: "A" }, year: 2026, level: "good", by: "R", pack: "own" };
    const command = commandOf(["AssignRating", "2027-01-05", rating], "idle");
    expect(await idle.handle(command)).toMatchObject({ outcome: "Recorded" });
  });

  test("of one command sent to two handlers, both say that it was recorded", async () => {
    const { store, handler } = await deskWith([
      ...tree,
      ["AdmitMember", "2012-02-01", { member: "m", branch: "C1", decidedOn: "2012-01-20" }],
    ]);
    const slow = new Proxy(store, {
      get: (target, name) => {
        const member = Reflect.get(target, name, target);
        if (typeof member !== "function") return member;
        if (name !== "head") return member.bind(target);
        return async () => {
          await new Promise((resolve) => setTimeout(resolve, 30));
          return target.head();
        };
      },
    });
    const other = await openLedger(slow, { now });
    const transfer = commandOf(["TransferMember", "2012-05-01", { member: "m", to: "C2" }], "same");
    const outcomes = await Promise.all([handler.handle(transfer), other.handle(transfer)]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["Recorded", "Recorded"]);
  });

  test("a commit takes no command whose id stands in the ledger", async () => {
    const { handler } = await deskWith(tree);
    const renamed = (id: string, branch: string) =>
      commandOf(["RenameBranch", "2012-01-01", { branch, name: "new" }], id);
    const outcome = await handler.handleTogether([renamed("new", "A"), renamed("c1", "B")]);
    expect(outcome).toEqual(refusedAs("CommandIdReused"));
  });
});
