import { writeFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { folderOfTest } from "../test/folder.ts";
import { draftOf, linesOf, recordsOf } from "../test/sample.ts";
import { openLedger } from "./jsonl-ledger.ts";
import type * as Words from "./word.ts";

/** All words have the same hash here. */
vi.mock("./word.ts", async (original) => ({
  ...(await original<typeof Words>()),
  wordOf: (key: string) => ({ key, high: 1, low: 1 }),
}));

const file = folderOfTest();

test("a commit that has only the hash of an id is not that of the id", async () => {
  const drafts = ["a", "b", "c", "d", "e"].map((id) => draftOf(id));
  const path = file("ledger.jsonl");
  writeFileSync(path, linesOf(drafts).join(""));
  const ledger = await openLedger(path, {}, { segmentCommits: 2 });
  for (const { commit } of recordsOf(drafts).commits) {
    expect(await ledger.find(commit.commandId)).toMatchObject({ commit });
  }
  expect(await ledger.find("z")).toBeUndefined();
});
