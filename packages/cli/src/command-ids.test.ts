import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CalendarDate } from "@tongket/core";
import { commandHashOf } from "@tongket/core/log";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runHere } from "./trial-run.ts";

let home: string;
let ledger: string;
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), "tongket-ids-"));
  ledger = join(home, "l.jsonl");
  await runHere(["init", ledger, "--id", "l"]);
});
afterEach(() => rmSync(home, { recursive: true }));

const effectiveOn = CalendarDate.make("2012-01-01");
const line = (command: string, data: object, more: object = {}): string =>
  JSON.stringify({ command, actor: "clerk", effectiveOn, data, ...more });
const root = { branch: "m", kind: "upper-committee", name: "M" };
const below = (branch: string): string =>
  line("CarryInBranch", { branch, kind: "cell", name: branch, parent: "m" });
const first = [line("CarryInBranch", root), below("a")];

const record = async (lines: readonly string[], ...options: readonly string[]) => {
  const stdin = lines.join("\n");
  const { out } = await runHere(["record", ledger, "-", "--json", ...options], { stdin });
  return JSON.parse(out) as {
    readonly results: readonly { readonly id: string; readonly outcome: string }[];
  };
};
const outcomes = async (lines: readonly string[], ...options: readonly string[]) =>
  (await record(lines, ...options)).results.map(({ outcome }) => outcome);

test("the id of a line is the hash of what it asks for, and how often it was asked", async () => {
  const data = { branch: "m", name: "N" };
  const rename = line("RenameBranch", data);
  const twice = await record([...first, rename, rename]);
  const asked = { actor: "clerk", commands: [{ command: "RenameBranch", data, effectiveOn }] };
  const hash = commandHashOf(asked);
  expect(twice.results.slice(2).map(({ id }) => id)).toEqual([`${hash}:1`, `${hash}:2`]);
});

test("a file that grew, in whatever order, adds only what is new", async () => {
  await record(first);
  expect(await outcomes([...first, below("b")])).toEqual(["again", "again", "recorded"]);
  expect(await outcomes(["", below("b"), ...first])).toEqual(["again", "again", "again"]);
});

test("what was reversed since does not come back with its old line", async () => {
  await record(first);
  const reason = ["--reason", "a slip", "--actor", "chair"];
  await runHere(["correct", ledger, "2.0", ...reason]);
  expect(await outcomes(first)).toEqual(["again", "again"]);
  const told = await runHere(["record", ledger, "-"], { stdin: first.join("\n") });
  expect(told.err).toMatch(
    /^Warning: stdin: One line was .* since: 2\. .*\[RecordedAndReversed\]\n$/,
  );
  expect(
    await outcomes([line("CarryInBranch", JSON.parse(below("a")).data, { id: "anew" })]),
  ).toEqual(["recorded"]);
});

test("commands of one commit are named each, and what a grown file adds is recorded", async () => {
  expect(await outcomes(first, "--atomic")).toEqual(["recorded", "recorded"]);
  expect(await outcomes(first, "--atomic")).toEqual(["again", "again"]);
  const grown = [...first, below("b")];
  expect(await outcomes(grown, "--atomic")).toEqual(["again", "again", "recorded"]);
  expect(await outcomes(grown)).toEqual(["again", "again", "again"]);
});

test("no id in the ledger is the hash of a clear name", async () => {
  const data = { person: "p", profile: { name: "Trần Thị Mơ" } };
  const clear = line("ProfilePerson", data);
  const [{ id = "" } = {}] = (await record([clear])).results;
  const asked = { command: "ProfilePerson", data, effectiveOn };
  expect(id).not.toContain(commandHashOf({ actor: "clerk", commands: [asked] }));
  const { data: sealed } = JSON.parse(readFileSync(ledger, "utf8").split("\n")[1] ?? "").events[0];
  const hash = commandHashOf({ actor: "clerk", commands: [{ ...asked, data: sealed }] });
  expect(id).toBe(`${hash}:1`);
  expect(await outcomes([clear])).toEqual(["again"]);
});
