import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import type { Query } from "@tongket/core/log";
import { beforeEach, expect, test, vi } from "vitest";
import { folderOfTest } from "../test/folder.ts";
import { anyway, draftOf, eventOf, linesOf, newYear, recordsOf } from "../test/sample.ts";
import type { JsonlLedger } from "./index.ts";
import { IndexFolder } from "./index-folder.ts";
import { HeldPart } from "./index-part.ts";
import { openLedger } from "./jsonl-ledger.ts";
import { SegmentFile } from "./segment-file.ts";

const trial = { segmentCommits: 8, begunCommits: 3 };
const file = folderOfTest();
let path: string;
let begun: string;
beforeEach(() => {
  path = file("ledger.jsonl");
  begun = `${path}.index/begun`;
});

/** Every second one has the tag that is asked for. */
const drafts = Array.from({ length: 30 }, (_, at) =>
  draftOf(`c${at}`, [eventOf({ tags: [`half:${at % 2}`] })]),
);
const lines = linesOf(drafts);
const { commits } = recordsOf(drafts);
const query = { items: [{ tags: ["half:0"], types: [] }] } as unknown as Query;
const oddOnes = (count: number) =>
  Array.from({ length: Math.ceil(count / 2) }, (_, at) => 2 * at + 1);

const openIt = () => openLedger(path, {}, trial);
const write = (count: number) => writeFileSync(path, lines.slice(0, count + 1).join(""));
const positions = async (ledger: JsonlLedger, options = {}): Promise<readonly number[]> => {
  const found: number[] = [];
  for await (const batch of ledger.read({ query, ...options })) {
    found.push(...batch.map(({ commit }) => commit.position));
  }
  return found;
};
const append = (ledger: JsonlLedger, at: number) =>
  ledger.append(drafts[at] as (typeof drafts)[number], anyway, newYear);

/** What the next process that opens it parses, when as many commits stand there. */
const parsedBy = async (count: number): Promise<number> => {
  write(count);
  const add = vi.spyOn(HeldPart.prototype, "add");
  expect(await positions(await openIt())).toEqual(oddOnes(count));
  const { length } = add.mock.calls;
  add.mockRestore();
  return length;
};

/** Up to which commit it goes. */
const keptTo = (): number => new SegmentFile(begun).end.position;

test("a process parses what stands behind it, and reads it again to make it longer", async () => {
  const parsed: number[] = [];
  for (const count of [2, 3, 5, 6, 6, 8, 8, 10, 11, 11]) parsed.push(await parsedBy(count));
  expect(parsed).toEqual([2, 3, 2, 3 + 6, 0, 2 + 8, 0, 2, 3, 0]);
  expect(keptTo()).toBe(11);
});

test("a process that has it in memory writes it for others, and parses nothing twice", async () => {
  write(3);
  const open = await openIt();
  const add = vi.spyOn(HeldPart.prototype, "add");
  const ends: number[] = [];
  for (const count of [3, 5, 6, 7, 10, 12, 20]) {
    write(count);
    expect(await positions(open)).toEqual(oddOnes(count));
    ends.push(keptTo());
  }
  expect(ends).toEqual([3, 3, 6, 6, 6, 12, 20]);
  expect(add).toHaveBeenCalledTimes(20);
  add.mockRestore();
});

test.each([0, 1, 3, 5, 7])("appends go on behind %i commits", async (count) => {
  write(count);
  await positions(await openIt());
  const open = await openIt();
  for (let at = count; at < drafts.length; at += 1) {
    expect(await append(open, at)).toMatchObject({ append: "Appended" });
    expect(await positions(open)).toEqual(oddOnes(at + 1));
    expect(await positions(await openIt(), { backwards: true })).toEqual(
      oddOnes(at + 1).toReversed(),
    );
  }
  expect(await open.find("c1")).toEqual(commits[1]);
  const whole = ["000001", "000002", "000003"];
  expect(readdirSync(`${path}.index`)).toEqual([...whole, "begun", "headers"]);
});

test.each([false, true])(
  "a reading goes on while parts become one, backwards: %s",
  async (backwards) => {
    await parsedBy(4);
    write(6);
    const open = await openIt();
    const found: number[] = [];
    let next = 6;
    for await (const batch of open.read({ query, backwards })) {
      found.push(...batch.map(({ commit }) => commit.position));
      while (next < 10) await append(open, next++);
    }
    expect(found).toEqual(backwards ? oddOnes(6).toReversed() : oddOnes(6));
    expect(await positions(open)).toEqual(oddOnes(10));
  },
);

test("one that is lost while it is used is read again, and others make it anew", async () => {
  await parsedBy(4);
  write(5);
  const open = await openIt();
  await open.find("c0");
  rmSync(begun);
  const add = vi.spyOn(HeldPart.prototype, "add");
  expect(await positions(open)).toEqual(oddOnes(5));
  expect(await open.find("c1")).toEqual(commits[1]);
  expect(add).toHaveBeenCalledTimes(4);
  add.mockRestore();
  expect(existsSync(begun)).toBe(false);
  for (let at = 5; at < 12; at += 1) await append(open, at);
  expect(await positions(open)).toEqual(oddOnes(12));
  expect(keptTo()).toBe(11);
});

test("one that another process made longer while it is used is read again", async () => {
  await parsedBy(4);
  const open = await openIt();
  await open.find("c0");
  await parsedBy(7);
  expect(keptTo()).toBe(7);
  expect(await positions(open)).toEqual(oddOnes(7));
  expect(await open.find("c1")).toEqual(commits[1]);
});

test("an earlier one is used again when it was put back", async () => {
  await parsedBy(3);
  copyFileSync(begun, file("earlier"));
  await parsedBy(6);
  copyFileSync(file("earlier"), begun);
  expect(await parsedBy(7)).toBe(4 + 7);
  expect(keptTo()).toBe(7);
});

test("a damaged record in it is told before anything is written", async () => {
  await parsedBy(4);
  writeFileSync(path, lines.slice(0, 6).join("").replace('"c1"', '"x1"'));
  const open = await openIt();
  expect(await append(open, 5)).toMatchObject({ append: "Appended" });
  expect(await append(open, 6)).toMatchObject({ append: "Appended" });
  const before = readFileSync(path);
  const fault = { fault: "BrokenRecord", facts: { file: path, line: 3 } };
  await expect(append(open, 7)).rejects.toMatchObject(fault);
  await expect(append(open, 7)).rejects.toMatchObject(fault);
  expect(readFileSync(path)).toEqual(before);
});

test("whoever cannot write there reads nothing again for it", async () => {
  await parsedBy(4);
  const canKeep = vi.spyOn(IndexFolder.prototype, "canKeep").mockResolvedValue(false);
  expect(await parsedBy(7)).toBe(3);
  expect(await (await openIt()).isIndexed?.()).toBe(true);
  canKeep.mockRestore();
  expect(keptTo()).toBe(4);
});

test("a long ledger is near where most of it is in one", async () => {
  const notes = drafts.slice(0, 6).map((draft) => ({ ...draft, note: "x".repeat(1_500_000) }));
  writeFileSync(path, linesOf(notes).join(""));
  const canKeep = vi.spyOn(IndexFolder.prototype, "canKeep").mockResolvedValue(false);
  expect(await (await openIt()).isIndexed?.()).toBe(false);
  canKeep.mockRestore();
  await positions(await openIt());
  canKeep.mockResolvedValue(false);
  expect(await (await openIt()).isIndexed?.()).toBe(true);
  canKeep.mockRestore();
});
