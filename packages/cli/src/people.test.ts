import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openVault } from "@tongket/vault";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runHere } from "./trial-run.ts";

const name = "Trần Thị Mơ";
let home: string;
let ledger: string;
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), "tongket-people-"));
  ledger = join(home, "l.jsonl");
  await runHere(["init", ledger, "--id", "l"]);
});
afterEach(() => rmSync(home, { recursive: true }));

const line = (command: string, data: object, effectiveOn = "2011-01-01"): string =>
  JSON.stringify({ command, actor: "clerk", effectiveOn, data });
const profile = (person = "p", fields: object = { name }): string =>
  line("ProfilePerson", { person, profile: fields });
const founding = [
  line("CarryInBranch", { branch: "m", kind: "upper-committee", name: "M" }),
  line("CarryInBranch", { branch: "c", kind: "cell", name: "C", parent: "m" }),
  line("CarryInMember", { member: "p", branch: "c", status: "official" }),
];
const record = (...lines: readonly string[]) =>
  runHere(["record", ledger, "-"], { stdin: `${lines.join("\n")}\n` });

const allBytes = (): string =>
  readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
    .join("\n");

test("a profile in clear is sealed first, and nothing on disk holds the name", async () => {
  expect(await record(...founding, profile())).toMatchObject({ exit: 0, err: "" });
  expect(allBytes()).not.toContain("Mơ");
  expect(allBytes()).toContain('"PersonProfiled"');
  expect(readdirSync(`${ledger}.vault`)).toHaveLength(1);
});

test("the same profile again is the same command", async () => {
  await record(profile());
  const again = await record(profile());
  expect(again.out).toContain("1 recorded before");
  const other = await record(profile("p", { name, title: "bí thư" }));
  expect(other.out).toContain("1 recorded,");
});

test("a file with a bad line makes no key", async () => {
  expect((await record(profile(), "{")).exit).toBe(2);
  expect(existsSync(`${ledger}.vault`)).toBe(false);
});

test("people are shown by id, and with --names by name", async () => {
  await record(...founding, profile());
  const about = ["show", ledger, "person:p"];
  expect((await runHere(about)).out).not.toContain(name);
  expect((await runHere([...about, "--names"])).out).toContain(`p (${name})`);
  const log = await runHere(["log", ledger, "--member", "p", "--names", "--json"]);
  const [first] = log.out
    .trim()
    .split("\n")
    .map((one) => JSON.parse(one));
  expect(first).toMatchObject({ data: { member: "p" }, names: { p: name } });
});

test("a report shows names with --names only", async () => {
  const meeting = { meeting: "h", branch: "m", kind: "review-conference", place: "Hà Nội" };
  const done = await record(
    ...founding,
    profile(),
    line("OpenReview", { committee: "m", year: 2011, pack: "2011-07-hd-btctw" }, "2012-01-01"),
    line("HoldMeeting", meeting, "2012-01-02"),
    line("NoteAttendance", { meeting: "h", attendee: { person: "p" } }, "2012-01-02"),
    line("PresentReport", { committee: "m", year: 2011, meeting: "h" }, "2012-01-02"),
  );
  expect(done.err).toBe("");
  const report = ["report", ledger, "--branch", "m", "--year", "2011"];
  const byId = await runHere(report);
  expect(byId.out).toContain("\\[p\\]");
  expect(byId.out).not.toContain(name);
  expect((await runHere([...report, "--names"])).out).toContain(name);
});

test("without the vault, or with another one, people stay ids", async () => {
  await record(...founding, profile());
  rmSync(`${ledger}.vault`, { recursive: true });
  const shown = await runHere(["show", ledger, "p", "--names"]);
  expect([shown.exit, shown.out.includes(name)]).toEqual([0, false]);
});

test("a key put back from a backup is destroyed before a name is read", async () => {
  await record(...founding, profile());
  cpSync(`${ledger}.vault`, join(home, "backup"), { recursive: true });
  openVault(`${ledger}.vault`).destroy("p");
  expect((await record(line("ErasePerson", { person: "p" }))).exit).toBe(0);
  rmSync(`${ledger}.vault`, { recursive: true });
  cpSync(join(home, "backup"), `${ledger}.vault`, { recursive: true });
  const shown = await runHere(["show", ledger, "p", "--names"]);
  expect(shown.out).not.toContain(name);
  expect(openVault(`${ledger}.vault`).has("p")).toBe(false);
});

test("a person whose key was destroyed gets no new profile", async () => {
  await record(...founding, profile());
  openVault(`${ledger}.vault`).destroy("p");
  const told = await record(profile("p", { name: "X" }));
  expect([told.exit, told.err]).toEqual([
    1,
    expect.stringMatching(/^stdin:1: The personal data of p were erased .*\[PersonIsErased\]\n$/),
  ]);
});

test("a name that would forge the terminal is shown and not obeyed", async () => {
  await record(...founding, profile("p", { name: "a\u001b[2J\nb\u202e" }));
  const { out } = await runHere(["show", ledger, "p", "--names"]);
  expect(out).toContain("a\\u{1b}[2J\\u{a}b\\u{202e}");
});

test("a damaged key is told with its person and line", async () => {
  await record(profile());
  const [key = ""] = readdirSync(`${ledger}.vault`);
  rmSync(join(`${ledger}.vault`, key));
  cpSync(ledger, join(`${ledger}.vault`, key));
  const told = await record(profile("p", { name: "X" }));
  expect([told.exit, told.err]).toEqual([
    2,
    expect.stringMatching(/^stdin:1: The key of p is damaged .*\[KeyDamaged\]\n$/),
  ]);
});
