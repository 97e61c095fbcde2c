import { beforeEach, expect, test } from "vitest";
import type { Instant } from "../kernel/date.ts";
import type { Tag } from "../kernel/ids.ts";
import type { CommitDraft, LedgerHeader } from "./commit.ts";
import { aboutAny, nothing } from "./condition.ts";
import type { EventStore, ReadOptions } from "./event-store.ts";
import { GatheringStore } from "./gathering-store.ts";
import { inMemoryStorage } from "./in-memory-store.ts";

const now = "2012-03-01T00:00:00.000Z" as Instant;
const header: LedgerHeader = { createdAt: now, ledger: "l", regime: "vn-party", tongket: 1 };
const [cell, other] = ["branch:cell", "branch:other"] as Tag[] as [Tag, Tag];

let store: EventStore;
let another: EventStore;
let gathering: GatheringStore;
beforeEach(async () => {
  const storage = inMemoryStorage();
  store = await storage.create(header);
  another = await storage.open("l");
  gathering = new GatheringStore(store);
});

const draft = (commandId: string, tag: Tag): CommitDraft => {
  const data = { branch: tag, name: commandId };
  const event = { type: "BranchRenamed", version: 1, effectiveOn: "2012-03-01", tags: [tag], data };
  return { actor: "a", commandHash: "0", commandId, events: [event as never] };
};
const anyway = { failIfMatch: nothing, after: 0 };
const append = (to: EventStore, commandId: string, tag: Tag = cell) =>
  to.append(draft(commandId, tag), anyway, now);

const positions = async (from: EventStore, options: ReadOptions = {}): Promise<number[]> => {
  const found: number[] = [];
  for await (const batch of from.read(options)) {
    found.push(...batch.map(({ commit }) => commit.position));
  }
  return found;
};

/** One written, then two gathered. */
const begun = async (): Promise<void> => {
  await append(store, "one");
  await append(gathering, "two", other);
  await append(gathering, "three");
};

test("what is gathered is seen by this handle alone, and by all once it is written", async () => {
  await begun();
  expect(await positions(gathering)).toEqual([1, 2, 3]);
  expect((await gathering.head()).position).toBe(3);
  expect((await gathering.find("three"))?.commit.position).toBe(3);
  expect(await positions(another)).toEqual([1]);
  const head = await gathering.head();
  await gathering.write();
  expect(await another.head()).toEqual(head);
  expect([gathering.length, await positions(gathering)]).toEqual([0, [1, 2, 3]]);
});

test("readings ask of both parts what is asked of a ledger", async () => {
  await begun();
  const about = (tag: Tag) => ({ query: aboutAny([tag]) });
  expect(await positions(gathering, about(cell))).toEqual([1, 3]);
  expect(await positions(gathering, about(other))).toEqual([2]);
  expect(await positions(gathering, { after: 1 })).toEqual([2, 3]);
  expect(await positions(gathering, { after: 2 })).toEqual([3]);
  expect(await positions(gathering, { limit: 2 })).toEqual([1, 2]);
  expect(await positions(gathering, { backwards: true })).toEqual([3, 2, 1]);
  expect(await positions(gathering, { backwards: true, limit: 2 })).toEqual([3, 2]);
  expect(await positions(gathering, { backwards: true, after: 1, ...about(cell) })).toEqual([3]);
});

test("an append is judged by both parts", async () => {
  await begun();
  expect(await append(gathering, "one")).toMatchObject({ append: "CommandKnown" });
  expect(await append(gathering, "two")).toMatchObject({ append: "CommandKnown" });
  const since = (after: number, tag: Tag) =>
    gathering.append(draft("four", cell), { failIfMatch: aboutAny([tag]), after }, now);
  expect(await since(0, cell)).toEqual({ append: "Conflict", position: 1 });
  expect(await since(1, cell)).toEqual({ append: "Conflict", position: 3 });
  await expect(since(9, cell)).rejects.toMatchObject({ fault: "PositionBeyondHead" });
  expect(await since(2, other)).toMatchObject({ append: "Appended" });
});

test("where another wrote meanwhile nothing is written, and it is seen from then on", async () => {
  await begun();
  await append(another, "theirs", other);
  expect(await positions(gathering, { query: aboutAny([other]) })).toEqual([2]);
  await expect(gathering.write()).rejects.toMatchObject({ fault: "UnequalPrefix" });
  expect(await positions(gathering)).toEqual([1, 2]);
  expect((await gathering.find("theirs"))?.commit.position).toBe(2);
  expect([await gathering.find("two"), gathering.length]).toEqual([undefined, 0]);
});

test("records of another copy go behind what is gathered", async () => {
  await append(gathering, "one");
  const text = await textBehind(gathering);
  const { position: after, hash: prev } = await gathering.head();
  expect((await gathering.appendVerbatim([text], { after, prev })).position).toBe(2);
  expect(await positions(another)).toEqual([1, 2]);
});

/** The text of a record behind the head, which is written elsewhere. */
const textBehind = async (of: EventStore): Promise<string> => {
  const copy = await inMemoryStorage().create(header);
  for await (const batch of of.read()) {
    const texts = batch.map(({ text }) => text);
    await copy.appendVerbatim(texts, { after: 0, prev: copy.headerHash });
  }
  const result = await append(copy, "elsewhere");
  return result.append === "Appended" ? result.stored.text : "";
};
