import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { nodeTooOldText } from "./node-version.ts";
import { runHere } from "./trial-run.ts";

let home: string;
let ledger: string;
const branch = JSON.stringify({
  command: "CarryInBranch",
  actor: "clerk",
  effectiveOn: "2012-01-01",
  data: { branch: "m", kind: "upper-committee", name: "M" },
});
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "tongket-projection-"));
  ledger = join(home, "l.jsonl");
  await runHere(["init", ledger, "--id", "l"]);
  await runHere(["record", ledger, "-"], { stdin: branch });
});
afterAll(() => rmSync(home, { recursive: true }));

let files = 0;
const replay = (parts: string, ...options: readonly string[]) => {
  files += 1;
  const isModule = parts.startsWith("export");
  const file = join(home, `p${files}.mjs`);
  const whole = `{ name: "x", version: 1, reads: "all", initial: () => ({ events: 0 }),
    apply: (state) => { state.events += 1; }, ${isModule ? "" : parts} }`;
  writeFileSync(file, isModule ? parts.replace("WHOLE", whole) : `export default ${whole}`);
  return runHere(["replay", ledger, "--projection", file, ...options]);
};

test("it needs no branch and no year, unless it is made of them", async () => {
  expect(JSON.parse((await replay("")).out)).toEqual({ events: 1 });
  const made = "export default ({ branch, year }) => (WHOLE);";
  expect((await replay(made)).err).toMatch(/needs the option --branch\..*\[OptionMissing\]\n$/);
  expect((await replay(made, "--branch", "m")).err).toContain("--year");
  expect((await replay(made, "--branch", "m", "--year", "2012")).exit).toBe(0);
  const totals = await runHere(["replay", ledger, "--branch", "m"]);
  expect(totals.err).toMatch(/needs the option --year\..*\[OptionMissing\]\n$/);
});

test.each([
  [
    "reads no event there is",
    'reads: ["MemberAdmited"]',
    /“MemberAdmited”.*MemberAdmitted is near/,
  ],
  ["has a state that cannot be changed", "initial: () => 0", /initial gives no object or Map/],
  ["throws at the start", 'initial: () => { throw new Error("ouch"); }', /Error: ouch/],
  ["returns a state", "apply: (state) => ({ ...state })", /apply returns something/],
  ["returns a promise", "apply: async () => {}", /apply returns something/],
  ["answers what JSON cannot hold", "finish: () => 10n", /BigInt/],
  ["answers with itself inside", "finish: (s) => { s.s = s; return s; }", /RangeError/],
])("one that %s is at fault itself", async (_, parts, says) => {
  const { exit, out, err } = await replay(parts);
  expect([exit, out, err]).toEqual([2, "", expect.stringMatching(says)]);
  expect(err).toMatch(/\[Projection(Unusable|ReadsUnknown)\]\n$/);
});

test("what it logs goes to stderr, and JSON stays alone on stdout", async () => {
  const loud = 'export default (console.log("loading"), WHOLE);';
  const { out, err } = await replay(loud, "--json");
  expect(JSON.parse(out)).toMatchObject({ answer: { events: 1 } });
  expect(err).toBe("loading\n");
});

test("a file that is not there is told as missing", async () => {
  const { exit, err } = await runHere(["replay", ledger, "--projection", join(home, "no.ts")]);
  expect([exit, err]).toEqual([2, expect.stringMatching(/There is no file .*\[FileMissing\]\n$/)]);
  writeFileSync(join(home, "odd.xyz"), "");
  const odd = await runHere(["replay", ledger, "--projection", join(home, "odd.xyz")]);
  expect([odd.exit, odd.err.split("\n")]).toEqual([2, [expect.any(String), ""]]);
});

test("a Node that is too old is named, in both languages", () => {
  expect(nodeTooOldText("22.18.0", {})).toBe(undefined);
  expect(nodeTooOldText("24.0.0", {})).toBe(undefined);
  expect(nodeTooOldText("22.17.1", {})).toMatch(/^This is Node 22\.17\.1; tongket needs 22\.18 or/);
  expect(nodeTooOldText("20.1.0", { LANG: "vi_VN" })).toMatch(
    /^Đây là Node 20\.1\.0; .*\[NodeTooOld\]/,
  );
});
