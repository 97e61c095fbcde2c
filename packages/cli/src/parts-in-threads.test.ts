import type { ChildProcess } from "node:child_process";
import { appendFileSync, copyFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hashedText } from "@tongket/core/log";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runBinary, runHere, started } from "./trial-run.ts";

const commits = 100_500;
const ofYear = ["--branch", "b1", "--year", "2012"] as const;

let home: string;
let ledger: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "tongket-threads-"));
  ledger = await ledgerWith("l.jsonl");
});
afterAll(() => rmSync(home, { recursive: true }));

/** A ledger that is long enough for threads; of some commits the event is another. */
const ledgerWith = async (
  name: string,
  others: { readonly [position: number]: object } = {},
): Promise<string> => {
  const createdAt = "2012-01-01T00:00:00.000Z";
  const header = hashedText({ createdAt, ledger: "l", regime: "vn-party", tongket: 1 });
  const path = join(home, name);
  const file = await open(path, "w");
  let [lines, prev] = [`${header.text}\n`, header.hash];
  for (let position = 1; position <= commits; position += 1) {
    const events = [{ ...eventAt(position), ...others[position] }];
    const made = { actor: "a", commandHash: prev, commandId: `c${position}`, events };
    const { text, hash } = hashedText({ ...made, position, prev, recordedAt: createdAt });
    lines += `${text}\n`;
    prev = hash;
    if (position % 5000 !== 0 && position < commits) continue;
    await file.write(lines);
    lines = "";
  }
  await file.close();
  return path;
};

/** A branch, renamed twice, and trainings; the last reverses what stands in another part. */
const eventAt = (at: number): object => {
  const event = (type: string, data: object) => ({
    data,
    effectiveOn: "2012-01-01",
    tags: ["branch:b1"],
    type,
    version: 1,
  });
  if (at === 1) {
    const data = { branch: "b1", kind: "upper-committee", name: "Đảng bộ" };
    return event("BranchCarriedIn", data);
  }
  if (at === 2 || at === 90_000) {
    return event("BranchRenamed", { branch: "b1", name: `Đảng bộ ${at}` });
  }
  if (at === commits) {
    const reversed = { original: eventAt(90_000), reason: "nhầm", target: "90000.0" };
    return event("EventReversed", reversed);
  }
  const person = `m${at % 700}`;
  return event("TrainingCompleted", { branch: "b1", course: "awareness", person, year: 2012 });
};

/** What a call comes to in one thread, and in several; both without a checkpoint. */
const bothWays = async (threads: number, command: string, ...given: readonly string[]) => {
  const here = await runHere([command, ...given]);
  rmSync(`${given[0]}.books`, { force: true });
  const there = await runBinary([command, ...given, "--threads", `${threads}`]);
  return { here, there };
};

test.each<[string, number, readonly string[]]>([
  ["replay", 2, ofYear],
  ["replay", 7, [...ofYear, "--as-of", "2012-06-01", "--json"]],
  ["report", 2, ofYear],
  ["explain", 2, ["peopleTrained/awareness@2012", "--branch", "b1"]],
])("%s in %i threads tells what it tells in one", async (command, threads, asked) => {
  const { here, there } = await bothWays(threads, command, ledger, ...asked);
  expect(here.exit).toBe(0);
  expect(there).toEqual(here);
});

test("of a SQLite ledger as well, and nothing is left beside it", async () => {
  const database = join(home, "l.db");
  await runHere(["copy", ledger, database]);
  const asked = [database, ...ofYear, "--known-at", "2012-12-31"];
  const { here, there } = await bothWays(2, "replay", ...asked);
  expect(here.exit).toBe(0);
  expect(there).toEqual(here);
  expect(readdirSync(home).filter((name) => name.startsWith("l.db"))).toEqual(["l.db"]);
});

test("a checkpoint is kept, and what is read behind it is read here", async () => {
  const copy = join(home, "checkpoint.jsonl");
  copyFileSync(ledger, copy);
  const call = ["replay", copy, ...ofYear, "--threads", "2"];
  const first = await runBinary(call);
  expect(readdirSync(home)).toContain("checkpoint.jsonl.books");
  expect(await runHere(call)).toEqual(first);
});

describe("a fault is told as in one thread", () => {
  const painted = { type: "BranchPainted" };
  test.each<[string, string, () => Promise<string>]>([
    ["in a later part", "EventUnknown", () => ledgerWith("late.jsonl", { 70000: painted })],
    ["right behind a cut", "EventUnknown", () => ledgerWith("cut.jsonl", { 33501: painted })],
    [
      "the first of several",
      "EventUnknown",
      () => ledgerWith("more.jsonl", { 66900: painted, 67010: { type: "BranchBurnt" } }),
    ],
    ["of bytes", "BrokenRecord", () => damaged("bytes.jsonl")],
  ])("%s", async (_, rule, make) => {
    const { here, there } = await bothWays(3, "replay", await make(), ...ofYear);
    expect(here.err).toContain(`[${rule}]`);
    expect(there).toEqual(here);
  });

  const damaged = async (name: string): Promise<string> => {
    const path = join(home, name);
    copyFileSync(ledger, path);
    const file = await open(path, "r+");
    const { size } = await file.stat();
    await file.write("#", Math.floor(0.8 * size));
    await file.close();
    return path;
  };

  test("and a torn tail is read without", async () => {
    const torn = join(home, "torn.jsonl");
    copyFileSync(ledger, torn);
    appendFileSync(torn, '{"actor":"a","commandHash');
    const { here, there } = await bothWays(2, "replay", torn, ...ofYear);
    expect([here.exit, here.err]).toEqual([0, expect.stringContaining("[TornTail]")]);
    expect(there).toEqual(here);
  });
});

/** Loaded before the program: its standard error is a terminal, and time flies. */
const atTerminal = `data:text/javascript,${encodeURIComponent(`
  let now = 0;
  performance.now = () => (now += 200);
  Object.assign(process.stderr, { isTTY: true, columns: 80 });
`)}`;

test("the bar goes on with what all threads have read", async () => {
  const asked = [ledger, ...ofYear, "--known-at", "2012-12-31", "--threads", "2"];
  const { exit, err } = await runBinary(["replay", ...asked], {}, ["--import", atTerminal]);
  const shown = [...err.matchAll(/(\d+)%/g)].map(([, percent]) => Number(percent));
  expect(exit).toBe(0);
  expect(shown.toSorted((a, b) => a - b)).toEqual(shown);
  expect(shown.at(-1)).toBeGreaterThan(50);
});

/** Loaded before every thread: all but the first wait for longer than a test may. */
const othersWait = `data:text/javascript,${encodeURIComponent(`
  import { isMainThread } from "node:worker_threads";
  const cell = new Int32Array(new SharedArrayBuffer(4));
  if (!isMainThread) Atomics.wait(cell, 0, 0, 120_000);
`)}`;

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("%s ends also the threads that this one waits for", async (signal, exit) => {
  const asked = [ledger, ...ofYear, "--known-at", "2012-12-31", "--threads", "2"];
  const meddle = (child: ChildProcess): void => {
    child.stderr?.once("data", () => setTimeout(() => child.kill(signal), 3000));
  };
  const preload = ["--import", atTerminal, "--import", othersWait];
  const began = performance.now();
  const told = await started(["replay", ...asked], meddle, preload);
  expect([told.exit, told.out]).toEqual([exit, ""]);
  expect(told.err).toContain("[Interrupted]");
  expect(performance.now() - began).toBeLessThan(100_000);
});

test.each([["0"], ["17"], ["-1"], ["1.5"], ["01"], ["two"], [""]])(
  "--threads %j cannot be asked for",
  async (threads) => {
    const { exit, err } = await runHere(["replay", ledger, ...ofYear, `--threads=${threads}`]);
    expect([exit, err]).toEqual([2, expect.stringMatching(/from 1 to 16.*\[OptionIllTyped\]\n$/)]);
  },
);
