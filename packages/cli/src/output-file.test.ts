import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runHere } from "./trial-run.ts";

let home: string;
let ledger: string;
const branch = JSON.stringify({
  command: "CarryInBranch",
  actor: "clerk",
  effectiveOn: "2012-01-01",
  data: { branch: "m", kind: "upper-committee", name: "M" },
});
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), "tongket-output-"));
  ledger = join(home, "l.jsonl");
  await runHere(["init", ledger, "--id", "l"]);
  await runHere(["record", ledger, "-"], { stdin: branch });
});
afterEach(() => rmSync(home, { recursive: true }));

const report = (file: string, ...options: readonly string[]) =>
  runHere(["report", ledger, "--branch", "m", "--year", "2012", "-o", file, ...options]);

test("what SQLite keeps beside a ledger is not written over either", async () => {
  const database = join(home, "d.db");
  await runHere(["init", database, "--id", "d"]);
  await runHere(["record", database, "-"], { stdin: branch });
  const asked = ["report", database, "--branch", "m", "--year", "2012", "--force"];
  for (const ending of ["", "-wal", "-shm", "-journal"]) {
    const refused = await runHere([...asked, "-o", database + ending]);
    expect(refused.err).toMatch(/\[OutputIsLedger\]\n$/);
  }
});

test("a report is written to a new file, and over another only with --force", async () => {
  const file = join(home, "report.md");
  expect(await report(file)).toMatchObject({ exit: 0, out: "", err: `Wrote ${file}.\n` });
  writeFileSync(file, "mine");
  const refused = await report(file);
  expect([refused.exit, refused.err]).toEqual([2, expect.stringMatching(/\[OutputExists\]\n$/)]);
  expect(readFileSync(file, "utf8")).toBe("mine");
  expect((await report(file, "--force")).exit).toBe(0);
  expect(readFileSync(file, "utf8")).toMatch(/^# /m);
});

test("never over the ledger or what lies beside it, by whatever name", async () => {
  const before = readFileSync(ledger);
  mkdirSync(`${ledger}.vault`);
  const [linked, pointing] = [join(home, "linked"), join(home, "pointing")];
  linkSync(ledger, linked);
  symlinkSync(ledger, pointing);
  const lock = `${ledger}.lock`;
  const inVault = join(`${ledger}.vault`, "x.key");
  const indirect = join(`${ledger}.vault`, "..", "l.jsonl");
  const [books, segment] = [`${ledger}.books`, join(`${ledger}.index`, "000001")];
  for (const file of [ledger, linked, pointing, lock, inVault, indirect, books, segment]) {
    const { exit, err } = await report(file, "--force");
    expect([exit, err]).toEqual([2, expect.stringMatching(/\[OutputIsLedger\]\n$/)]);
  }
  expect(readFileSync(ledger)).toEqual(before);
  expect([lock, inVault].map(existsSync)).toEqual([false, false]);
});

test("a folder that is not there is named", async () => {
  const { exit, err } = await report(join(home, "none", "report.md"));
  expect([exit, err]).toEqual([
    2,
    expect.stringMatching(/no folder “.*none”\..*\[FolderMissing\]/),
  ]);
});
