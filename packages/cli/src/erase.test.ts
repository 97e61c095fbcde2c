import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openVault } from "@tongket/vault";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runHere } from "./trial-run.ts";

const name = "Trần Thị Mơ";
const commands = readFileSync("examples/small-committee/commands.jsonl", "utf8");
const profile = JSON.stringify({
  command: "ProfilePerson",
  actor: "clerk",
  effectiveOn: "2012-01-01",
  data: { person: "dv-7", profile: { name } },
});
let home: string;
let ledger: string;
let vault: string;
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), "tongket-erase-"));
  ledger = join(home, "l.db");
  vault = `${ledger}.vault`;
  await runHere(["init", ledger, "--id", "l"]);
  expect((await runHere(["record", ledger, "-"], { stdin: `${commands}${profile}` })).exit).toBe(0);
});
afterEach(() => rmSync(home, { recursive: true }));

const erase = (...options: readonly string[]) =>
  runHere(["erase", ledger, "--person", "dv-7", ...options]);
const shown = async (at = ledger): Promise<string> =>
  (await runHere(["show", at, "person:dv-7", "--names"])).out;
const keys = (): readonly Buffer[] =>
  readdirSync(vault).map((one) => readFileSync(join(vault, one)));

test("the erasure is recorded, the key is gone from disk, and the name with it", async () => {
  expect(await shown()).toContain(name);
  const [key = Buffer.alloc(0)] = keys();
  expect(key).toHaveLength(32);
  const told = await erase("--json");
  expect(told).toMatchObject({ exit: 0, err: "" });
  expect(JSON.parse(told.out)).toMatchObject({
    person: "dv-7",
    position: 27,
    again: false,
    hadKey: true,
    head: { position: 27 },
  });
  expect(keys().some((bytes) => bytes.includes(key))).toBe(false);
  expect(await shown()).not.toContain(name);
  const log = await runHere(["log", ledger, "--member", "dv-7", "--json"]);
  expect(log.out).toContain('"type":"PersonErased"');
});

test("again it records nothing more, and finishes what was cut short", async () => {
  cpSync(vault, join(home, "backup"), { recursive: true });
  expect((await erase()).out).toMatch(/^The erasure of dv-7 is recorded, .* The key is destroyed/);
  rmSync(vault, { recursive: true });
  cpSync(join(home, "backup"), vault, { recursive: true });
  const again = await erase("--actor", "another");
  expect(again.out).toMatch(/^The erasure of dv-7 was recorded before, .* The key is destroyed/);
  expect(openVault(vault).has("dv-7")).toBe(false);
  expect((await erase()).out).toContain(`There was no key of dv-7 in ${vault}.`);
  expect((await runHere(["verify", ledger])).out).toContain("27 commits");
});

test("nothing but names is another afterwards", async () => {
  const year = ["--branch", "dang-bo-mau", "--year", "2012"];
  const questions = [
    ["report", ledger, ...year, "--lang", "vi"],
    ["replay", ledger, ...year],
    ["explain", ledger, "--rating", "person:dv-3", "--year", "2012"],
    ["assess", ledger, "--caps", ...year],
    ["missing", ledger, ...year],
  ];
  const answers = async (): Promise<readonly string[]> => {
    const told: string[] = [];
    for (const question of questions) told.push((await runHere(question)).out);
    // A report ends with the head that it was made from.
    return told.map((one) => one.replaceAll(/[0-9a-f]{64}|2[67]/g, "…"));
  };
  const before = await answers();
  await erase();
  expect(await answers()).toEqual(before);
  expect((await runHere(["verify", ledger, "--deep"])).exit).toBe(0);
});

test("a copy forgets too, also with a key put beside it afterwards", async () => {
  cpSync(vault, join(home, "backup"), { recursive: true });
  await erase();
  for (const copy of [join(home, "copy.jsonl"), join(home, "copy.db")]) {
    await runHere(["copy", ledger, copy]);
    for (const asked of [
      ["show", copy, "person:dv-7", "--names"],
      ["log", copy, "--names"],
      ["report", copy, "--branch", "dang-bo-mau", "--year", "2012", "--names"],
      ["explain", copy, "--rating", "person:dv-7", "--year", "2012", "--names"],
      ["copy", copy, join(home, "third.db"), "--with-keys"],
    ]) {
      rmSync(`${copy}.vault`, { recursive: true, force: true });
      cpSync(join(home, "backup"), `${copy}.vault`, { recursive: true });
      const told = await runHere(asked);
      expect([told.exit, told.out.includes(name)]).toEqual([0, false]);
      expect(openVault(`${copy}.vault`).has("dv-7")).toBe(false);
    }
    expect(openVault(join(home, "third.db.vault")).people()).toEqual([]);
    rmSync(join(home, "third.db"));
  }
});

test("an erasure that is recorded as a command destroys the key as well", async () => {
  const command = { command: "ErasePerson", actor: "clerk", data: { person: "dv-7" } };
  expect((await runHere(["record", ledger, "-"], { stdin: JSON.stringify(command) })).exit).toBe(0);
  expect(openVault(vault).has("dv-7")).toBe(false);
});

test("who is not in the ledger cannot be erased, and nothing is written", async () => {
  const told = await runHere(["erase", ledger, "--person", "dv-99"]);
  expect([told.exit, told.err]).toEqual([2, expect.stringMatching(/person:dv-99.*NothingKnown/)]);
  expect((await runHere(["erase", ledger])).err).toContain("[OptionMissing]");
  expect((await runHere(["verify", ledger])).out).toContain("26 commits");
});

test("nobody erased is profiled again", async () => {
  await erase();
  const told = await runHere(["record", ledger, "-"], {
    stdin: profile.replace(name, "Trần Thị Mai"),
  });
  expect([told.exit, told.err]).toEqual([1, expect.stringContaining("[PersonIsErased]")]);
});

test("the clock of a simulated ledger is told", async () => {
  const trial = join(home, "t.jsonl");
  const now = ["--now", "2012-01-01T00:00:00.000Z"];
  await runHere(["init", trial, "--id", "t", "--simulated", ...now]);
  await runHere(["record", trial, "-", ...now], { stdin: profile });
  const asked = ["erase", trial, "--person", "dv-7"];
  expect((await runHere(asked)).err).toContain("[NowMissing]");
  expect((await runHere([...asked, ...now])).exit).toBe(0);
});
