import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { binary, runBinary, runHere } from "./trial-run.ts";

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

/** Starts the binary, does something with the process, and gives what came of it. */
const started = (
  argv: readonly string[],
  meddle: (child: ReturnType<typeof spawn>) => void,
): Promise<{ readonly exit: number | null; readonly err: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ["--conditions=source", binary, ...argv]);
    let err = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err += text;
    });
    child.stdin.on("error", () => {});
    child.on("close", (exit) => resolve({ exit, err }));
    meddle(child);
  });

test("a reader that goes away is no fault", async () => {
  const told = await started(["log", ledger, "--json"], (child) => {
    child.stdout?.once("data", () => child.stdout?.destroy());
  });
  expect(told).toEqual({ exit: 0, err: "" });
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

test("a recording that is ended between two commands stands, and is completed later", async () => {
  const trial = join(home, "t.jsonl");
  const file = join(home, "many.jsonl");
  writeFileSync(file, many);
  await runHere(["init", trial, "--id", "t"], { now: new Date().toISOString() });
  const told = await started(["record", trial, file], (child) => {
    const timer = setInterval(() => {
      if (readFileSync(trial, "utf8").split("\n").length <= 20) return;
      clearInterval(timer);
      child.kill("SIGTERM");
    }, 5);
    child.on("close", () => clearInterval(timer));
  });
  expect([0, 143]).toContain(told.exit);
  expect((await runHere(["verify", trial, "--deep"])).exit).toBe(0);
  const { out } = await runBinary(["record", trial, file, "--json"]);
  expect(JSON.parse(out)).toMatchObject({ untried: 0, refused: 0, head: { position: 1500 } });
});

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
