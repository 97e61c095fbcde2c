import { describe, expect, test } from "vitest";
import { type PartAsked, readPart } from "./books-part.ts";
import { ManyAmounts } from "./kernel/many-amounts.ts";
import { packTally } from "./kernel/packed-tally.ts";
import { addTallies, emptyTally, postInto, subjectsMany } from "./kernel/tally.ts";
import { type CommitDraft, commitAfter, type Head, headOf } from "./log/commit.ts";
import type { EventStore } from "./log/event-store.ts";
import { beginOf } from "./log/head-at.ts";
import { inMemoryStore } from "./log/in-memory-store.ts";
import { inMemoryShelf } from "./log/shelf.ts";
import type { Books } from "./projections/books.ts";
import { type BooksOptions, readBooks } from "./read-books.ts";

const header = {
  createdAt: "2012-01-01T00:00:00.000Z",
  ledger: "sample",
  regime: "vn-party",
  tongket: 1,
} as EventStore["header"];

const eventAt = (at: number) => {
  const shape = { version: 1, effectiveOn: "2012-01-01", tags: ["branch:b"] };
  return at % 5 === 0
    ? { ...shape, type: "BranchRenamed", data: { branch: "b", name: `b${at}` } }
    : { ...shape, type: "MeetingHeld", data: { branch: "b", kind: "regular", meeting: `m${at}` } };
};

/** A ledger of so many commits, which can be read behind some and counts what is read. */
const ledgerOf = async (length: number, eventOf: (at: number) => object = eventAt) => {
  const store = inMemoryStore(header);
  let head: Head = beginOf(store);
  const add = async (event: object): Promise<void> => {
    const { position } = head;
    const events = [event] as unknown as CommitDraft["events"];
    const draft = { actor: "c", commandHash: "0".repeat(64), commandId: `c${position}`, events };
    const stored = commitAfter(head, draft, header.createdAt);
    await store.appendVerbatim([stored.text], { after: position, prev: head.hash });
    head = headOf(stored);
  };
  for (let at = 1; at <= length; at += 1) await add(eventOf(at));
  const readFrom: number[] = [];
  const read = store.read.bind(store);
  store.read = (options) => {
    if (options?.limit !== 1) readFrom.push(options?.after ?? 0);
    return read(options);
  };
  return { store, add, readFrom };
};

/** In Maps, which can be compared. */
const plain = ({ tally, facts }: Books) => ({ tally: addTallies(tally), facts });

const kept = async (length = 30) => {
  const checkpoints = inMemoryShelf();
  const ledger = await ledgerOf(length);
  const options = { checkpoints, checkpointEvery: 10 };
  await readBooks(ledger.store, {}, options);
  ledger.readFrom.length = 0;
  return { ...ledger, checkpoints, options };
};

test("a second reading goes on from the checkpoint, to the same books", async () => {
  const { store, add, readFrom, options } = await kept();
  const reversed = { target: "5.0", original: eventAt(5), reason: "nhầm" };
  await add({ ...eventAt(5), type: "EventReversed", data: reversed });
  await add(eventAt(31));
  const books = await readBooks(store, {}, options);
  expect(readFrom).toEqual([30]);
  expect(plain(books)).toEqual(plain(await readBooks(store)));
  expect(books.facts).toHaveLength(5);
});

test("a checkpoint is kept only where much was read, and what is read changes none", async () => {
  const { store, add, checkpoints, options } = await kept();
  await add(eventAt(31));
  const { tally } = await readBooks(store, {}, options);
  tally.counts.clear();
  expect(await checkpoints.load("books")).toMatchObject({ at: { position: 30 } });
  expect(plain(await readBooks(store, {}, options))).toEqual(plain(await readBooks(store)));
  const own = { checkpoints: inMemoryShelf(), checkpointEvery: 10 };
  (await readBooks(store, {}, own)).tally.counts.clear();
  expect(plain(await readBooks(store, {}, own))).toEqual(plain(await readBooks(store)));
  const few = inMemoryShelf();
  await readBooks(store, {}, { checkpoints: few });
  expect(await few.load("books")).toBe(undefined);
});

test("an account of many subjects takes little room, also behind a checkpoint", async () => {
  const { store } = await ledgerOf(subjectsMany + 1, (at) => ({
    ...eventAt(1),
    type: "TrainingCompleted",
    data: { branch: "b", course: "c", person: `p${at}`, year: 2012 },
  }));
  const options = { checkpoints: inMemoryShelf(), checkpointEvery: 1 };
  for (let reading = 1; reading <= 2; reading += 1) {
    const { tally } = await readBooks(store, {}, options);
    const account = tally.subjects.get("b" as never)?.get(2012);
    expect(account?.get("trained c")).toBeInstanceOf(ManyAmounts);
  }
});

test("a reading with a horizon takes none, and keeps none", async () => {
  const { store, readFrom, options } = await kept();
  await readBooks(store, { asOf: "2011-12-31" as never }, options);
  await readBooks(store, { knownAt: header.createdAt }, options);
  expect(readFrom).toEqual([0, 0]);
});

/** Lists of a tally, too short by what the Maps of subjects are made of. */
const lacking = (list: "shape" | "amounts") => {
  const tally = emptyTally();
  postInto(tally)("b" as never, 2012, "trained c", 1, "p");
  const { subjects, ...packed } = packTally(tally);
  return { ...packed, subjects: { ...subjects, [list]: new Uint8Array() } };
};

describe("the ledger is read from its beginning where the checkpoint is", () => {
  test.each<[string, object]>([
    ["of another version of the books", { version: "2" }],
    ["of no head at all", { at: undefined }],
    ["of lists that are none", { tally: {} }],
    ["of lists that lack some", { tally: lacking("shape") }],
    ["of lists that lack amounts", { tally: lacking("amounts") }],
    ["of another ledger", { ledger: "other" }],
    ["of another past of the ledger", { at: { position: 30, hash: "1".repeat(64) } }],
    ["of records that the ledger does not have", { at: { position: 31, hash: "1".repeat(64) } }],
  ])("%s", async (_, part) => {
    const { store, readFrom, checkpoints, options } = await kept();
    const found = (await checkpoints.load("books")) as object;
    await checkpoints.save("books", { ...found, ...part });
    expect(plain(await readBooks(store, {}, options))).toEqual(plain(await readBooks(store)));
    expect(readFrom[0]).toBe(0);
    expect(await checkpoints.load("books")).toEqual(found);
  });

  test("nothing, or something else", async () => {
    const { store, readFrom, checkpoints, options } = await kept();
    for (const other of [undefined, null, "text", {}]) {
      await checkpoints.save("books", other);
      await readBooks(store, {}, options);
    }
    expect(readFrom).toEqual([0, 0, 0, 0]);
  });

  test("not to be read, and it is no fault if none can be kept", async () => {
    const { store, readFrom } = await kept();
    const broken = async () => {
      throw new Error("disk full");
    };
    const checkpoints = { load: broken, save: broken };
    const books = await readBooks(store, {}, { checkpoints, checkpointEvery: 1 });
    expect(plain(books)).toEqual(plain(await readBooks(store)));
    expect(readFrom[0]).toBe(0);
  });
});

test("an event of a type or a version that is not known is refused", async () => {
  const other = (part: object) => ledgerOf(3, (at) => ({ ...eventAt(1), ...(at === 2 && part) }));
  for (const part of [{ type: "BranchPainted" }, { type: "__proto__" }, { version: 2 }]) {
    const { store } = await other(part);
    const facts = { position: 2, address: "2.0", ...part };
    await expect(readBooks(store)).rejects.toMatchObject({ fault: "EventUnknown", facts });
  }
});

describe("in parts", () => {
  /** Reads as many commits at once as it is told. */
  const partsOf =
    (store: EventStore, commits: number, asked: PartAsked[] = []) =>
    (all: PartAsked) => {
      const parts = Math.ceil((all.to - all.after) / commits);
      return Promise.all(
        Array.from({ length: parts }, async (_, at) => {
          const after = all.after + at * commits;
          const part = { ...all, after, to: Math.min(all.to, after + commits) };
          asked.push(part);
          return structuredClone(await readPart(store, part));
        }),
      );
    };
  const reversalOf = (at: number) => ({
    ...eventAt(at),
    type: "EventReversed",
    data: { target: `${at}.0`, original: eventAt(at), reason: "nhầm" },
  });

  test("the books are those of the whole, also where a later part reverses", async () => {
    const { store, add } = await ledgerOf(30);
    await add(reversalOf(5));
    const books = await readBooks(store);
    expect(books.facts).toHaveLength(5);
    for (const commits of [1, 7, 16, 40]) {
      expect(await readBooks(store, {}, { readParts: partsOf(store, commits) })).toEqual(books);
    }
  });

  test("behind a checkpoint, which is kept as after any reading", async () => {
    const { store, add, checkpoints, options } = await kept();
    await add(reversalOf(5));
    for (let at = 32; at <= 45; at += 1) await add(eventAt(at));
    const asked: PartAsked[] = [];
    const readParts = partsOf(store, 10, asked);
    expect(plain(await readBooks(store, {}, { ...options, readParts }))).toEqual(
      plain(await readBooks(store)),
    );
    expect(asked).toEqual([
      { after: 30, to: 40, horizon: {} },
      { after: 40, to: 45, horizon: {} },
    ]);
    const head = await store.head();
    expect(await checkpoints.load("books")).toMatchObject({ at: head });
    expect(plain(await readBooks(store, {}, options))).toEqual(plain(await readBooks(store)));
  });

  test.each<[string, NonNullable<BooksOptions["readParts"]>, number]>([
    ["leave one out", async () => [await part(0, 10), await part(20, 30)], 11],
    ["come in another order", async () => [await part(10, 30), await part(0, 10)], 1],
    ["end before the ledger", async () => [await part(0, 10)], 11],
    ["are none", async () => [], 1],
    ["overlap", async () => [await part(0, 10), await part(9, 30)], 11],
  ])("it is a broken chain where they %s", async (_, readParts, position) => {
    const { store } = await ledgerOf(30);
    const facts = { position };
    const reading = readBooks(store, {}, { readParts });
    await expect(reading).rejects.toMatchObject({ fault: "BrokenChain", facts });
  });
  const part = async (after: number, to: number) =>
    readPart((await ledgerOf(30)).store, { after, to, horizon: {} });

  test("none begins behind the end of the ledger", async () => {
    const { store } = await ledgerOf(3);
    const facts = { after: 4, head: 3 };
    const reading = readPart(store, { after: 4, to: 5, horizon: {} });
    await expect(reading).rejects.toMatchObject({ fault: "PositionBeyondHead", facts });
  });
});
