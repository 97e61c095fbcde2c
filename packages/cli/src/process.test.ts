import type { ChildProcess } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startPostgres } from "../../../.config/postgres-server.ts";
import { runBinary, runHere, started } from "./trial-run.ts";

let home: string;
let ledger: string;
const line = (branch: string): string =>
  JSON.stringify({
    command: "CarryInBranch",
    actor: "clerk",
    effectiveOn: "2012-01-01",
    data: { branch, kind: "upper-committee", name: "x".repeat(400) },
  });
const many = Array.from({ length: 1500 }, (_, at) => line(`b${at}`)).join("\n");

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "tongket-process-"));
  ledger = join(home, "l.jsonl");
  await runHere(["init", ledger, "--id", "l"]);
  await runHere(["record", ledger, "-"], { stdin: many });
});
afterAll(() => rmSync(home, { recursive: true }));

const standingIn = (out: string): number =>
  Number(/^([\d,]+) of 1,500 stand/.exec(out)?.[1]?.replace(",", ""));

/** Sends a signal as soon as it is time. */
const signalled =
  (signal: NodeJS.Signals, isTime: () => boolean | Promise<boolean>) =>
  (child: ChildProcess): void => {
    let isOver = false;
    child.on("close", () => {
      isOver = true;
    });
    void (async () => {
      while (!isOver && !(await isTime())) await sleep(2);
      child.kill(signal);
    })();
  };

test("a reader that goes away is no fault", async () => {
  const told = await started(["log", ledger, "--json"], (child) => {
    child.stdout?.once("data", () => child.stdout?.destroy());
  });
  expect(told).toMatchObject({ exit: 0, err: "" });
});

test("all of a long result arrives, however slowly it is read", async () => {
  const { exit, out } = await runBinary(["log", ledger, "--json"]);
  expect([exit, out.trimEnd().split("\n").length]).toEqual([0, 1500]);
});

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("%s ends a recording that waits for its input", async (signal, exit) => {
  const before = readFileSync(ledger);
  const told = await started(["record", ledger, "-"], (child) => {
    child.stdin?.write(`${line("late")}\n`);
    // The handlers stand as soon as the program has loaded; it says nothing of it.
    const timer = setInterval(() => child.kill(signal), 300);
    child.on("close", () => clearInterval(timer));
  });
  // A signal before the handlers stood ends the process as it would any other.
  expect([exit, null]).toContain(told.exit);
  if (told.exit !== null) expect(told.err).toMatch(/^Stopped by SIG\w+\. .*\[Interrupted\]\n$/);
  expect(readFileSync(ledger)).toEqual(before);
});

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("%s closes a SQLite ledger, and nothing is left beside it", async (signal, exit) => {
  const trial = join(home, `${signal}.db`);
  const file = join(home, "many.jsonl");
  writeFileSync(file, many);
  await runHere(["init", trial, "--id", "t"], { now: new Date().toISOString() });
  const isAtWork = () => (statSync(`${trial}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 100_000;
  const told = await started(["record", trial, file], signalled(signal, isAtWork));
  expect([told.exit, told.err]).toEqual([exit, expect.stringContaining("[Interrupted]")]);
  const standing = standingIn(told.out);
  expect(standing).toBeGreaterThan(0);
  expect(readdirSync(home).filter((name) => name.startsWith(`${signal}.db`))).toEqual([
    `${signal}.db`,
  ]);
  const { out } = await runHere(["verify", trial, "--json"]);
  expect(JSON.parse(out).head.position).toBe(standing);
  const done = await runBinary(["record", trial, file, "--json"]);
  expect(JSON.parse(done.out)).toMatchObject({ refused: 0, head: { position: 1500 } });
});

test("SIGTERM ends a recording in a database, and its connections", async () => {
  const server = await startPostgres();
  const client = new Client({ connectionString: server.url });
  await client.connect();
  const count = async (sql: string): Promise<number> =>
    Number((await client.query(`SELECT count(*) FROM ${sql}`)).rows[0].count);
  const sessions = "pg_stat_activity WHERE application_name = 'tongket'";
  try {
    const trial = `${server.url}?ledger=t`;
    const file = join(home, "many.jsonl");
    writeFileSync(file, many);
    await runHere(["init", trial], { now: new Date().toISOString() });
    const isAtWork = async () => (await count("tongket.record")) > 30;
    const told = await started(["record", trial, file], signalled("SIGTERM", isAtWork));
    expect([told.exit, told.err]).toEqual([143, expect.stringContaining("[Interrupted]")]);
    const standing = standingIn(told.out);
    // The server ends a session a moment after its client is gone.
    await expect.poll(() => count(sessions), { timeout: 5_000 }).toBe(0);
    expect(await count("tongket.record")).toBe(standing + 1);
  } finally {
    await client.end();
    await server.stop();
  }
});

test.each([
  ["SIGTERM", 143],
  ["SIGKILL", null],
] as const)("a copy that is ended by %s is completed later", async (signal, exit) => {
  const copy = join(home, `copy-${signal}.jsonl`);
  const isAtWork = () => (statSync(copy, { throwIfNoEntry: false })?.size ?? 0) > 100_000;
  const told = await started(["copy", ledger, copy], signalled(signal, isAtWork));
  // It may have been faster than the signal.
  expect([exit, 0]).toContain(told.exit);
  if (told.exit === 143) expect(told.out).toMatch(/^Copied [\d,]+ records; .* ends at \d+:/);
  const { exit: done } = await runHere(["copy", ledger, copy]);
  expect([done, readFileSync(copy)]).toEqual([0, readFileSync(ledger)]);
});

test("a reading is ended as well, and says that it is", async () => {
  const ending = AbortSignal.abort("SIGTERM");
  for (const asked of [
    ["log", ledger],
    ["report", ledger, "--branch", "b1", "--year", "2012"],
    ["verify", ledger],
    ["verify", ledger, "--deep"],
  ]) {
    const told = await runHere(asked, { ending });
    expect([told.exit, told.err]).toEqual([143, expect.stringContaining("[Interrupted]")]);
  }
});

test.each(["SIGTERM", "SIGKILL"] as const)(
  "a recording that is ended by %s stands as far as it came, and is completed later",
  async (signal) => {
    const trial = join(home, `${signal}.jsonl`);
    const file = join(home, "many.jsonl");
    writeFileSync(file, many);
    await runHere(["init", trial, "--id", "t"], { now: new Date().toISOString() });
    const told = await started(["record", trial, file], (child) => {
      const timer = setInterval(() => {
        if (readFileSync(trial, "utf8").split("\n").length <= 20) return;
        clearInterval(timer);
        child.kill(signal);
      }, 5);
      child.on("close", () => clearInterval(timer));
    });
    expect([0, 143, null]).toContain(told.exit);
    expect((await runHere(["verify", trial, "--deep"])).exit).toBe(0);
    const { out } = await runBinary(["record", trial, file, "--json"]);
    expect(JSON.parse(out)).toMatchObject({ untried: 0, refused: 0, head: { position: 1500 } });
  },
);

test("the day is that of the machine's own time zone", async () => {
  const command = '{"command":"CarryInBranch","actor":"a","data":';
  const data = '{"branch":"m","kind":"upper-committee","name":"M"}}';
  const dayIn = async (TZ: string): Promise<string> => {
    const trial = join(home, `${TZ.replace("/", "-")}.jsonl`);
    await runHere(["init", trial, "--id", "z"], { now: new Date().toISOString() });
    await runBinary(["record", trial, "-"], { stdin: command + data, env: { TZ } });
    const { out } = await runHere(["log", trial, "--json"]);
    const { effectiveOn, recordedAt } = JSON.parse(out);
    const there = new Intl.DateTimeFormat("sv-SE", { timeZone: TZ }).format(new Date(recordedAt));
    expect(effectiveOn).toBe(there);
    return effectiveOn;
  };
  expect(await dayIn("Pacific/Kiritimati")).not.toBe(await dayIn("Pacific/Pago_Pago"));
});

test("a fault of the program is one line that says so, and never a stack", async () => {
  const surroundings = { stdin: line("n"), today: "no day\n    at x (y.ts:1:1)" };
  const told = await runHere(["record", ledger, "-"], surroundings);
  expect(told.exit).toBe(70);
  expect(told.err).toMatch(/^This is a fault of the program, .*\[ProgramFault\]\n$/);
  expect(told.err).toContain("verify LEDGER --deep");
});
