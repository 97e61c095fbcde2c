import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { runHere } from "./trial-run.ts";

type Line = readonly [command: string, effectiveOn: string, data: object];

const home = mkdtempSync(join(tmpdir(), "tongket-consolidate-"));
afterAll(() => rmSync(home, { recursive: true }));
let number = 0;
let folder: string;
let tree: string;
const at = (name: string): string => join(folder, name);

const made = async (file: string, id: string, lines: readonly Line[]): Promise<void> => {
  const now = ["--now", "2013-01-23T02:00:00.000Z"];
  const simulated = ["--simulated", "--now", "2011-01-01T00:00:00.000Z"];
  expect((await runHere(["init", at(file), "--id", id, ...simulated])).exit).toBe(0);
  const stdin = lines
    .map(([command, effectiveOn, data]) =>
      JSON.stringify({ command, effectiveOn, actor: "clerk", data }),
    )
    .join("\n");
  if (lines.length === 0) return;
  expect(await runHere(["record", at(file), "-", ...now], { stdin })).toMatchObject({ exit: 0 });
};

const carriedIn = (branch: string, kind: string, parent?: string): Line => [
  "CarryInBranch",
  "2011-01-01",
  { branch, kind, name: `Đảng bộ ${branch}`, ...(parent === undefined ? {} : { parent }) },
];
const cell = carriedIn("cell", "base-cell");
const named = (ledger: string, branch: string): Line => [
  "NameSuperior",
  "2011-01-01",
  { branch: "cell", superior: { ledger, branch } },
];
const admitted = (member: string): Line => [
  "AdmitMember",
  "2012-05-01",
  { member, branch: "cell", decidedOn: "2012-05-01" },
];
const trained: Line = [
  "CompleteTraining",
  "2012-06-01",
  { person: "an", branch: "cell", course: "awareness" },
];
const departed = (member: string, transfer: string): Line => [
  "DepartMember",
  "2012-09-01",
  { member, to: "Nơi khác", transfer },
];
const received = (member: string, transfer: string): Line => [
  "ReceiveMember",
  "2012-10-01",
  { member, to: "cell", from: { external: "Nơi khác" }, status: "probationary", transfer },
];

beforeEach(async () => {
  number += 1;
  folder = join(home, `f${number}`);
  mkdirSync(folder);
  tree = at("tree.db");
  await made("tree.db", "tree", [
    carriedIn("province", "upper-committee"),
    carriedIn("north", "upper-committee", "province"),
    carriedIn("south", "upper-committee", "province"),
  ]);
  const sent = [admitted("an"), trained, departed("an", "t-1")];
  await made("a.db", "a", [cell, named("tree", "north"), ...sent]);
  const came = [received("m", "t-1"), received("n", "t-2")];
  await made("b.jsonl", "b", [cell, named("tree", "south"), ...came]);
});

const consolidate = (...argv: readonly string[]) =>
  runHere(["consolidate", tree, ...argv, "--year", "2012"]);
const rulesOf = (out: string): readonly string[] =>
  JSON.parse(out).error.faults.map(({ rule }: { readonly rule: string }) => rule);

describe("a folder of ledgers", () => {
  test("is added up under the tree, which may stand in it", async () => {
    const { exit, out, err } = await consolidate(folder);
    expect([exit, err]).toEqual([0, ""]);
    expect(out).toBe(`tree, 2012: 2 ledgers below it.
Đảng bộ province (province) with all below it, 2 ledgers:
  members: 0 at the opening, 2 at the end (0 official, 2 probationary)
  of 1 departed and 2 received from outside, 1 and 1 between ledgers below it
  admissions: 1
  admitted: 1
  departed: 1
  received-outside: 2
  stock probationary: 2
  trained awareness: 1 (1 where each ledger counts one but once, added up: not distinct over all)
  Đảng bộ north (north): 1 ledger, 0 members at the end
  Đảng bộ south (south): 1 ledger, 2 members at the end
Transfers between ledgers: 1 matched, 1 without the other side.
  t-2: received in b:cell on 1 October 2012, event 4.0
`);
  });

  test("is told in Vietnamese, of the branch asked for", async () => {
    const { exit, out } = await consolidate(folder, "--branch", "north", "--lang", "vi");
    expect(exit).toBe(0);
    expect(out).toContain("Đảng bộ north (north) cùng mọi tổ chức bên dưới, 1 sổ:\n");
    expect(out).toContain("không phải số khác nhau trên mọi sổ");
    expect(out).not.toContain("south");
  });

  test("gives every branch of the tree as JSON", async () => {
    const { exit, out } = await consolidate(folder, "--json");
    const { branches, transfers, ...rest } = JSON.parse(out);
    expect(exit).toBe(0);
    expect(rest).toEqual({
      tree: "tree",
      year: 2012,
      ledgers: 2,
      isWhole: true,
      unread: 0,
      unplaced: [],
    });
    const shown = branches.map((one: Readonly<Record<string, unknown>>) => [
      one["branch"],
      one["ledgers"],
      one["totals"],
      one["distinctWithinLedgers"],
    ]);
    const ofA = { admissions: 1, admitted: 1, departed: 1, "trained awareness": 1 };
    expect(shown).toEqual([
      [
        "province",
        2,
        { ...ofA, "received-outside": 2, "stock probationary": 2 },
        { "trained awareness": 1 },
      ],
      ["north", 1, ofA, { "trained awareness": 1 }],
      ["south", 1, { "received-outside": 2, "stock probationary": 2 }, {}],
    ]);
    expect(transfers.unmatched).toMatchObject([{ transfer: "t-2", ledger: "b", address: "4.0" }]);
  });

  test("is what its ledgers are, named one by one in any order", async () => {
    const whole = await consolidate(folder, "--json");
    expect(await consolidate(at("b.jsonl"), at("a.db"), "--json")).toEqual(whole);
  });

  test("has the ledgers right in it, and nothing else that lies there", async () => {
    const whole = await consolidate(folder, "--json");
    mkdirSync(at("deeper.db"));
    mkdirSync(at("a.db.vault"));
    mkdirSync(at("b.jsonl.index"));
    writeFileSync(at("notes.txt"), "no ledger");
    copyFileSync(at("a.db"), join(at("deeper.db"), "a.db"));
    expect(await consolidate(folder, "--json")).toEqual(whole);
  });

  test("counts a ledger without a branch by then as none", async () => {
    await made("empty.db", "empty", []);
    const { exit, out } = await consolidate(folder);
    expect(exit).toBe(0);
    expect(out).toMatch(/1 ledger has no branch by 31 December 2012\./);
  });
});

describe("where the totals would not be whole, none are given", () => {
  /** Without `--keep-going` nothing but faults; with it totals and faults. */
  const told = async (exit: number, rules: readonly string[], ...places: readonly string[]) => {
    const given = places.length > 0 ? places : [folder];
    const strict = await consolidate(...given, "--json");
    expect([strict.exit, Object.keys(JSON.parse(strict.out))]).toEqual([exit, ["error"]]);
    expect(rulesOf(strict.out)).toEqual(rules);
    const words = await consolidate(...given);
    expect([words.exit, words.out]).toEqual([exit, ""]);
    for (const rule of rules) expect(words.err).toContain(`[${rule}]`);
    expect(words.err).not.toMatch(/\n\s+at |ProgramFault/);
    const going = await consolidate(...given, "--json", "--keep-going");
    expect([going.exit, rulesOf(going.out)]).toEqual([exit, rules]);
    expect(JSON.parse(going.out)).toMatchObject({ isWhole: false });
    const { out } = await consolidate(...given, "--keep-going", "--lang", "vi");
    expect(out).toContain(`Chưa đầy đủ: ${rules.length} chỗ bị bỏ ra ngoài.\n`);
    return { ...JSON.parse(going.out), err: words.err };
  };

  test("a ledger is damaged", async () => {
    const text = readFileSync(at("b.jsonl"), "utf8");
    writeFileSync(at("b.jsonl"), text.replace('"n"', '"x"'));
    const { branches, err } = await told(2, ["BrokenRecord"]);
    expect(branches[0]).toMatchObject({ branch: "province", ledgers: 1 });
    expect(err).toContain(`${at("b.jsonl")}:5: `);
  });

  test("files are no ledgers", async () => {
    writeFileSync(at("c.jsonl"), "no ledger\n");
    writeFileSync(at("d.db"), "no ledger");
    writeFileSync(at("e.jsonl"), "");
    const { err } = await told(2, ["NotALedger", "NotALedger", "NotALedger"]);
    for (const file of ["c.jsonl", "d.db", "e.jsonl"]) expect(err).toContain(at(file));
  });

  test("a ledger is given twice, or the tree ledger is", async () => {
    copyFileSync(at("a.db"), at("copy.db"));
    copyFileSync(at("tree.db"), at("other-tree.db"));
    const { branches, err } = await told(2, ["LedgerGivenTwice", "LedgerGivenTwice"]);
    expect(branches[0]).toMatchObject({ ledgers: 2, totals: { admissions: 1 } });
    expect(err).toContain(`${at("copy.db")}: The ledger a was given before: ${at("a.db")}.`);
    expect(err).toContain(`given before: ${at("tree.db")}.`);
  });

  test("a superior is not named, unknown, elsewhere, or the ledger itself", async () => {
    await made("c.db", "c", [cell, admitted("an")]);
    await made("d.db", "d", [cell, named("tree", "west")]);
    await made("e.db", "e", [cell, named("a", "cell")]);
    await made("f.db", "f", [cell, named("f", "cell")]);
    const rules = ["SuperiorNotNamed", "SuperiorUnknown", "SuperiorElsewhere", "SuperiorElsewhere"];
    const { unplaced, err } = await told(1, rules);
    expect(unplaced.map(({ ledger }: { readonly ledger: string }) => ledger)).toEqual([..."cdef"]);
    expect(err).toContain("d:cell stands under tree:west");
  });

  test("a ledger has no place, and another cannot be read", async () => {
    await made("c.db", "c", [cell]);
    await told(2, ["LedgerMissing", "SuperiorNotNamed"], folder, at("none.db"));
  });
});

test("a tree whose top names a ledger below it is added up as any", async () => {
  const ring = { branch: "province", superior: { ledger: "a", branch: "cell" } };
  const stdin = JSON.stringify({
    command: "NameSuperior",
    effectiveOn: "2011-01-01",
    actor: "clerk",
    data: ring,
  });
  const now = ["--now", "2013-01-24T00:00:00.000Z"];
  expect((await runHere(["record", tree, "-", ...now], { stdin })).exit).toBe(0);
  const { exit, out } = await consolidate(folder);
  expect([exit, out]).toEqual([0, expect.stringContaining("tree, 2012: 2 ledgers below it.")]);
});

test("a transfer's id that stands for two is matched to none, and each is told", async () => {
  await made("0.db", "0", [cell, named("tree", "north"), admitted("x"), departed("x", "t-1")]);
  const { exit, out } = await consolidate(folder);
  expect(exit).toBe(0);
  expect(out).toMatch(/0 matched, 4 without the other side\.\n {2}t-1: departed from 0:cell/);
  expect(out.match(/t-1: /g)).toHaveLength(3);
});

test.each([
  ["a folder that is not there", () => ["none"], "FileMissing"],
  ["an empty folder", () => [home], "NoLedgerThere"],
  ["a name that is no ledger's", () => ["notes.txt"], "FileMissing"],
  ["a branch that the tree has not", () => [folder, "--branch", "west"], "BranchNotThere"],
  ["a scheme that no store has", () => ["ftp://x/y"], "StoreNotShipped"],
])("%s is a wrong call", async (_, argv, rule) => {
  const { exit, out, err } = await consolidate(...argv());
  expect([exit, out, err]).toEqual([2, "", expect.stringContaining(`[${rule}]`)]);
});

test("a call without a ledger, or without a year, is told what it lacks", async () => {
  const none = await consolidate();
  expect([none.exit, none.err]).toEqual([2, expect.stringContaining("[ArgumentMissing]")]);
  const { exit, err } = await runHere(["consolidate", tree, folder]);
  expect([exit, err]).toEqual([2, expect.stringContaining("[OptionMissing]")]);
});
