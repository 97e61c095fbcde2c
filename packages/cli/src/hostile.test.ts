import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { binary, runHere } from "./trial-run.ts";

let home: string;
let ledger: string;
let sound: Buffer;
const line = (command: string, data: object): string =>
  JSON.stringify({ command, actor: "clerk", effectiveOn: "2012-06-01", data });
const sealed = `v1.${Buffer.alloc(92, 0xff).toString("base64url")}`;
const commands = [
  line("CarryInBranch", { branch: "m", kind: "upper-committee", name: "Đảng bộ mẫu" }),
  line("CarryInBranch", { branch: "c", kind: "cell", name: "Chi bộ 1", parent: "m" }),
  line("AdmitMember", { member: "p", branch: "c", decidedOn: "2012-05-01" }),
  line("ReverseEvent", { target: "3.0", reason: "nhầm" }),
  line("ProfilePerson", { person: "p", sealed }),
];

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "tongket-hostile-"));
  ledger = join(home, "l.jsonl");
  const now = new Date().toISOString();
  await runHere(["init", ledger, "--id", "l"], { now });
  await runHere(["record", ledger, "-"], { stdin: commands.join("\n"), now });
  sound = readFileSync(ledger);
  expect(sound.toString().split("\n")).toHaveLength(7);
});
beforeEach(() => writeFileSync(ledger, sound));
afterAll(() => rmSync(home, { recursive: true }));

/** Some bytes of a text changed, put in, left out or doubled. */
const meddled = (text: Buffer): fc.Arbitrary<Buffer> =>
  fc
    .array(
      fc.record({
        at: fc.nat({ max: text.length - 1 }),
        remove: fc.nat({ max: 3 }),
        add: fc.oneof(
          fc.uint8Array({ maxLength: 3 }),
          fc
            .constantFrom('"', "{", "[", "\\u", "\n", "1e999", '"__proto__":')
            .map((one) => Buffer.from(one)),
        ),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((changes) =>
      changes.reduce(
        (bytes, { at, remove, add }) =>
          Buffer.concat([bytes.subarray(0, at), add, bytes.subarray(at + remove)]),
        text,
      ),
    );

const isOrderly = ({ exit, err }: { readonly exit: number | null; readonly err: string }): void => {
  expect([0, 1, 2], err).toContain(exit);
  expect(err).not.toMatch(/^\s*at .*:\d+:\d+|ProgramFault/m);
};

test("no file of commands, however meddled with, is more than a fault of its own", async () => {
  await fc.assert(
    fc.asyncProperty(meddled(Buffer.from(commands.join("\n"))), async (stdin) => {
      writeFileSync(ledger, sound);
      const told = await runHere(["record", ledger, "-", "--keep-going"], { stdin });
      isOrderly(told);
      if (told.exit === 2) expect(readFileSync(ledger).equals(sound)).toBe(true);
      expect((await runHere(["verify", ledger, "--deep"])).exit).toBe(0);
    }),
    { numRuns: 300 },
  );
});

test("no ledger, however meddled with, is more than a fault, and verify sees it", async () => {
  const calls = [
    ["log", "--names"],
    ["show", "p"],
    ["report", "--branch", "m", "--year", "2012"],
    ["record", "-"],
  ];
  await fc.assert(
    fc.asyncProperty(meddled(sound), fc.constantFrom(...calls), async (bytes, call) => {
      fc.pre(!bytes.equals(sound));
      writeFileSync(ledger, bytes);
      const [name = "", ...options] = call;
      expect((await runHere(["verify", ledger])).exit).toBe(1);
      isOrderly(await runHere(["verify", ledger, "--deep"]));
      isOrderly(await runHere([name, ledger, ...options], { stdin: commands.join("\n") }));
    }),
    { numRuns: 300 },
  );
});

test("no argument, whatever it is, is more than a fault of the call", async () => {
  const word = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("log", "show", "init", "record", "correct", "verify", "-", "--", "--json"),
    fc.constantFrom("--branch", "--as-of", "--help", "--lang", "vi", "3.0", "__proto__", "-o"),
  );
  const folder = join(home, "l.jsonl");
  await fc.assert(
    fc.asyncProperty(fc.array(word, { maxLength: 6 }), async (argv) => {
      // Nothing may be written but where the test may write.
      fc.pre(!argv.includes("-o") && !argv.some((one) => one.startsWith("--output")));
      isOrderly(await runHere([...argv.slice(0, 1), folder, ...argv.slice(1)]));
      isOrderly(await runHere(argv));
    }),
    { numRuns: 300 },
  );
});

describe("without the right to", () => {
  const other = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const run = (argv: readonly string[], stdin = "") =>
    spawnSync(process.execPath, ["--conditions=source", binary, ...argv], {
      ...other,
      encoding: "utf8",
      input: stdin,
    });
  const mayRun = run(["--version"]).status === 0;

  test.skipIf(!mayRun)("read or write, the file is named, and why", () => {
    const shut = join(home, "shut");
    cpSync(ledger, `${shut}.jsonl`);
    writeFileSync(`${shut}.commands`, commands.join("\n"));
    chmodSync(home, 0o755);
    chmodSync(`${shut}.jsonl`, 0o444);
    chmodSync(`${shut}.commands`, 0o000);
    const before = readFileSync(`${shut}.jsonl`);
    const renamed = line("RenameBranch", { branch: "m", name: "x" });
    const written = run(["record", `${shut}.jsonl`, "-"], renamed);
    expect([written.status, written.stderr]).toEqual([2, expect.stringMatching(/\(EACCES/)]);
    expect(written.stderr).toContain(`${shut}.jsonl`);
    const unread = run(["record", `${shut}.jsonl`, `${shut}.commands`]);
    expect([unread.status, unread.stderr]).toEqual([
      2,
      expect.stringMatching(/shut\.commands cannot be read or written \(EACCES\).*FileUnreadable/),
    ]);
    const made = run(["init", join(home, "new.jsonl"), "--id", "n"]);
    expect([made.status, made.stderr]).toEqual([2, expect.stringMatching(/EACCES/)]);
    expect(readFileSync(`${shut}.jsonl`).equals(before)).toBe(true);
    expect(run(["log", `${shut}.jsonl`]).status).toBe(0);
  });

  test.skipIf(!mayRun)("write, a ledger in a database file is read all the same", async () => {
    const place = join(home, "archive");
    const kept = join(place, "l.db");
    mkdirSync(place);
    const now = new Date().toISOString();
    await runHere(["init", kept, "--id", "l"], { now });
    await runHere(["record", kept, "-"], { stdin: commands.join("\n"), now });
    chmodSync(home, 0o755);
    chmodSync(place, 0o555);
    const asked = ["--branch", "m", "--year", "2012"];
    for (const argv of [
      ["log"],
      ["verify", "--deep"],
      ["replay", ...asked],
      ["report", ...asked],
    ]) {
      const [command = "", ...rest] = argv;
      const told = run([command, kept, ...rest]);
      expect([command, told.status, told.stderr]).toEqual([command, 0, expect.any(String)]);
    }
    const written = run(["record", kept, "-"], line("RenameBranch", { branch: "m", name: "x" }));
    expect([written.status, written.stderr]).toEqual([2, expect.stringMatching(/StorageDenied/)]);
    expect(readdirSync(place)).toEqual(["l.db"]);
    chmodSync(place, 0o755);
  });
});
