import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, renameSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { EventStore, Subscription } from "@tongket/core/log";
import { beforeEach, expect, test, vi } from "vitest";
import { folderOfTest } from "../test/folder.ts";
import { anyway, draftOf, header, linesOf, newYear } from "../test/sample.ts";
import { createJsonlLedger, openJsonlLedger } from "./index.ts";

const file = folderOfTest();
let path: string;
let ledger: EventStore;
beforeEach(async () => {
  path = file("ledger.jsonl");
  ledger = await createJsonlLedger(path, header, { pollMs: 20 });
});

const append = (id: string) => ledger.append(draftOf(id), anyway, newYear);
const ids = ["a", "b", "c", "d"];
const lines = linesOf(ids.map((id) => draftOf(id)));

/** The command ids as they come, until there are so many. */
const followed = async (subscription: Subscription, count: number): Promise<readonly string[]> => {
  const found: string[] = [];
  for await (const batch of subscription) {
    found.push(...batch.map(({ commit }) => commit.commandId));
    if (found.length >= count) break;
  }
  return found;
};

/** A follower at work: what it has seen so far, and how it ends. */
const following = (subscription: Subscription) => {
  const seen: string[] = [];
  const read = async () => {
    for await (const batch of subscription) seen.push(...batch.map((one) => one.commit.commandId));
  };
  const end = read();
  end.catch(() => {});
  const sees = (...expected: readonly string[]) =>
    vi.waitFor(() => expect(seen).toEqual(expected), { timeout: 20_000 });
  return { seen, sees, end };
};

test("what another process appends comes once and in order", async () => {
  const script = fileURLToPath(new URL("../test/appender.ts", import.meta.url));
  const seen = followed(ledger.subscribe({ after: 0 }), 60);
  const child = spawn(process.execPath, ["--conditions=source", script, path, "60"], {
    stdio: "inherit",
  });
  expect(await seen).toEqual(Array.from({ length: 60 }, (_, at) => `command-${at + 1}`));
  expect(await once(child, "exit")).toEqual([0, null]);
});

test("what stands already comes first, from behind the position on", async () => {
  for (const id of ids.slice(0, 3)) await append(id);
  const seen = followed(ledger.subscribe({ after: 1 }), 3);
  await pause(50);
  await append("d");
  expect(await seen).toEqual(["b", "c", "d"]);
});

test("a position beyond the head is waited for", async () => {
  await append("a");
  const seen = followed(ledger.subscribe({ after: 3 }), 1);
  for (const id of ["b", "c", "d"]) {
    await pause(30);
    await append(id);
  }
  expect(await seen).toEqual(["d"]);
});

test("a line that comes bit by bit is told when it is whole", async () => {
  const subscription = ledger.subscribe({ after: 0 });
  const { seen, sees, end } = following(subscription);
  const [, first = "", second = ""] = lines;
  for (const part of [first.slice(0, 1), first.slice(1, -1)]) {
    appendFileSync(path, part);
    await pause(60);
    expect(seen).toEqual([]);
  }
  appendFileSync(path, `\n${second.slice(0, 50)}`);
  await sees("a");
  await pause(60);
  expect(seen).toEqual(["a"]);
  appendFileSync(path, second.slice(50));
  await sees("a", "b");
  subscription.close();
  await end;
});

test("a torn tail that the next writer cuts is never seen", async () => {
  const { sees } = following(ledger.subscribe({ after: 0 }));
  await append("a");
  await sees("a");
  appendFileSync(path, '{"actor":"clerk","comm');
  await pause(60);
  await append("b");
  await sees("a", "b");
  await ledger.close();
});

test("closing ends it, also while it waits, and so does closing the ledger", async () => {
  const other = await openJsonlLedger(path, { pollMs: 60_000 });
  const [first, second] = [ledger.subscribe({ after: 0 }), other.subscribe({ after: 0 })];
  const ends = [following(first), following(second)].map(({ end }) => end);
  await pause(50);
  first.close();
  await other.close();
  await Promise.all(ends);
});

test("a system that tells of changes is heard before the next look", async () => {
  const eager = await openJsonlLedger(path, { pollMs: 600_000 });
  const seen = followed(eager.subscribe({ after: 0 }), 1);
  await pause(50);
  await append("a");
  expect(await seen).toEqual(["a"]);
});

test("a file that lost what was seen, or is gone, is a fault", async () => {
  await append("a");
  await append("b");
  const first = following(ledger.subscribe({ after: 0 }));
  await first.sees("a", "b");
  const lost = { fault: "BrokenChain", facts: { file: path, line: 3 } };
  truncateSync(path, 200);
  await expect(first.end).rejects.toMatchObject(lost);

  writeFileSync(path, lines.join(""));
  const second = following(ledger.subscribe({ after: 2 }));
  await second.sees("c", "d");
  rmSync(path);
  const gone = { fault: "LedgerMissing", facts: { file: path } };
  await expect(second.end).rejects.toMatchObject(gone);
  await expect(following(ledger.subscribe({ after: 2 })).end).rejects.toMatchObject(gone);
});

test("a copy put in its place is followed on, another ledger is a fault", async () => {
  await append("a");
  const { sees, end } = following(ledger.subscribe({ after: 0 }));
  await sees("a");
  writeFileSync(file("copy"), lines.slice(0, 4).join(""));
  renameSync(file("copy"), path);
  await sees("a", "b", "c");
  const others = ["a", "b", "x", "d", "e"].map((id) => draftOf(id));
  writeFileSync(file("other"), linesOf(others).join(""));
  renameSync(file("other"), path);
  await expect(end).rejects.toMatchObject({ fault: "BrokenChain" });
});
