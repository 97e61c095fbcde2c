import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runHere } from "./trial-run.ts";

let home: string;
let ledger: string;
const line = (command: string, data: object, effectiveOn = "2012-01-01"): string =>
  JSON.stringify({ command, actor: "clerk", effectiveOn, data });
const commands = [
  line("CarryInBranch", { branch: "m", kind: "upper-committee", name: "Đảng bộ mẫu" }),
  line("CarryInBranch", { branch: "c", kind: "cell", name: "Chi bộ 1", parent: "m" }),
  line("CarryInMember", { member: "p", branch: "c", status: "official" }),
  line("CarryInMember", { member: "q", branch: "c", status: "official" }),
  line("CarryInOfficer", { person: "p", in: { branch: "c" }, office: "secretary" }),
  line("TransferMember", { member: "q", to: "d" }, "2012-05-01"),
  line("RenameBranch", { branch: "c", name: "Chi bộ Một" }, "2012-06-01"),
];
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "tongket-show-"));
  ledger = join(home, "l.jsonl");
  await runHere(["init", ledger, "--id", "l"]);
  const cell = line("CarryInBranch", { branch: "d", kind: "cell", name: "D", parent: "m" });
  const stdin = [commands[0], cell, ...commands.slice(1)].join("\n");
  expect((await runHere(["record", ledger, "-"], { stdin })).err).toBe("");
  const anew = line("CarryInBranch", { branch: "c", kind: "cell", name: "Một", parent: "m" });
  const reason = ["--reason", "the name was wrong", "--actor", "clerk"];
  await runHere(["correct", ledger, "3.0", "-", ...reason], { stdin: anew });
});
afterAll(() => rmSync(home, { recursive: true }));

const show = (subject: string, ...options: readonly string[]) =>
  runHere(["show", ledger, subject, ...options]);
const lines = async (subject: string, ...options: readonly string[]) =>
  (await show(subject, ...options)).out.split("\n").filter((one) => one.startsWith("  "));

describe("where a subject stands is told in a few lines of the language", () => {
  test("of a branch", async () => {
    expect((await lines("branch:c", "--lang", "en")).slice(0, 6)).toEqual([
      "  name: Chi bộ Một",
      "  kind: cell (cell)",
      "  below: m",
      "  since: 1 January 2012",
      "  members: 1",
      "  officers: secretary (secretary) p",
    ]);
    expect((await lines("branch:d", "--lang", "vi")).slice(0, 6)).toEqual([
      "  tên: D",
      "  loại: chi bộ trực thuộc (cell)",
      "  trực thuộc: m",
      "  từ ngày: 1/1/2012",
      "  số thành viên: 0",
      "  đang chuyển đến: 1",
    ]);
  });

  test("of a person", async () => {
    expect(await lines("person:p")).toEqual([
      "  member of: c",
      "  status: official",
      "  since: 1 January 2012",
      "  offices: secretary (secretary) (c)",
    ]);
    expect((await lines("q", "--lang", "vi"))[0]).toBe("  sinh hoạt tại: đang chuyển từ c đến d");
  });

  test("and to machines with all that the laws know", async () => {
    const told = JSON.parse((await show("branch:c", "--json")).out);
    expect(told.state).toMatchObject({ life: "alive", members: 1 });
  });
});

describe("an event tells what became of it", () => {
  test("reversed, by which event and why", async () => {
    expect((await show("3.0")).out).toContain("reversed by 9.0: the name was wrong\n");
    const told = JSON.parse((await show("3.0", "--json")).out);
    expect(told.events[0].reversedBy).toEqual({ by: "9.0", reason: "the name was wrong" });
    const before = await show("3.0", "--known-at", "2029-12-31T00:00:00.000Z");
    expect(before.err).toMatch(/\[NothingKnown\]\n$/);
  });

  test("and of a reversal and a replacement, of what", async () => {
    const { out } = await show("9");
    expect(out).toContain("reverses 3.0, BranchCarriedIn\n");
    expect(out).toContain("stands in the place of 3.0\n");
    expect((await show("9.1", "--lang", "vi")).out).toContain("đứng vào chỗ của 3.0\n");
  });
});

describe("what is not there is named", () => {
  test.each([["branch:zzz"], ["person:zzz"], ["99.0"], ["99"]])("%s", async (subject) => {
    const { exit, err } = await show(subject);
    expect([exit, err]).toEqual([2, expect.stringContaining(`nothing of “${subject}”`)]);
    expect(err).toMatch(/\[NothingKnown\]\n$/);
    const dated = await show(subject, "--as-of", "2012-01-31", "--lang", "vi");
    expect(dated.err).toContain("Tính đến ngày 31/1/2012");
  });

  test("a member is a person", async () => {
    expect((await show("member:p")).err).toMatch(/Write it as person:p\. \[MemberIsPerson\]\n$/);
  });

  test("by log too", async () => {
    const log = (...options: readonly string[]) => runHere(["log", ledger, ...options]);
    expect((await log("--branch", "nope")).err).toMatch(/no branch nope .*\[BranchNotThere\]\n$/);
    expect((await log("--member", "nope")).err).toMatch(/“person:nope”.*\[NothingKnown\]\n$/);
    const early = await log("--branch", "c", "--as-of", "2011-01-01");
    expect([early.exit, early.err]).toEqual([0, "No fact of that kind stands there.\n"]);
    const empty = join(home, "empty.jsonl");
    await runHere(["init", empty, "--id", "e"]);
    const { exit, err } = await runHere(["log", empty, "--branch", "nope"]);
    expect([exit, err]).toEqual([0, "The ledger holds no facts yet.\n"]);
  });
});
