import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runHere } from "./trial-run.ts";

let home: string;
let ledger: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "tongket-calls-"));
  ledger = join(home, "l.jsonl");
  await runHere(["init", ledger, "--id", "l"]);
});
afterAll(() => rmSync(home, { recursive: true }));

test.each([
  ["help", "recrod"],
  ["recrod"],
  ["--json", "help", "recrod"],
  ["help", "--lang", "en", "recrod"],
])("a command that there is not is named, with one like it: %s %s", async (...argv) => {
  const { exit, out, err } = await runHere(argv.filter((one) => one !== undefined));
  expect(exit).toBe(2);
  expect(`${out}${err}`).toMatch(/no command “recrod”; record is near\./);
});

test("help on nothing, and on a command, is help", async () => {
  for (const argv of [["help"], ["help", "record"]]) {
    expect(await runHere(argv)).toMatchObject({ exit: 0, err: "" });
  }
});

test.each([[["--lang", "fr"]], [["--lang=fr", "--help"]], [["log", "l.jsonl", "--lang", "fr"]]])(
  "a language that there is not is named: %s",
  async (argv) => {
    const { exit, err } = await runHere(argv);
    expect([exit, err]).toEqual([
      2,
      expect.stringMatching(/--lang takes "vi" \| "en"; received “fr”/),
    ]);
  },
);

test("only the arguments that are too many are named", async () => {
  const { exit, err } = await runHere(["record", ledger, "a, b", "c", "d"]);
  expect([exit, err]).toEqual([2, expect.stringMatching(/takes no argument “c d”\..*TooMany\]/)]);
});

test("an argument is no option", async () => {
  const { err } = await runHere(["correct", ledger, "x", "--reason", "r", "--actor", "a"]);
  expect(err).toMatch(/^The argument ADDRESS takes an event's address .*\[ArgumentIllTyped\]\n$/);
});

test("a ledger in a folder that there is not", async () => {
  const { exit, err } = await runHere(["init", join(home, "none", "k.jsonl"), "--id", "k"]);
  expect([exit, err]).toEqual([
    2,
    expect.stringMatching(/no folder “.*none”\..*\[FolderMissing\]/),
  ]);
});

test("a regime without rules is warned of, and the ledger is made", async () => {
  const own = join(home, "own.jsonl");
  const made = await runHere(["init", own, "--id", "o", "--regime", "nope"]);
  expect([made.exit, existsSync(own)]).toEqual([0, true]);
  expect(made.err).toMatch(/^Warning: .*“nope”.*only of vn-party\. .*\[RegimeNotShipped\]\n$/);
  const again = await runHere([
    "init",
    join(home, "p.jsonl"),
    "--id",
    "p",
    "--json",
    "--regime",
    "x",
  ]);
  expect(JSON.parse(again.out).warnings).toMatchObject([{ rule: "RegimeNotShipped" }]);
});
