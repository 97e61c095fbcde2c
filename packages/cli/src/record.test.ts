import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runHere } from "./trial-run.ts";

let home: string;
let ledger: string;
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), "tongket-record-"));
  ledger = join(home, "l.jsonl");
  const made = await runHere(["init", ledger, "--id", "l"]);
  expect(made).toEqual({ exit: 0, out: `Made the ledger l in ${ledger}.\n`, err: "" });
});
afterEach(() => rmSync(home, { recursive: true }));

const line = (command: string, data: object, more: object = {}): string =>
  JSON.stringify({ command, actor: "clerk", effectiveOn: "2012-01-01", data, ...more });
const branch = (id: string, more: object = {}, parent?: string): string =>
  line("CarryInBranch", { branch: id, kind: "upper-committee", name: id, parent }, more);
const text = (...lines: readonly string[]): string => `${lines.join("\n")}\n`;

const record = (stdin: string, ...options: readonly string[]) =>
  runHere(["record", ledger, "-", ...options], { stdin });

interface Told {
  readonly recorded: number;
  readonly again: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly untried: number;
  readonly head: { readonly position: number; readonly hash: string };
  readonly results: readonly { line: number; id: string; outcome: string; position?: number }[];
  readonly error?: { readonly kind: string; readonly faults: readonly { line: number }[] };
}
const recordJson = async (stdin: string, ...options: readonly string[]) => {
  const { exit, out, err } = await record(stdin, "--json", ...options);
  return { exit, err, told: JSON.parse(out) as Told };
};
const events = async (): Promise<readonly { readonly [member: string]: unknown }[]> =>
  (await runHere(["log", ledger, "--all", "--json"])).out
    .trim()
    .split("\n")
    .filter((one) => one !== "")
    .map((one) => JSON.parse(one));

test("commands are recorded one by one, each with an id of its own", async () => {
  const file = join(home, "commands.jsonl");
  writeFileSync(file, text(branch("m"), "", "  ", branch("n", {}, "m")));
  const { exit, out } = await runHere(["record", ledger, file, "--json"]);
  const told = JSON.parse(out) as Told;
  expect([exit, told.recorded, told.head.position]).toEqual([0, 2, 2]);
  expect(told.results).toEqual([
    { line: 1, id: expect.stringMatching(/^[0-9a-f]{64}:1$/), outcome: "recorded", position: 1 },
    { line: 4, id: expect.stringMatching(/^[0-9a-f]{64}:1$/), outcome: "recorded", position: 2 },
  ]);
});

test("a file recorded again, from a path or from stdin, adds nothing", async () => {
  const commands = text(branch("m"), branch("n", {}, "m"));
  await record(commands);
  const before = readFileSync(ledger);
  const file = join(home, "commands.jsonl");
  writeFileSync(file, commands);
  const again = await runHere(["record", ledger, file]);
  expect([again.exit, again.err]).toEqual([0, ""]);
  expect(again.out).toBe(
    "2 of 2 stand: 0 recorded, 2 recorded before, 0 stood already. " +
      "The ledger ends at position 2.\n",
  );
  expect(readFileSync(ledger)).toEqual(before);
});

test("the same facts by another actor change nothing either", async () => {
  await record(text(branch("m")));
  const { told } = await recordJson(text(branch("m", { actor: "chair" }), branch("n", {}, "m")));
  expect([told.unchanged, told.recorded]).toEqual([1, 1]);
});

test("it stops at the first refusal and says how many stand", async () => {
  const commands = text(branch("m"), branch("x", {}, "nowhere"), branch("n", {}, "m"));
  const { exit, out, err } = await record(commands);
  expect(exit).toBe(1);
  expect(err).toMatch(/^stdin:2: There is no branch nowhere by that day\. .*\[BranchUnknown\]\n$/);
  expect(out).toBe(
    "1 of 3 stands: 1 recorded, 0 recorded before, 0 stood already. " +
      "The ledger ends at position 1. 1 was not tried.\n",
  );
  const { told } = await recordJson(commands.replaceAll("nowhere", "m"));
  expect([told.recorded, told.again]).toEqual([2, 1]);
});

test("--keep-going goes on after refusals and ends with 1", async () => {
  const commands = text(branch("x", {}, "nowhere"), branch("m"), branch("y", {}, "nowhere"));
  const { exit, told } = await recordJson(commands, "--keep-going");
  expect([exit, told.recorded, told.refused, told.untried]).toEqual([1, 1, 2, 0]);
  expect(told.error?.faults.map((fault) => fault.line)).toEqual([1, 3]);
  expect(told.results.map(({ outcome }) => outcome)).toEqual(["refused", "recorded", "refused"]);
});

describe("--atomic", () => {
  test("makes one commit of all", async () => {
    const { exit, told } = await recordJson(text(branch("m"), branch("n", {}, "m")), "--atomic");
    expect([exit, told.head.position]).toEqual([0, 1]);
    expect((await events()).map(({ address }) => address)).toEqual(["1.0", "1.1"]);
  });

  test("records nothing where one is refused", async () => {
    const before = readFileSync(ledger);
    const { exit, told } = await recordJson(text(branch("m"), branch("x", {}, "y")), "--atomic");
    expect([exit, told.recorded, told.error?.kind]).toEqual([1, 0, "refused"]);
    expect(readFileSync(ledger)).toEqual(before);
  });

  test("names the line that was refused, in words and as JSON", async () => {
    const commands = text(branch("m"), "", branch("x", {}, "y"), branch("z", {}, "m"));
    expect((await record(commands, "--atomic")).err).toMatch(/^stdin:3: .*\[BranchUnknown\]\n$/);
    const { told } = await recordJson(commands, "--atomic");
    expect(told.error?.faults).toMatchObject([{ line: 3, rule: "BranchUnknown" }]);
    const late = branch("x", { effectiveOn: "2031-01-01" }, "m");
    const { err } = await record(text(branch("m"), late, branch("z", {}, "m"), late), "--atomic");
    expect(err).toMatch(/^stdin:2: .*\[EffectiveInFuture\]\nstdin:4: /);
  });

  test("names the line of a reversal that was refused", async () => {
    const reversed = line(
      "ReverseEvent",
      { target: "9.0", reason: "r" },
      { effectiveOn: undefined },
    );
    const { err } = await record(text(branch("m"), reversed), "--atomic");
    expect(err).toMatch(/^stdin:2: .*\[UnknownEvent\]\n$/);
  });

  test("names all lines where what contradicts stands already", async () => {
    await record(text(branch("m"), branch("n", {}, "m"), branch("o", {}, "m")));
    const moved = line("MoveBranch", { branch: "n", to: "o" }, { effectiveOn: "2013-01-01" });
    await record(text(moved));
    const more = [branch("p", {}, "m"), line("DissolveBranch", { branch: "o" })];
    const { err } = await record(text(...more), "--atomic");
    expect(err).toMatch(/^stdin:1-2: .*\[ContradictsLater\]\n$/);
    const { told } = await recordJson(text(...more), "--atomic");
    expect(told.error?.faults).toMatchObject([{ line: 1, lastLine: 2 }]);
  });

  test("may bring what only stands together", async () => {
    const dissolved = line("DissolveBranch", { branch: "n" });
    await record(text(branch("m"), branch("n", {}, "m")));
    const swap = text(dissolved, branch("o", {}, "n"));
    expect((await record(swap, "--atomic")).exit).toBe(1);
  });

  test("a file that moves things may grow, with and without it", async () => {
    const cell = line("CarryInBranch", { branch: "c", kind: "cell", name: "c", parent: "m" });
    const admitted = line("AdmitMember", { member: "a", branch: "c", decidedOn: "2012-01-01" });
    const left = line("RemoveMember", { member: "a", reason: "died" });
    const lines = [branch("m"), cell, admitted, left];
    await record(text(...lines), "--atomic");
    const same = await recordJson(text(...lines), "--atomic");
    expect([same.exit, same.told.again, same.told.head.position]).toEqual([0, 4, 1]);
    const renamed = line("RenameBranch", { branch: "c", name: "d" });
    for (const option of [["--atomic"], []]) {
      const { exit, told } = await recordJson(text(...lines, renamed), ...option);
      expect([exit, told.again + told.recorded, told.head.position]).toEqual([0, 5, 2]);
    }
    const all = await events();
    expect(all.filter(({ type }) => type === "MemberAdmitted")).toHaveLength(1);
  });

  test("has one actor", async () => {
    const other = branch("n", { actor: "other" }, "m");
    const { exit, err } = await record(text(branch("m"), other), "--atomic");
    expect(exit).toBe(2);
    expect(err).toMatch(/^stdin:2: actor: .*received “other”.*\[ActorsDiffer\]\n$/);
  });
});

describe("time", () => {
  test("a real ledger takes the clock and the calendar day of the machine", async () => {
    const stdin = text(branch("m", { effectiveOn: undefined }));
    const [now, today] = ["2026-03-01T20:00:00.000Z", "2026-03-02"];
    const real = join(home, "r.jsonl");
    await runHere(["init", real, "--id", "r"], { now });
    await runHere(["record", real, "-"], { stdin, now, today });
    const { out } = await runHere(["log", real, "--json"]);
    expect(JSON.parse(out)).toMatchObject({ effectiveOn: today, recordedAt: now });
  });

  test("a simulated ledger stands where it was last told", async () => {
    const trial = join(home, "s.jsonl");
    const [first, second] = ["2012-01-02T08:00:00.000Z", "2012-02-03T08:00:00.000Z"];
    await runHere(["init", trial, "--id", "s", "--simulated", "--now", first]);
    const stdin = text(
      branch("m", { effectiveOn: undefined }),
      branch("n", { recordedAt: second, effectiveOn: undefined }, "m"),
      branch("o", { effectiveOn: undefined }, "m"),
    );
    const untold = await runHere(["record", trial, "-"], { stdin });
    expect(untold.err).toMatch(/^stdin:1: .*\[NowMissing\]\n$/);
    await runHere(["record", trial, "-", "--now", first], { stdin });
    const { out } = await runHere(["log", trial, "--json"]);
    const recorded = out
      .trim()
      .split("\n")
      .map((one) => JSON.parse(one));
    expect(recorded.map(({ recordedAt }) => recordedAt)).toEqual([first, second, second]);
    expect(recorded.map(({ effectiveOn }) => effectiveOn)).toEqual([
      "2012-01-02",
      "2012-02-03",
      "2012-02-03",
    ]);
  });

  test("a simulated ledger made twice has the same bytes", async () => {
    const bytes = [];
    for (const name of ["a.jsonl", "b.jsonl"]) {
      const [trial, at] = [join(home, name), ["--now", "2012-01-02T08:00:00.000Z"]];
      await runHere(["init", trial, "--id", "s", "--simulated", ...at]);
      await runHere(["record", trial, "-", ...at], { stdin: text(branch("m")) });
      bytes.push(readFileSync(trial, "utf8"));
    }
    expect(bytes[0]).toBe(bytes[1]);
  });
});

test("a clock behind the ledger's is refused, and both are told", async () => {
  const now = "2026-03-01T20:00:00.000Z";
  const told = await runHere(["record", ledger, "-"], { stdin: text(branch("m")), now });
  expect([told.exit, told.err]).toEqual([
    1,
    expect.stringMatching(/The clock says 2026-03-01T20:.* at 2030-01-01T.*\[ClockBehindLedger\]/),
  ]);
});

test("a signal ends it between two commands, and the same call completes it", async () => {
  const ending = new AbortController();
  ending.abort("SIGTERM");
  const stdin = text(branch("m"), branch("n", {}, "m"));
  const cut = await runHere(["record", ledger, "-"], { stdin, ending: ending.signal });
  expect([cut.exit, cut.err]).toEqual([143, expect.stringMatching(/\[Interrupted\]\n$/)]);
  expect((await record(stdin)).exit).toBe(0);
});

describe("correct", () => {
  const correct = (address: string, stdin: string | undefined, ...options: readonly string[]) =>
    runHere(
      [
        ...["correct", ledger, address, ...(stdin === undefined ? [] : ["-"])],
        ...["--reason", "a slip", "--actor", "chair", ...options],
      ],
      stdin === undefined ? {} : { stdin },
    );

  beforeEach(async () => {
    await record(text(branch("m"), branch("n", {}, "m")));
  });

  test("reverses, and records anew, in one commit", async () => {
    const anew = line("CarryInBranch", {
      branch: "n",
      kind: "cell",
      name: "N",
      parent: "m",
    }).replace('"actor":"clerk",', "");
    const { exit, out } = await correct("2.0", text(anew));
    expect([exit, out]).toEqual([0, "Reversed 2.0 and recorded 1 command anew, at position 3.\n"]);
    const standing = await runHere(["log", ledger, "--json"]);
    expect(
      standing.out
        .trim()
        .split("\n")
        .map((one) => JSON.parse(one).address),
    ).toEqual(["1.0", "3.1"]);
    expect((await events()).map(({ type }) => type)).toEqual([
      "BranchCarriedIn",
      "BranchCarriedIn",
      "EventReversed",
      "BranchCarriedIn",
    ]);
  });

  test("is made once, however often it is asked for", async () => {
    await correct("2.0", undefined);
    const before = readFileSync(ledger);
    const again = await correct("2.0", undefined);
    expect(again.out).toBe("This correction was made before, at position 3.\n");
    expect(readFileSync(ledger)).toEqual(before);
  });

  test("names the line of what may not be recorded anew", async () => {
    const { err } = await correct("2.0", text("", branch("n", { actor: undefined }, "nowhere")));
    expect(err).toMatch(/^stdin:2: .*\[BranchUnknown\]\n$/);
  });

  test("is refused where later facts rest on the event, and names them", async () => {
    const { exit, err } = await correct("1.0", undefined);
    expect(exit).toBe(1);
    expect(err).toMatch(
      /2\.0 BranchCarriedIn\. .* refused \[BranchUnknown\]\..*\[HasDependants\]\n$/,
    );
    const twice = await correct("9.0", undefined);
    expect([twice.exit, twice.err]).toEqual([1, expect.stringMatching(/\[UnknownEvent\]\n$/)]);
  });

  test("tells its result to machines", async () => {
    const { out } = await correct("2.0", undefined, "--json");
    expect(JSON.parse(out)).toMatchObject({ target: "2.0", position: 3, events: ["3.0"] });
  });
});

test("what is refused leaves no file behind", async () => {
  const before = readdirSync(home);
  await record("{");
  await record(text(branch("x", {}, "nowhere")));
  expect(readdirSync(home)).toEqual(before);
});

test("show tells who recorded what, when and by which command", async () => {
  await record(text(branch("m", { id: "first", actor: "chair" }), branch("n", {}, "m")));
  const told = await runHere(["show", ledger, "1"]);
  expect(told.out).toMatch(/actor: chair\n {2}commandId: first\n {2}hash: [0-9a-f]{64}\n1\.0 /);
  const one = JSON.parse((await runHere(["show", ledger, "2.0", "--json"])).out);
  expect(one).toMatchObject({ position: 2, actor: "clerk", events: [{ address: "2.0" }] });
  expect((await runHere(["show", ledger, "2.1"])).err).toContain("[NothingKnown]");
});

test("show takes a subject without its prefix where only one is meant", async () => {
  const member = line("CarryInMember", { member: "n", branch: "c", status: "official" });
  const cell = line("CarryInBranch", { branch: "c", kind: "cell", name: "C", parent: "m" });
  await record(text(branch("m"), branch("n", {}, "m"), cell));
  const shown = await runHere(["show", ledger, "n", "--json"]);
  expect(JSON.parse(shown.out)).toMatchObject({ subject: "branch:n", state: { life: "alive" } });
  await record(text(member));
  const unclear = await runHere(["show", ledger, "n"]);
  expect(unclear.err).toMatch(/“n” may be branch:n and person:n\..*\[SubjectAmbiguous\]/);
  const named = await runHere(["show", ledger, "person:n", "--json"]);
  expect(JSON.parse(named.out).events).toHaveLength(1);
});
