import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { basename, dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { folderOfTest } from "../test/folder.ts";
import { acquireLock, isLocked, lockOf } from "./file-lock.ts";
import { type LockHolder, thisProcess } from "./lock-holder.ts";

const file = folderOfTest();
const isLinux = process.platform === "linux";
let ledger: string;
beforeEach(() => {
  ledger = file("ledger.jsonl");
});

const nonceOf = (number: number) => number.toString(16).padStart(16, "0");
const left = () => readdirSync(dirname(ledger)).toSorted();
const holderNow = (path = lockOf(ledger)) => JSON.parse(readFileSync(path, "utf8")) as LockHolder;
const take = (waitMs = 0) => acquireLock(ledger, { waitMs });
const plant = (holder: object, path = lockOf(ledger)) =>
  writeFileSync(path, JSON.stringify({ ...thisProcess(nonceOf(1)), ...holder }));
const deadPid = (): number => spawnSync(process.execPath, ["-e", ""]).pid;

describe("a lock", () => {
  test("names its holder while it is held, and is gone afterwards", async () => {
    const release = await take();
    expect(holderNow()).toMatchObject({ host: hostname(), pid: process.pid });
    expect(holderNow().nonce).toMatch(/^[0-9a-f]{16}$/);
    if (isLinux) expect(holderNow().started).toMatch(/^[0-9a-f-]{36}:\d+$/);
    expect(left()).toEqual(["ledger.jsonl.lock"]);
    expect(isLocked(ledger)).toBe(true);
    release();
    expect(left()).toEqual([]);
    expect(isLocked(ledger)).toBe(false);
  });

  test("is held by one at a time, also in one process", async () => {
    let [inside, most] = [0, 0];
    const work = async () => {
      const release = await take(20_000);
      inside += 1;
      most = Math.max(most, inside);
      await pause(1);
      inside -= 1;
      release();
    };
    await Promise.all(Array.from({ length: 20 }, work));
    expect(most).toBe(1);
    expect(left()).toEqual([]);
  });

  test("of a living process is waited for, then told with its holder", async () => {
    const release = await take();
    const began = performance.now();
    await expect(take(80)).rejects.toMatchObject({
      fault: "LedgerLocked",
      facts: {
        file: ledger,
        lock: lockOf(ledger),
        host: hostname(),
        pid: process.pid,
        waitedMs: 80,
      },
    });
    expect(performance.now() - began).toBeGreaterThan(79);
    release();
    (await take())();
  });

  test("that is no longer ours is left alone when we release", async () => {
    const release = await take();
    plant({ nonce: nonceOf(7) });
    release();
    expect(holderNow().nonce).toBe(nonceOf(7));
  });

  test("in a folder that is not there is a fault", async () => {
    await expect(acquireLock(file("no/ledger"), { waitMs: 0 })).rejects.toMatchObject({
      fault: "LedgerMissing",
      facts: { file: file("no/ledger.lock") },
    });
  });
});

describe("stale is a lock", () => {
  const demandTaken = async () => {
    expect(isLocked(ledger)).toBe(false);
    const release = await take();
    expect(holderNow().pid).toBe(process.pid);
    expect(left()).toEqual(["ledger.jsonl.lock"]);
    release();
    expect(left()).toEqual([]);
  };

  test("of a dead process", async () => {
    plant({ pid: deadPid() });
    await demandTaken();
  });

  test.runIf(isLinux)("of a pid that another process has by now", async () => {
    plant({ started: `${thisProcess("").started}1` });
    await demandTaken();
  });

  test.runIf(isLinux)("of a process killed but not yet buried by its parent", async () => {
    const parent = spawn("sh", ["-c", "sleep 1 & echo $!; exec sleep 60"]);
    const [pid] = await once(parent.stdout, "data");
    const stat = () => readFileSync(`/proc/${Number(pid)}/stat`, "utf8");
    while (!stat().includes(") Z ")) await pause(5);
    plant({ pid: Number(pid), started: undefined });
    await demandTaken();
    parent.kill();
  });

  test("whose taker died as well, however often", async () => {
    const pid = deadPid();
    plant({ pid });
    plant({ pid, nonce: nonceOf(2) }, `${lockOf(ledger)}.${nonceOf(1)}`);
    plant({ pid, nonce: nonceOf(3) }, `${lockOf(ledger)}.${nonceOf(2)}`);
    plant({ pid, nonce: nonceOf(4) }, `${lockOf(ledger)}.${nonceOf(4)}.new`);
    writeFileSync(`${lockOf(ledger)}.${nonceOf(5)}.new`, '{"host":');
    await demandTaken();
  });
});

describe("never stale is a lock", () => {
  test.each([
    ["of another host", () => ({ host: "elsewhere", pid: deadPid() })],
    ["of another space of process ids", () => ({ space: "pid:[1]", pid: deadPid() })],
    ["of a living process that tells no start", () => ({ started: undefined })],
  ])("%s", async (_, holder) => {
    plant(holder());
    const { host, pid } = holderNow();
    expect(isLocked(ledger)).toBe(true);
    await expect(take(20)).rejects.toMatchObject({ fault: "LedgerLocked", facts: { host, pid } });
    expect(left()).toEqual(["ledger.jsonl.lock"]);
  });

  test.each(["", "{}", '{"host":"x","pid":0,"nonce":"../../etc"}', "not JSON"])(
    "that names nobody: %j",
    async (content) => {
      writeFileSync(lockOf(ledger), content);
      expect(isLocked(ledger)).toBe(true);
      const facts = { file: ledger, lock: lockOf(ledger), waitedMs: 20 };
      await expect(take(20)).rejects.toMatchObject({ fault: "LedgerLocked", facts });
    },
  );

  test("while a living process takes it over", async () => {
    plant({ pid: deadPid() });
    plant({ nonce: nonceOf(2) }, `${lockOf(ledger)}.${nonceOf(1)}`);
    await expect(take(20)).rejects.toMatchObject({
      fault: "LedgerLocked",
      facts: { pid: process.pid },
    });
  });
});

describe.runIf(isLinux)("of two takers at once", () => {
  const taker = fileURLToPath(new URL("../test/lock-taker.ts", import.meta.url));
  const children: ChildProcess[] = [];
  afterEach(() => {
    for (const child of children.splice(0)) child.kill("SIGKILL");
  });
  const start = (waitMs: number, stopAt: string) => {
    const flags = ["--conditions=source", taker, ledger, String(waitMs), stopAt];
    const child = spawn(process.execPath, flags, { stdio: ["pipe", "pipe", "inherit"] });
    children.push(child);
    const says = async (word: string) =>
      expect(String((await once(child.stdout, "data"))[0]).trim()).toBe(word);
    const stopped = async (moment: string) => {
      await says(moment);
      while (!readFileSync(`/proc/${child.pid}/stat`, "utf8").includes(") T ")) await pause(5);
    };
    return { child, says, stopped };
  };

  test("one that judged too early finds the other's lock and leaves it", async () => {
    plant({ pid: deadPid() });
    const { child, says, stopped } = start(50, "judged");
    await stopped("judged");
    const release = await take();
    const { nonce } = holderNow();
    child.kill("SIGCONT");
    await says("LedgerLocked");
    expect(holderNow().nonce).toBe(nonce);
    release();
    expect(left()).toEqual([]);
  });

  test("the one that has the claim is waited for", async () => {
    plant({ pid: deadPid() });
    const { child, says, stopped } = start(0, "claimed");
    await stopped("claimed");
    await expect(take(50)).rejects.toMatchObject({
      fault: "LedgerLocked",
      facts: { pid: child.pid },
    });
    child.kill("SIGCONT");
    await says("held");
    expect(holderNow().pid).toBe(child.pid);
    child.stdin.write("release\n");
    (await take(5000))();
    expect(left()).toEqual([]);
  });

  test("the one that dies with the claim is followed by the other", async () => {
    plant({ pid: deadPid() });
    const { child, stopped } = start(0, "claimed");
    await stopped("claimed");
    child.kill("SIGKILL");
    await once(child, "exit");
    (await take(5000))();
    expect(left()).toEqual([]);
  });
});

test("two names of one file have one lock", async () => {
  expect(basename(lockOf(ledger))).toBe("ledger.jsonl.lock");
  writeFileSync(ledger, "");
  symlinkSync(ledger, file("other.jsonl"));
  expect(lockOf(file("other.jsonl"))).toBe(lockOf(ledger));
});
