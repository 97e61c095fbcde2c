import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CommitDraft, commitAfter, headOf } from "@tongket/core/log";
import { openJsonlLedger } from "@tongket/store-jsonl";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { runHere } from "./trial-run.ts";

/** Two whole segments of the index, and one that is begun. */
const commits = 2 * 8192 + 1100;
let home: string;
let ledger: string;
let folder: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "tongket-indexing-"));
  ledger = join(home, "l.jsonl");
  folder = `${ledger}.index`;
  await runHere(["init", ledger, "--id", "l"]);
  const data = { branch: "b1", kind: "upper-committee", name: "x" };
  const carried = JSON.stringify({
    command: "CarryInBranch",
    actor: "a",
    effectiveOn: "2012-01-01",
    data,
  });
  await runHere(["record", ledger, "-"], { stdin: carried });
  const store = await openJsonlLedger(ledger);
  const begun = await store.head();
  let head = begun;
  const texts = Array.from({ length: commits }, (_, at) => {
    const stored = commitAfter(head, meeting(at), head.recordedAt);
    head = headOf(stored);
    return stored.text;
  });
  await store.appendVerbatim(texts, { after: begun.position, prev: begun.hash });
  await store.close();
});
afterAll(() => rmSync(home, { recursive: true }));
beforeEach(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => vi.restoreAllMocks());

const meeting = (at: number) =>
  ({
    actor: "a",
    commandHash: "0".repeat(64),
    commandId: `m${at}`,
    events: [
      {
        type: "MeetingHeld",
        version: 1,
        effectiveOn: "2012-03-01",
        tags: ["branch:b1"],
        data: { branch: "b1", kind: "regular", meeting: `m${at}` },
      },
    ],
  }) as unknown as CommitDraft;

const explained = ["explain", "meetingsHeld@2012", "--branch", "b1"];
const explain = (surroundings: Parameters<typeof runHere>[1] = {}) => {
  const [command = "", ...others] = explained;
  return runHere([command, ledger, ...others], surroundings);
};

test.each([
  { lang: "en", word: /Indexing █*░+ \d+%/ },
  { lang: "vi", word: /Đang lập chỉ mục █*░+ \d+%/ },
])("who waits for an index sees how far it has come: $lang", async ({ lang, word }) => {
  let now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => {
    now += 600;
    return now;
  });
  const { exit, err } = await explain({ columns: 80, env: { TONGKET_LANG: lang } });
  expect([exit, err]).toEqual([0, expect.stringMatching(word)]);
});

test("who does not want to wait stops it, and the next goes on from there", async () => {
  const ending = new AbortController();
  const look = (): void => {
    if (existsSync(join(folder, "000001"))) ending.abort("SIGINT");
    else setImmediate(look);
  };
  look();
  const stopped = await explain({ ending: ending.signal });
  expect([stopped.exit, stopped.err]).toEqual([130, expect.stringContaining("SIGINT")]);
  expect(readdirSync(folder)).toContain("000001");
  expect(readdirSync(folder)).not.toContain("begun");
  const again = await explain();
  expect([again.exit, again.out]).toEqual([0, expect.stringContaining("Counted: 17,484.")]);
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(["000002", "begun"]));
});
