import { execFileSync, spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { crc32 } from "node:zlib";
import { expect, test, vi } from "vitest";
import { folderOfTest } from "../test/folder.ts";
import { draftOf, eventOf, newYear, recordsOf } from "../test/sample.ts";
import { HeldPart } from "./index-part.ts";
import { partCommits } from "./ledger-index.ts";
import { segmentBytes } from "./segment-bytes.ts";
import { SegmentFile, SegmentLost } from "./segment-file.ts";
import { yearsMax } from "./segment-layout.ts";
import { siteOf, sitesPerCommit } from "./site.ts";
import type * as Words from "./word.ts";
import { typeKey, wordOf } from "./word.ts";

/** Many words have the same hash here: each must still be found. */
vi.mock("./word.ts", async (original) => {
  const words = await original<typeof Words>();
  const wordOf = (key: string) => ({ key, high: key.length, low: key.charCodeAt(0) });
  return { ...words, wordOf };
});

const file = folderOfTest();
const commits = 300;
const markAt = (position: number, hash = "") => ({
  position,
  hash,
  recordedAt: newYear,
  start: 1000 + 10 * position,
  end: 1010 + 10 * position,
});
const drafts = Array.from({ length: commits }, (_, at) =>
  draftOf(`c${at}`, [eventOf({ tags: [`person:p${at % 70}`, `b:${at}`] })]),
);
const part = new HeldPart(markAt(0));
for (const stored of recordsOf(drafts).commits) {
  part.add({ stored, mark: markAt(stored.commit.position, stored.hash) });
}
const sound = segmentBytes(part);
const written = (bytes: Buffer): SegmentFile => {
  const path = file("000001");
  writeFileSync(path, bytes);
  return new SegmentFile(path);
};

test("no word of a part is missing in its segment, and every place is the same", () => {
  const segment = written(sound);
  for (const [key, sites] of part.words) {
    const word = wordOf(key);
    expect(segment.mayHold(word)).toBe(true);
    expect(segment.opened((open) => open.sites(word))).toEqual(expect.arrayContaining(sites));
  }
  for (let position = 1; position <= commits; position += 1) {
    expect(segment.opened((open) => open.place(position))).toEqual(part.place(position));
  }
});

test("a segment tells the years of its part, and none where they are many", () => {
  const years = [2009, 2010, 2011, 2012];
  const of = (segment: SegmentFile) => years.filter((year) => segment.mayBeOf(year));
  expect(of(written(sound))).toEqual([2012]);
  const many = new HeldPart(markAt(0));
  const events = Array.from({ length: yearsMax }, (_, at) =>
    eventOf({ data: { year: 1950 + at } }),
  );
  const [stored] = recordsOf([draftOf("c", events)]).commits;
  many.add({ stored: stored as never, mark: markAt(1, stored?.hash) });
  expect(of(written(segmentBytes(many)))).toEqual(years);
});

test("what another version wrote is not read", () => {
  const text = sound.toString("latin1", 0, 1016).replace('"tongketIndex":3', '"tongketIndex":2');
  const other = Buffer.concat([
    Buffer.from(text + crc32(text).toString(16).padStart(8, "0")),
    sound.subarray(1024),
  ]);
  expect(() => written(other)).toThrow("no header of a segment");
});

test("sites are in order, each once", () => {
  const found = written(sound).opened((open) => open.sites(wordOf("#b:7")));
  expect(found).toEqual([...new Set(found)].toSorted((a, b) => a - b));
});

test("a word of every event of a whole segment is found at each", () => {
  const { segmentCommits } = partCommits;
  const whole = new HeldPart(markAt(segmentCommits));
  const events = Array.from({ length: sitesPerCommit + 1 }, () => eventOf());
  const [stored] = recordsOf([draftOf("c", events)]).commits;
  for (let at = 1; at <= segmentCommits; at += 1) {
    whole.add({ stored: stored as never, mark: markAt(segmentCommits + at) });
  }
  const found = written(segmentBytes(whole)).opened((open) => open.sites(wordOf(typeKey("X"))));
  const first = siteOf(segmentCommits + 1, 0);
  const all = Array.from({ length: segmentCommits * sitesPerCommit }, (_, at) => first + at);
  expect(found).toEqual(all);
});

test("a block in the place of another of its length is seen", () => {
  const pageBytes = 8 + 4 * 129 + 4;
  const base = Buffer.alloc(8);
  base.writeDoubleLE(part.place(1).start);
  const at = sound.indexOf(base, 1024);
  const [first, second] = [0, pageBytes].map((from) =>
    Buffer.from(sound.subarray(at + from, at + from + pageBytes)),
  );
  const swapped = Buffer.from(sound);
  second?.copy(swapped, at);
  first?.copy(swapped, at + pageBytes);
  const segment = written(swapped);
  expect(() => segment.opened((open) => open.place(1))).toThrow(SegmentLost);
  expect(segment.opened((open) => open.place(commits))).toEqual(part.place(commits));
});

test("the same part gives the same bytes", () => {
  written(segmentBytes(part));
  expect(readFileSync(file("000001"))).toEqual(sound);
});

test.skipIf(process.platform === "win32")("a named pipe instead of one holds nobody up", () => {
  const path = file("pipe");
  execFileSync("mkfifo", [path]);
  const opener = spawn("sh", ["-c", 'sleep 2; : <> "$0"', path]);
  const begun = performance.now();
  expect(() => new SegmentFile(path)).toThrow();
  expect(performance.now() - begun).toBeLessThan(1500);
  opener.kill();
});
