import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Call } from "./call.ts";
import { Progress } from "./progress.ts";
import { runHere } from "./trial-run.ts";

let home: string;
let ledger: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "tongket-progress-"));
  ledger = join(home, "l.jsonl");
  await runHere(["init", ledger, "--id", "l"]);
});
afterAll(() => rmSync(home, { recursive: true }));

/** A clock on which every look takes a fifth of a second. */
beforeEach(() => {
  let now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => {
    now += 200;
    return now;
  });
});
afterEach(() => vi.restoreAllMocks());

/** A work of a hundred steps, and all that it put on the screen. */
const shown = async (part: Partial<Call>, steps: number, total = async () => 100) => {
  let screen = "";
  const write = async (text: string): Promise<void> => {
    screen += text;
  };
  const call = { lang: "en", json: false, command: "report", ...part } as Call;
  const io = { stderr: { columns: 80, closed: false, write }, ...part.io };
  const progress = new Progress({ ...call, io: io as Call["io"] }, "progress.reading", total);
  for (let at = 0; at < steps; at += 1) {
    progress.at(at);
    await sleep(1);
  }
  const before = screen;
  progress.end();
  return { before, after: screen.slice(before.length) };
};

const eraseLine = "\x1b[2K";

test("a work of more than a second has a bar, which is gone at its end", async () => {
  const { before, after } = await shown({}, 50);
  expect(before).toMatch(/Reading █+░+ \d+%/);
  expect(before).not.toContain("\n");
  expect(after).toContain(eraseLine);
  expect(after.slice(after.lastIndexOf(eraseLine))).not.toMatch(/[█\n]/);
});

test("it speaks Vietnamese", async () => {
  expect((await shown({ lang: "vi" }, 50)).before).toContain("Đang đọc █");
});

test("none for shorter works, for log, for machines, and where there is no terminal", async () => {
  const none = { before: "", after: "" };
  expect(await shown({}, 3)).toEqual(none);
  expect(await shown({ command: "log" }, 50)).toEqual(none);
  expect(await shown({ json: true }, 50)).toEqual(none);
  const stderr = { closed: false, write: async () => {} };
  expect(await shown({ io: { stderr } as never }, 50)).toEqual(none);
});

test("where nobody can tell how much there is, there is none", async () => {
  const failing = () => Promise.reject(new Error("a damaged ledger"));
  expect(await shown({}, 50, failing)).toEqual({ before: "", after: "" });
});

test("a recording shows it on the terminal, and says the same in the end", async () => {
  const file = join(home, "many.jsonl");
  const lines = Array.from({ length: 400 }, (_, at) => {
    const data = { branch: `b${at}`, kind: "upper-committee", name: "x" };
    return JSON.stringify({ command: "CarryInBranch", actor: "a", data });
  });
  writeFileSync(file, lines.join("\n"));
  const first = await runHere(["record", ledger, file], { columns: 80 });
  expect([first.exit, first.out]).toEqual([0, expect.stringMatching(/^400 of 400 stand/)]);
  expect(first.err).toMatch(/Recording █*░+ \d+%/);
  const again = await runHere(["record", ledger, file, "--json"], { columns: 80 });
  expect([again.exit, again.err]).toEqual([0, ""]);
});
