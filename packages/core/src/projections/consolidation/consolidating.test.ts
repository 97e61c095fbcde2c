import { commandOf, type Line } from "@tongket/testing";
import { describe, expect, test } from "vitest";
import { Instant } from "../../kernel/date.ts";
import type { BranchId } from "../../kernel/ids.ts";
import { inMemoryStore } from "../../log/in-memory-store.ts";
import { openLedger } from "../../open-ledger.ts";
import { readBooks } from "../../read-books.ts";
import { shippedPacks } from "../../rulebook/packs/shipped.ts";
import { Consolidating, type LedgerBooks } from "./consolidating.ts";

const now = Instant.make("2014-01-01T00:00:00.000Z");

/** The books of a ledger in which the lines were recorded. */
const booksOf = async (ledger: string, lines: readonly Line[]): Promise<LedgerBooks> => {
  const store = inMemoryStore({ createdAt: now, ledger, regime: "vn-party", tongket: 1 });
  const handler = await openLedger(store, { packs: shippedPacks, now: () => now });
  for (const [index, line] of lines.entries()) {
    const outcome = await handler.handle(commandOf(line, `c-${index}`));
    expect(outcome, JSON.stringify(line)).toMatchObject({ outcome: "Recorded" });
  }
  return { ledger, books: await readBooks(store) };
};

const branch = (id: string, kind: string, parent?: string): Line => [
  "CarryInBranch",
  "2011-01-01",
  { branch: id, kind, name: id, ...(parent === undefined ? {} : { parent }) },
];
const named = (superior: string, on = "2011-01-01", ledger = "tree"): Line => [
  "NameSuperior",
  on,
  { branch: "cell", superior: { ledger, branch: superior } },
];
const admitted = (member: string, on = "2012-06-01"): Line => [
  "AdmitMember",
  on,
  { member, branch: "cell", decidedOn: on },
];
const trained = (person: string): Line => [
  "CompleteTraining",
  "2012-08-01",
  { person, branch: "cell", course: "awareness" },
];
const departed = (member: string, transfer?: string, on = "2012-09-01"): Line => [
  "DepartMember",
  on,
  { member, to: "Đảng bộ khác", ...(transfer === undefined ? {} : { transfer }) },
];
const received = (member: string, transfer?: string, on = "2012-10-01"): Line => [
  "ReceiveMember",
  on,
  {
    member,
    to: "cell",
    from: { external: "Đảng bộ khác" },
    status: "probationary",
    ...(transfer === undefined ? {} : { transfer }),
  },
];

const province = booksOf("tree", [
  branch("province", "upper-committee"),
  branch("north", "upper-committee", "province"),
  branch("south", "upper-committee", "province"),
]);
const cellUnder = (ledger: string, superior: string, ...lines: readonly Line[]) =>
  booksOf(ledger, [branch("cell", "base-cell"), named(superior), ...lines]);

const consolidated = async (
  ledgers: readonly (LedgerBooks | Promise<LedgerBooks>)[],
  asked: { readonly year: number; readonly asOf?: string } = { year: 2012 },
) => {
  const consolidating = new Consolidating(await province, asked as { year: number });
  for (const ledger of ledgers) {
    expect(consolidating.add(await ledger)).toEqual({ added: "Added" });
  }
  const { sumOf, ...found } = consolidating.close();
  return { ...found, sumOf: (id: string) => sumOf(id as BranchId) };
};

describe("what ledgers come to", () => {
  test("goes to the branch that each stands under, and to all above it", async () => {
    const { sumOf, unplaced, ledgers, tops } = await consolidated([
      cellUnder("a", "north", admitted("an"), admitted("binh")),
      cellUnder("b", "south", admitted("an")),
      cellUnder("c", "province", admitted("an", "2011-06-01")),
    ]);
    const admissions = (id: string) => [
      sumOf(id).ledgers,
      sumOf(id).totals.get("admissions"),
      sumOf(id).members.opening,
      sumOf(id).members.closing,
    ];
    expect([tops, unplaced, ledgers]).toEqual([["province"], [], 3]);
    expect(admissions("north")).toEqual([1, 2, 0, 2]);
    expect(admissions("south")).toEqual([1, 1, 0, 1]);
    expect(admissions("province")).toEqual([3, 3, 1, 4]);
  });

  test("has distinct people only as each ledger tells them apart", async () => {
    const people = [admitted("an"), trained("an"), admitted("binh"), trained("binh")];
    const { sumOf } = await consolidated([
      cellUnder("a", "north", ...people),
      cellUnder("b", "north", ...people),
    ]);
    const { totals, distinctWithinLedgers } = sumOf("north");
    expect(totals.get("trained awareness")).toBe(4);
    expect([...distinctWithinLedgers]).toEqual([["trained awareness", 4]]);
  });

  test("goes up by the superior of the end of the year, or of the day asked", async () => {
    const moved = [cellUnder("a", "north", admitted("an"), named("south", "2012-09-01"))];
    const under = async (asked: { readonly year: number; readonly asOf?: string }) => {
      const { sumOf } = await consolidated(moved, asked);
      return ["north", "south", "province"].map((id) => sumOf(id).ledgers);
    };
    expect(await under({ year: 2011 })).toEqual([1, 0, 1]);
    expect(await under({ year: 2012, asOf: "2012-08-31" })).toEqual([1, 0, 1]);
    expect(await under({ year: 2012 })).toEqual([0, 1, 1]);
  });
});

describe("what is in no sum is told", () => {
  test("of ledgers that are empty, or whose superior is not named, or not there", async () => {
    const { unplaced, ledgers, sumOf } = await consolidated([
      cellUnder("unknown", "west"),
      booksOf("unnamed", [branch("cell", "base-cell"), admitted("an")]),
      booksOf("itself", [branch("cell", "base-cell"), named("cell", "2011-01-01", "itself")]),
      booksOf("empty", []),
      booksOf("later", [branch("cell", "base-cell"), named("north", "2013-01-01")]),
    ]);
    const superior = (ledger: string, of: string) => ({ ledger, branch: of });
    expect(unplaced).toEqual([
      { ledger: "empty", why: "NoBranch" },
      {
        ledger: "itself",
        branch: "cell",
        why: "SuperiorElsewhere",
        superior: superior("itself", "cell"),
      },
      { ledger: "later", branch: "cell", why: "SuperiorNotNamed" },
      {
        ledger: "unknown",
        branch: "cell",
        why: "SuperiorUnknown",
        superior: superior("tree", "west"),
      },
      { ledger: "unnamed", branch: "cell", why: "SuperiorNotNamed" },
    ]);
    expect([ledgers, sumOf("province").ledgers, sumOf("province").totals.size]).toEqual([5, 0, 0]);
  });

  test("not of a cell that was dissolved long ago, of which nothing is left", async () => {
    const { unplaced } = await consolidated([
      booksOf("gone", [
        branch("cell", "base-cell"),
        ["DissolveBranch", "2011-06-01", { branch: "cell" }],
      ]),
    ]);
    expect(unplaced).toEqual([]);
  });

  test("of a ring, in a ledger or in the tree", async () => {
    const ring = (ledger: string, one: LedgerBooks, top: string): LedgerBooks => ({
      ledger,
      books: {
        ...one.books,
        facts: one.books.facts.map((fact) => {
          const data = fact.data as { readonly branch: string };
          return data.branch === top ? { ...fact, data: { ...data, parent: top } } : fact;
        }),
      },
    });
    const cell = await cellUnder("a", "north", admitted("an"));
    const { unplaced } = await consolidated([ring("ring", cell, "cell")]);
    expect(unplaced).toEqual([{ ledger: "ring", branch: "cell", why: "InRing" }]);
    const consolidating = new Consolidating(ring("tree", await province, "province"), {
      year: 2012,
    });
    consolidating.add(cell);
    expect(consolidating.close()).toMatchObject({
      tops: [],
      unplaced: [{ ledger: "a", why: "SuperiorUnknown" }],
    });
  });
});

test("a ledger is added once, and the tree ledger not at all", async () => {
  const consolidating = new Consolidating(await province, { year: 2012 });
  const cell = await cellUnder("a", "north", admitted("an"));
  expect(consolidating.add(cell)).toEqual({ added: "Added" });
  expect(consolidating.add(cell)).toEqual({ added: "LedgerKnown" });
  expect(consolidating.add(await province)).toEqual({ added: "LedgerKnown" });
  expect(consolidating.close().sumOf("north" as BranchId).members.closing).toBe(1);
});

describe("a transfer between ledgers", () => {
  const sender = (
    ledger: string,
    superior: string,
    ...transfers: readonly (string | undefined)[]
  ) =>
    cellUnder(
      ledger,
      superior,
      ...transfers.flatMap((transfer, index) => [
        admitted(`p-${index}`),
        departed(`p-${index}`, transfer),
      ]),
    );
  const receiver = (ledger: string, superior: string, ...transfers: readonly string[]) =>
    cellUnder(ledger, superior, ...transfers.map((one, index) => received(`q-${index}`, one)));

  test("is matched by its id, and lies within what both ledgers stand under", async () => {
    const { transfers, sumOf } = await consolidated([
      sender("a", "north", "t-1", "t-2", undefined),
      receiver("b", "north", "t-1"),
      receiver("c", "south", "t-2"),
    ]);
    expect(transfers).toEqual({ matched: 2, unmatched: [] });
    const between = (id: string) => [sumOf(id).members.out.departed, sumOf(id).between];
    expect(between("north")).toEqual([3, { departed: 1, received: 1 }]);
    expect(between("south")).toEqual([0, { departed: 0, received: 0 }]);
    expect(between("province")).toEqual([3, { departed: 2, received: 2 }]);
  });

  test("is told where its other side is not there, with ledger, event and day", async () => {
    const { transfers } = await consolidated([
      sender("a", "north", "t-1"),
      receiver("b", "south", "t-2"),
    ]);
    expect(transfers).toEqual({
      matched: 0,
      unmatched: [
        {
          transfer: "t-1",
          side: "departed",
          ledger: "a",
          branch: "cell",
          address: "4.0",
          effectiveOn: "2012-09-01",
        },
        {
          transfer: "t-2",
          side: "received",
          ledger: "b",
          branch: "cell",
          address: "3.0",
          effectiveOn: "2012-10-01",
        },
      ],
    });
  });

  test("is told where its id stands for more than one", async () => {
    const sides = async (...ledgers: readonly Promise<LedgerBooks>[]) => {
      const { transfers } = await consolidated(ledgers);
      return transfers.unmatched.map(({ transfer, ledger }) => `${transfer} ${ledger}`);
    };
    const [one, two] = [sender("a", "north", "t-1"), sender("b", "north", "t-1")];
    const other = receiver("c", "south", "t-1");
    expect(await sides(one, two, other)).toEqual(["t-1 a", "t-1 b", "t-1 c"]);
    expect(await sides(one, other, two)).toEqual(["t-1 b"]);
  });

  test("falls with the event that is reversed, and stands with what is recorded anew", async () => {
    const { transfers } = await consolidated([
      cellUnder(
        "a",
        "north",
        admitted("an"),
        departed("an", "t-1"),
        ["ReverseEvent", "2012-09-01", { target: "4.0", reason: "nhầm" }],
        departed("an", "t-2", "2012-09-02"),
      ),
      receiver("b", "south", "t-2"),
    ]);
    expect(transfers).toEqual({ matched: 1, unmatched: [] });
  });

  test("counts no side that comes after the day", async () => {
    const ledgers = [
      cellUnder("a", "north", admitted("an"), departed("an", "t-1", "2012-12-20")),
      cellUnder("b", "south", received("q", "t-1", "2013-01-10")),
    ];
    const unmatched = async (year: number) => (await consolidated(ledgers, { year })).transfers;
    expect((await unmatched(2012)).unmatched).toHaveLength(1);
    const { transfers, sumOf } = await consolidated(ledgers, { year: 2013 });
    expect([transfers.matched, sumOf("province").between]).toEqual([
      1,
      { departed: 0, received: 1 },
    ]);
  });
});
