import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import {
  type Commit,
  hashedText,
  hasMatch,
  type Query,
  type StoredCommit,
} from "@tongket/core/log";
import fc from "fast-check";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { folderOfTest } from "../test/folder.ts";
import { anyway, draftOf, eventOf, header, linesOf, newYear, recordsOf } from "../test/sample.ts";
import type { JsonlLedger } from "./index.ts";
import { HeldPart } from "./index-part.ts";
import { openLedger } from "./jsonl-ledger.ts";
import type { Mark } from "./record-line.ts";
import { segmentBytes } from "./segment-bytes.ts";
import { headerBytes } from "./segment-layout.ts";

const segmentCommits = 4;
const trial = { segmentCommits, begunCommits: 2 };
const file = folderOfTest();
let path: string;
let folder: string;
beforeEach(() => {
  path = file("ledger.jsonl");
  folder = `${path}.index`;
});

/** Two segments, two commits of a begun one, and one behind it, each of some tags and types. */
const drafts = Array.from({ length: 11 }, (_, at) =>
  draftOf(`c${at}`, [
    eventOf({
      type: at % 3 === 0 ? "X" : "Y",
      tags: [`branch:b${at % 2}`, "year:2012"],
      data: { year: 2010 + Math.floor(at / 4) },
    }),
    at % 4 === 3
      ? eventOf({ type: "EventReversed", tags: ["m:1"], data: { original: { type: "Z" } } })
      : eventOf({ type: "W", tags: [`m:${at % 5}`] }),
  ]),
);
const lines = linesOf(drafts);
const { commits } = recordsOf(drafts);
const of = (tags: readonly string[], types: readonly string[] = [], year = {}): Query =>
  ({ items: [{ tags, types, ...year }] }) as unknown as Query;

const openIt = (): Promise<JsonlLedger> => openLedger(path, {}, trial);
const positionsIn = async (ledger: JsonlLedger, query: Query, options = {}): Promise<number[]> => {
  const found: number[] = [];
  for await (const batch of ledger.read({ query, ...options })) {
    found.push(...batch.map(({ commit }) => commit.position));
  }
  return found;
};
const expected = (query: Query, among: readonly { readonly commit: Commit }[] = commits) =>
  among.filter(({ commit }) => hasMatch(query, commit)).map(({ commit }) => commit.position);

/** A ledger with its index beside it, whose headers the second who opens it lists. */
const kept = async (): Promise<readonly string[]> => {
  writeFileSync(path, lines.slice(0, -1).join(""));
  for (const _ of [1, 2]) await (await openIt()).find("c0");
  writeFileSync(path, lines.join(""));
  return readdirSync(folder).toSorted();
};

const markAt = (position: number, hash = ""): Mark => {
  const start = lines.slice(0, position).join("").length;
  const end = start + (lines[position] ?? "").length;
  return { position, hash, recordedAt: newYear, start, end };
};

const queries = [
  of(["branch:b1"]),
  of(["branch:b0", "m:2"]),
  of(["m:1"], ["Z"]),
  of([], ["X", "Z"]),
  of(["m:9"]),
  of(["branch:b1"], ["X", "Y"], { year: 2011 }),
] as const;

/** Whatever lies beside it, the ledger answers as its commits do. */
const demandAnswers = async (ledger: JsonlLedger, among: readonly StoredCommit[] = commits) => {
  for (const query of queries) {
    expect(await positionsIn(ledger, query)).toEqual(expected(query, among));
  }
  for (const id of ["c1", "c6", "c9", "c10", "other", "z"]) {
    const known = among.find(({ commit }) => commit.commandId === id);
    expect(await ledger.find(id)).toEqual(known);
  }
};

/** How many commits were parsed for the index. */
const parsed = async (work: () => Promise<unknown>): Promise<number> => {
  const add = vi.spyOn(HeldPart.prototype, "add");
  await work();
  const { length } = add.mock.calls;
  add.mockRestore();
  return length;
};

test("a ledger of few commits has no folder", async () => {
  writeFileSync(path, lines.slice(0, 2).join(""));
  const ledger = await openIt();
  await ledger.find("c0");
  expect(existsSync(folder)).toBe(false);
  const names: (readonly string[])[] = [];
  for (const id of ["c1", "c2", "c3"]) {
    await ledger.append(draftOf(id), anyway, newYear);
    names.push(readdirSync(folder));
  }
  expect(names).toEqual([["begun"], ["begun"], ["000001", "begun"]]);
});

test("whole segments and a begun one are kept, and read by the next who opens it", async () => {
  expect(await kept()).toEqual(["000001", "000002", "begun", "headers"]);
  for (const _ of [1, 2]) {
    expect(await parsed(async () => demandAnswers(await openIt()))).toBe(1);
    rmSync(`${folder}/headers`);
  }
});

describe("the list of headers", () => {
  const sizeOf = () => statSync(`${folder}/headers`).size;

  test("tells of segments whose own headers are not read", async () => {
    await kept();
    const segment = `${folder}/000001`;
    writeFileSync(segment, readFileSync(segment).fill(0, 0, headerBytes));
    expect(await parsed(async () => demandAnswers(await openIt()))).toBe(1);
    rmSync(`${folder}/headers`);
    expect(await parsed(async () => demandAnswers(await openIt()))).toBe(1 + segmentCommits);
  });

  test("grows by those that were kept since", async () => {
    await kept();
    expect(sizeOf()).toBe(2 * headerBytes);
    const open = await openIt();
    for (const id of ["c11", "c12", "c13"]) await open.append(draftOf(id), anyway, newYear);
    expect(sizeOf()).toBe(2 * headerBytes);
    await (await openIt()).find("c0");
    expect(sizeOf()).toBe(3 * headerBytes);
    expect(await positionsIn(await openIt(), of(["m:1"]))).toEqual(expected(of(["m:1"])));
  });

  test("grows where a process that knows the first ones finds others", async () => {
    writeFileSync(path, lines.slice(0, 9).join(""));
    for (const _ of [1, 2]) await (await openIt()).find("c0");
    const [early, other] = [await openIt(), await openIt()];
    await early.find("c0");
    for (const id of ["c8", "c9", "c10", "c11"]) await other.append(draftOf(id), anyway, newYear);
    expect(await early.find("c11")).toBeDefined();
    const list = readFileSync(`${folder}/headers`);
    rmSync(`${folder}/headers`);
    await (await openIt()).find("c0");
    expect(list).toEqual(readFileSync(`${folder}/headers`));
    expect(list).toHaveLength(3 * headerBytes);
  });

  test("tells of what others listed to a process that knows the first ones", async () => {
    writeFileSync(path, lines.slice(0, 9).join(""));
    const early = await openIt();
    await early.find("c0");
    writeFileSync(path, [...lines, ...linesOf([...drafts, draftOf("c11")]).slice(-1)].join(""));
    for (const _ of [1, 2]) await (await openIt()).find("c0");
    const segment = `${folder}/000003`;
    writeFileSync(segment, readFileSync(segment).fill(0, 0, headerBytes));
    expect(await parsed(() => early.find("c11"))).toBe(0);
  });

  test("is made anew where it tells of a segment that is another", async () => {
    await kept();
    const other = new HeldPart(markAt(0, hashedText(header).hash));
    for (const [at, stored] of commits.slice(0, segmentCommits).entries()) {
      other.add({ stored, mark: markAt(at + 1, stored.hash) });
    }
    other.years.add(1999);
    const list = readFileSync(`${folder}/headers`);
    segmentBytes(other).copy(list, 0, 0, headerBytes);
    writeFileSync(`${folder}/headers`, list);
    const answer = async () => demandAnswers(await openIt());
    expect(await parsed(answer)).toBe(1 + segmentCommits);
    expect(await parsed(answer)).toBe(1);
    expect(readFileSync(`${folder}/headers`)).not.toEqual(list);
  });
});

test("a lost segment leaves memory again where it is kept anew", async () => {
  await kept();
  const open = await openIt();
  await open.find("c10");
  for (const _ of [1, 2]) {
    rmSync(`${folder}/000001`);
    expect(await parsed(() => demandAnswers(open))).toBe(segmentCommits);
  }
  rmSync(`${folder}/000001`);
  mkdirSync(`${folder}/000001`);
  for (const count of [segmentCommits, 0]) {
    expect(await parsed(() => demandAnswers(open))).toBe(count);
  }
});

test("any query reads the same with the index as without", async () => {
  await kept();
  const tags = fc.uniqueArray(
    fc.constantFrom("branch:b0", "branch:b1", "year:2012", "m:0", "m:1", "m:3"),
    { maxLength: 2 },
  );
  const types = fc.uniqueArray(fc.constantFrom("X", "Y", "Z", "W", "EventReversed"), {
    maxLength: 2,
  });
  const year = fc.integer({ min: 2009, max: 2013 });
  const item = fc.record({ tags, types, year }, { requiredKeys: ["tags", "types"] });
  const items = fc.array(item, { maxLength: 3 });
  const open = await openIt();
  await fc.assert(
    fc.asyncProperty(items, fc.nat(11), fc.boolean(), async (items, after, backwards) => {
      const query = { items } as unknown as Query;
      const behind = expected(query).filter((position) => position > after);
      const found = await positionsIn(open, query, { after, backwards });
      expect(found).toEqual(backwards ? behind.toReversed() : behind);
    }),
    { numRuns: 300 },
  );
});

test("who watches how the index is made hears of each segment, and may stop it", async () => {
  writeFileSync(path, lines.join(""));
  const heard: (number | "end")[] = [];
  const stopped = new Error("stopped");
  const watching = (last: number) => () => ({
    at: async (position: number) => {
      heard.push(position);
      if (position >= last) throw stopped;
    },
    end: () => heard.push("end"),
  });
  const first = await openLedger(path, { indexing: watching(4) }, trial);
  await expect(first.find("c0")).rejects.toBe(stopped);
  expect(readdirSync(folder)).toEqual(["000001"]);
  await expect(first.find("c0")).rejects.toBe(stopped);
  const second = await openLedger(path, { indexing: watching(9) }, trial);
  expect(await parsed(() => second.find("c0"))).toBe(commits.length - 2 * segmentCommits);
  expect(heard).toEqual([4, "end", 8, "end", "end"]);
});

test("others of the process get their turn while many commits are read, found or not", async () => {
  // What the eighth event is about and the ninth is of are told apart by the record only.
  const few = Array.from({ length: 7 }, () => eventOf({ tags: ["m:0"] }));
  const many = linesOf(
    Array.from({ length: 1000 }, (_, at) =>
      draftOf(`c${at}`, [
        ...few,
        eventOf({ tags: ["branch:b2"], type: at % 10 === 0 ? "Z" : "Y" }),
        eventOf({ tags: ["m:0"], type: "Z" }),
      ]),
    ),
  );
  writeFileSync(path, many.join(""));
  const ledger = await openLedger(path, {}, { segmentCommits: 10, begunCommits: 10 });
  let turns = 0;
  const take = (): void => {
    turns += 1;
    next = setImmediate(take);
  };
  let next = setImmediate(take);
  const seen = new Set<number>();
  for await (const _ of ledger.read({ query: of(["branch:b2"], ["Z"]) })) seen.add(turns);
  clearImmediate(next);
  expect(seen.size).toBeGreaterThanOrEqual(many.join("").length / (160 * 1024));
});

test("a file that is cut between two batches is told where it ends", async () => {
  writeFileSync(path, lines.join(""));
  const open = await openIt();
  const reading = open.read({ query: of(["year:2012"]) })[Symbol.asyncIterator]();
  expect((await reading.next()).value).toHaveLength(segmentCommits);
  const { start } = markAt(6);
  writeFileSync(path, lines.join("").slice(0, start + 50));
  const second = reading.next();
  await expect(second).rejects.toMatchObject({ fault: "BrokenRecord", facts: { line: 7 } });
});

describe("whatever is wrong with a segment, no answer is", () => {
  test.each([
    { name: "000001", isListed: true },
    { name: "000001", isListed: false },
    { name: "begun", isListed: true },
    { name: "headers", isListed: true },
  ])("a byte, any of them: %o", async ({ name, isListed }) => {
    await kept();
    const segment = `${folder}/${name}`;
    const sound = readFileSync(segment);
    for (let at = 0; at < sound.length; at += 1) {
      const damaged = Buffer.from(sound);
      damaged[at] = (damaged[at] as number) ^ (1 << (at % 8));
      writeFileSync(segment, damaged);
      if (!isListed) rmSync(`${folder}/headers`, { force: true });
      const ledger = await openIt();
      const [query] = queries;
      expect(await positionsIn(ledger, query)).toEqual(expected(query));
      expect(await ledger.find("c2")).toEqual(commits[2]);
      expect(await ledger.find("c9")).toEqual(commits[9]);
    }
  });

  test.each(["000001", "begun", "headers"])("the end of %s, wherever cut", async (name) => {
    await kept();
    const segment = `${folder}/${name}`;
    const sound = readFileSync(segment);
    for (let length = 0; length < sound.length; length += 9) {
      writeFileSync(segment, sound.subarray(0, length));
      await demandAnswers(await openIt());
      expect(await parsed(async () => demandAnswers(await openIt()))).toBeLessThan(2);
      if (name !== "begun") expect(readFileSync(segment)).toEqual(sound);
    }
  });

  test("all of it, with the ledger open or not", async () => {
    await kept();
    const sound = readFileSync(`${folder}/000002`);
    const open = await openIt();
    await open.find("c0");
    rmSync(folder, { recursive: true });
    await demandAnswers(open);
    expect(readFileSync(`${folder}/000002`)).toEqual(sound);
    rmSync(folder, { recursive: true });
    await demandAnswers(await openIt());
    expect(readdirSync(folder)).toEqual(["000001", "000002", "begun"]);
  });

  test.each([
    ["000001", "000002"],
    ["000002", "begun"],
    ["000001", "headers"],
  ])("its place: %s and %s are each other's", async (one, other) => {
    await kept();
    const [first, second] = [one, other].map((name) => readFileSync(`${folder}/${name}`));
    const swap = () => {
      writeFileSync(`${folder}/${one}`, second as Buffer);
      writeFileSync(`${folder}/${other}`, first as Buffer);
    };
    const open = await openIt();
    await open.find("c0");
    swap();
    await demandAnswers(open);
    swap();
    await demandAnswers(await openIt());
  });
});

describe("an index of another history is not used", () => {
  const changed = (at: number) =>
    drafts.with(at, draftOf("other", [eventOf({ type: "Y", tags: ["branch:b1", "m:1"] })]));

  test.each([0, 3, 4, 7, 8, 9, 10])("of one that parts at commit %i", async (at) => {
    await kept();
    const others = changed(at);
    writeFileSync(path, linesOf(others).join(""));
    const answer = async () => demandAnswers(await openIt(), recordsOf(others).commits);
    for (const _ of [1, 2]) await answer();
    expect(await parsed(answer)).toBeLessThan(2);
  });

  test("of the same length", async () => {
    await kept();
    const others = drafts.map((draft) => ({ ...draft, actor: "clark" }));
    const { size } = statSync(path);
    writeFileSync(path, linesOf(others).join(""));
    expect(statSync(path).size).toBe(size);
    await demandAnswers(await openIt(), recordsOf(others).commits);
  });

  test.each([0, 3, 4, 7, 8, 9, 10])(
    "of a longer one, of which %i commits are left",
    async (left) => {
      await kept();
      truncateSync(path, lines.slice(0, left + 1).join("").length);
      await demandAnswers(await openIt(), commits.slice(0, left));
    },
  );

  test("put under an open ledger it is a fault, as without an index", async () => {
    await kept();
    const open = await openIt();
    await open.find("c0");
    writeFileSync(path, linesOf([...changed(2), draftOf("later")]).join(""));
    const fault = { fault: "BrokenChain" };
    await expect(open.find("c1")).rejects.toMatchObject(fault);
    await expect(positionsIn(open, of(["m:1"]))).rejects.toMatchObject(fault);
  });

  test("the damage that is read is told with its line", async () => {
    await kept();
    writeFileSync(path, lines.join("").replace('"c1"', '"x1"'));
    const fault = { fault: "BrokenRecord", facts: { file: path, line: 3 } };
    await expect((await openIt()).find("c1")).rejects.toMatchObject(fault);
    rmSync(folder, { recursive: true });
    await expect((await openIt()).find("c1")).rejects.toMatchObject(fault);
  });

  test("a record in the place of another is told as well", async () => {
    await kept();
    writeFileSync(
      path,
      lines
        .with(2, lines[3] ?? "")
        .with(3, lines[2] ?? "")
        .join(""),
    );
    const facts = { file: path, line: 3, expected: 2, found: 3 };
    const fault = { fault: "PositionGap", facts };
    await expect((await openIt()).find("c1")).rejects.toMatchObject(fault);
    rmSync(folder, { recursive: true });
    await expect((await openIt()).find("c1")).rejects.toMatchObject(fault);
  });

  test("nor is one that goes on from a record which is not the one before", async () => {
    writeFileSync(path, lines.join(""));
    const forged = new HeldPart(markAt(0, "0".repeat(64)));
    forged.end = markAt(segmentCommits, commits[segmentCommits - 1]?.hash);
    mkdirSync(folder);
    writeFileSync(`${folder}/000001`, segmentBytes(forged));
    await demandAnswers(await openIt());
  });

  test.each([
    ["that does not go on from the last segment", 8, "0".repeat(64), 10],
    ["that goes on from an earlier one", 4, commits[3]?.hash, 6],
    ["that is longer than a segment", 4, commits[3]?.hash, 9],
    ["whose last record stands nowhere", 8, commits[7]?.hash, 12],
  ])("nor is a begun one %s", async (_, from, hash, to) => {
    await kept();
    if (from === 4) rmSync(`${folder}/000002`);
    const forged = new HeldPart(markAt(from, hash));
    forged.end = markAt(to, commits[to - 1]?.hash);
    writeFileSync(`${folder}/begun`, segmentBytes(forged));
    await demandAnswers(await openIt());
  });
});

describe("beside the ledger", () => {
  test("whoever may read the ledger may read its index, and nobody else", async () => {
    for (const [rights, entering] of [
      [0o600, 0o700],
      [0o644, 0o755],
    ] as const) {
      rmSync(folder, { recursive: true, force: true });
      writeFileSync(path, lines.join(""));
      chmodSync(path, rights);
      for (const _ of [1, 2]) await (await openIt()).find("c0");
      expect(statSync(folder).mode & 0o777).toBe(entering);
      for (const name of ["000001", "begun", "headers"]) {
        expect(statSync(`${folder}/${name}`).mode & 0o777).toBe(rights);
      }
    }
  });

  test("where no folder can be made it works without", async () => {
    writeFileSync(folder, "mine");
    writeFileSync(path, lines.join(""));
    await demandAnswers(await openIt());
    expect(readFileSync(folder, "utf8")).toBe("mine");
  });

  test("only of a long ledger whose index cannot be kept it says that it has none", async () => {
    const notes = drafts.map((draft) => ({ ...draft, note: "x".repeat(880 * 1024) }));
    writeFileSync(path, linesOf(notes).join(""));
    writeFileSync(folder, "mine");
    expect(await (await openIt()).isIndexed?.()).toBe(false);
    rmSync(folder);
    expect(await (await openIt()).isIndexed?.()).toBe(true);
    rmSync(folder, { recursive: true });
    writeFileSync(folder, "mine");
    writeFileSync(path, lines.join(""));
    expect(await (await openIt()).isIndexed?.()).toBe(true);
  });

  test.each([
    { name: "000001", names: ["000001", "000002", "begun"] },
    { name: "begun", names: ["000001", "000002", "begun", "headers"] },
    { name: "headers", names: ["000001", "000002", "begun", "headers"] },
  ])("where $name cannot be kept it works without", async ({ name, names }) => {
    mkdirSync(`${folder}/${name}`, { recursive: true });
    writeFileSync(path, lines.join(""));
    for (const _ of [1, 2]) await demandAnswers(await openIt());
    expect(readdirSync(folder)).toEqual(names);
  });

  test("it is the ledger's, by whatever link it was opened", async () => {
    await kept();
    const link = file("link.jsonl");
    symlinkSync(path, link);
    await demandAnswers(await openLedger(link, {}, trial));
    expect(existsSync(`${link}.index`)).toBe(false);
  });
});
