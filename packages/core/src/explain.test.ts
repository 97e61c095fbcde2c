import { commandOf, type Line, openDesk } from "@tongket/testing";
import { expect, test } from "vitest";
import { explain } from "./explain.ts";
import { commitAfter } from "./log/commit.ts";
import type { EventStore } from "./log/event-store.ts";
import { rulebookFor } from "./log/rulebook-for.ts";
import { viewYear } from "./projections/year-view.ts";
import { readBooks } from "./read-books.ts";
import { shippedPacks } from "./rulebook/packs/shipped.ts";

const carriedIn = (branch: string, kind: string, parent?: string): Line => [
  "CarryInBranch",
  "2012-01-01",
  { branch, kind, name: branch, ...(parent === undefined ? {} : { parent }) },
];
const held: Line = [
  "HoldMeeting",
  "2012-03-01",
  { meeting: "m1", branch: "c1", kind: "regular", present: 8, eligible: 9 },
];
const cells = Array.from({ length: 20 }, (_, at) => carriedIn(`c${at}`, "cell", "b"));
const granted: Line = [
  "GrantAward",
  "2013-01-23",
  {
    award: "a1",
    form: "certificate",
    category: "member-excellent",
    recipient: { branch: "c1" },
    basisYears: [2012],
    year: 2012,
    by: "b",
  },
];

/** A ledger with a base committee and its cells, which tells how it is read. */
const ledgerOf = async (...lines: readonly Line[]) => {
  const { handler, store } = await openDesk();
  for (const [at, line] of [carriedIn("b", "base-committee"), ...cells, ...lines].entries()) {
    const outcome = await handler.handle(commandOf(line, `c${at}`));
    expect(outcome, JSON.stringify(line)).toMatchObject({ outcome: "Recorded" });
  }
  const books = await readBooks(store);
  const rulebook = await rulebookFor(store, shippedPacks);
  const readings: unknown[] = [];
  const read = store.read.bind(store);
  store.read = (options) => {
    readings.push(options?.query ?? "all");
    return read(options);
  };
  const explained = (measure: string, of = "b") => {
    const view = viewYear({ books, rulebook, branch: of as never, year: 2012 });
    return explain(store, { view, measure });
  };
  return { store, explained, readings };
};

/** Gives a store lines, of which there are none to read. */
const withLines = (store: EventStore, readings: unknown[]): void => {
  store.lines = () => {
    readings.push("lines");
    return ReadableStream.from<Uint8Array>([]);
  };
};

test("what comes in masses is asked for about few branches, all else by its type", async () => {
  const { explained, readings } = await ledgerOf(held, granted);
  expect((await explained("meetingsHeld", "c1"))?.parts[0]?.events).toHaveLength(1);
  expect((await explained("awardsGranted", "c1"))?.parts[0]?.events).toHaveLength(1);
  expect((await explained("meetingsHeld"))?.parts[0]?.events).toHaveLength(1);
  expect(readings).toEqual([
    { items: [{ tags: ["branch:c1"], types: ["MeetingHeld"], year: 2012 }] },
    { items: [{ tags: [], types: ["AwardGranted", "AwardRevoked"], year: 2012 }] },
    { items: [{ tags: [], types: ["MeetingHeld"], year: 2012 }] },
  ]);
});

test("lines are read where a query would first have to read all of the ledger", async () => {
  const { store, explained, readings } = await ledgerOf(held, granted);
  withLines(store, readings);
  expect((await explained("meetingsHeld"))?.parts[0]?.events).toHaveLength(1);
  expect(readings).toMatchObject([{ items: [{ types: ["MeetingHeld"] }] }]);
  store.isIndexed = async () => false;
  await explained("awardsGranted");
  expect(readings.slice(1)).toEqual(["lines"]);
});

test("an event that is not known is refused where it is read", async () => {
  const { store, explained } = await ledgerOf(held);
  const head = await store.head();
  const event = { type: "MeetingHeld", version: 2, effectiveOn: "2012-04-01", tags: ["branch:c2"] };
  const events = [{ ...event, data: { branch: "c2" } }] as never;
  const draft = { actor: "an", commandHash: "0".repeat(64), commandId: "later", events };
  const { text } = commitAfter(head, draft, head.recordedAt);
  await store.appendVerbatim([text], { after: head.position, prev: head.hash });
  await expect(explained("meetingsHeld", "c2")).rejects.toMatchObject({ fault: "EventUnknown" });
  expect((await explained("meetingsHeld", "c1"))?.value).toEqual({ is: "count", count: 1 });
});
