import { readdirSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import type { EventStore } from "@tongket/core/log";
import { describe, expect, test } from "vitest";
import { createJsonlLedger, openJsonlLedger, verifyJsonl } from "../src/index.ts";
import { type Audit, Auditor } from "./audit.ts";
import { folderOfTest } from "./folder.ts";
import { race } from "./race.ts";
import { anyway, draftOf, eventOf, header, linesOf, newYear } from "./sample.ts";

const file = folderOfTest();
const seed = Number(process.env["TONGKET_SEED"] ?? Date.now() % 1e6);
const rounds = Number(process.env["TONGKET_RACE_ROUNDS"] ?? 200);
const sound = { lost: [], doubled: [], broken: [], interleaved: [], rewritten: false };

const title = `of eight writers some are killed with -9 while they hold the lock (seed ${seed})`;
test(title, { timeout: 600_000 }, async () => {
  const path = file("ledger.jsonl");
  await createJsonlLedger(path, header);
  let [commits, lost, doubled, torn] = [0, 0, 0, 0];
  const judge = async (audit: Audit, round: number): Promise<boolean> => {
    expect({ round, ...audit }).toMatchObject({ round, ...sound });
    [commits, lost, doubled] = [audit.commits, audit.lost.length, audit.doubled.length];
    torn = audit.torn;
    const fault = { fault: "TornTail", position: commits + 1, facts: { bytes: torn } };
    const whole = { verified: "Whole", commits };
    expect(await verifyJsonl(path)).toMatchObject(torn > 0 ? { faults: [fault] } : whole);
    return false;
  };
  const figures = await race({ path, rounds, seed, lock: "lock", deadly: true, judge });
  console.log({ seed, ...figures, commits, lost, doubled });
  expect(figures).toMatchObject({ rounds, failures: [] });
  expect(Object.keys(figures.kills).length).toBeGreaterThan(rounds < 200 ? 0 : 4);

  const ledger = await openJsonlLedger(path);
  const result = await ledger.append(draftOf("last"), anyway, newYear);
  expect(result).toMatchObject({ append: "Appended" });
  const head = await ledger.head();
  // A record that the last one killed left whole but for its newline is kept.
  const heads = torn > 0 ? [commits + 1, commits + 2] : [commits + 1];
  expect(heads).toContain(head.position);
  expect(await verifyJsonl(path)).toEqual({ verified: "Whole", commits: head.position, head });
  await sweepClaims(ledger, path);
  expect(besides(path)).toEqual(["ledger.jsonl"]);
});

const besides = (path: string): readonly string[] => {
  const kept = ["compiled", "ledger.jsonl.index"];
  return readdirSync(dirname(path)).filter((name) => !kept.includes(name));
};

/** One that was killed at a claim when nobody had to take the lock over any more has left that. */
const sweepClaims = async (ledger: EventStore, path: string): Promise<void> => {
  const claim = besides(path).find((name) => /\.lock\.[0-9a-f]{16}$/.test(name));
  if (claim === undefined) return;
  renameSync(join(dirname(path), claim), `${path}.lock`);
  const result = await ledger.append(draftOf("sweeping"), anyway, newYear);
  expect(result).toMatchObject({ append: "Appended" });
};

describe("the audit sees", () => {
  test("what a store without a lock does", async () => {
    const path = file("ledger.jsonl");
    await createJsonlLedger(path, header);
    let last: Audit | undefined;
    const judge = (audit: Audit) => {
      last = audit;
      return audit.broken.length > 0 || audit.lost.length > 0;
    };
    await race({ path, rounds: 20, seed, lock: "no-lock", deadly: false, judge });
    expect((last?.broken.length ?? 0) + (last?.lost.length ?? 0)).toBeGreaterThan(0);
  });

  const event = eventOf({ tags: ["year:2012"], data: { after: 0 } });
  const lines = linesOf(["a", "b", "c"].map((id) => draftOf(id)));
  const acknowledged = new Map([
    ["a", 1],
    ["b", 2],
    ["c", 3],
  ]);
  const look = (texts: readonly string[]) =>
    new Auditor().look(Buffer.from(texts.join("")), acknowledged);

  test("nothing in a sound ledger", () => {
    expect(look(lines)).toEqual({ ...sound, commits: 3, torn: 0 });
    expect(look([...lines, '{"torn']).torn).toBe(6);
  });

  test("an acknowledged commit that is gone", () => {
    expect(look(lines.slice(0, 3))).toMatchObject({ lost: ["c"] });
  });

  test("a command that stands twice", () => {
    const twice = linesOf(["a", "b", "c", "b"].map((id) => draftOf(id)));
    expect(look(twice)).toMatchObject({ doubled: ["b"], broken: [] });
  });

  test("a broken chain", () => {
    expect(look(lines.toSpliced(2, 1))).toMatchObject({ broken: [3] });
    expect(look(lines.map((line) => line.replace('"b"', '"x"')))).toMatchObject({ broken: [3] });
  });

  test("a condition that did not hold", () => {
    const both = linesOf([draftOf("a", [event]), draftOf("b", [event]), draftOf("c")]);
    expect(look(both)).toMatchObject({ interleaved: ["b"] });
  });

  test("whole lines that changed later", () => {
    const auditor = new Auditor();
    auditor.look(Buffer.from(lines.join("")), acknowledged);
    const other = linesOf(["a", "b", "d"].map((id) => draftOf(id)));
    expect(auditor.look(Buffer.from(other.join("")), acknowledged).rewritten).toBe(true);
  });
});
