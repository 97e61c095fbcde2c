import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { commitAfter, headOf, type LedgerHeader } from "@tongket/core/log";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createSqliteLedger, openSqliteLedger } from "./index.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tongket-sqlite-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const header = {
  createdAt: "2012-01-01T00:00:00.000Z",
  ledger: "sample",
  regime: "vn-party",
  tongket: 1,
} as LedgerHeader;

/** A file in the folder, changed by statements where it is a database. */
const fileWith = (name: string, sql: string): string => {
  const file = join(folder, name);
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
  return file;
};

test("a ledger of a later version of the program is refused and left as it is", async () => {
  const file = join(folder, "l.db");
  await (await createSqliteLedger(file, header)).close();
  fileWith("l.db", "PRAGMA user_version = 2");
  const before = readFileSync(file);
  await expect(openSqliteLedger(file)).rejects.toMatchObject({
    fault: "StorageNewer",
    facts: { file, version: 2, known: 1 },
  });
  expect(readFileSync(file)).toEqual(before);
});

test("another program's database is no ledger", async () => {
  const file = fileWith("other.db", "CREATE TABLE member (name TEXT)");
  await expect(openSqliteLedger(file)).rejects.toMatchObject({
    fault: "NotALedger",
    facts: { found: "another database" },
  });
});

test("neither is a file that is no database, nor a folder", async () => {
  const file = join(folder, "text.db");
  writeFileSync(file, "Biên bản hội nghị tổng kết. ".repeat(100));
  await expect(openSqliteLedger(file)).rejects.toMatchObject({ fault: "NotALedger" });
  const directory = join(folder, "folder.db");
  mkdirSync(directory);
  await expect(openSqliteLedger(directory)).rejects.toMatchObject({ fault: "NotALedger" });
});

test("what is not there is missing, and is not made by looking", async () => {
  for (const file of [join(folder, "none.db"), join(folder, "text", "none.db")]) {
    await expect(openSqliteLedger(file)).rejects.toMatchObject({ fault: "LedgerMissing" });
  }
  expect(readdirSync(folder)).toEqual([]);
});

test("a ledger is not made over a file, nor where none can be, and nothing is left", async () => {
  const file = join(folder, "taken.db");
  writeFileSync(file, "taken");
  await expect(createSqliteLedger(file, header)).rejects.toMatchObject({ fault: "LedgerExists" });
  expect(readFileSync(file, "utf8")).toBe("taken");
  const nowhere = join(folder, "no", "such", "folder.db");
  await expect(createSqliteLedger(nowhere, header)).rejects.toMatchObject({
    fault: "StorageFailed",
  });
  expect(readdirSync(folder)).toEqual(["taken.db"]);
});

test("an append that finds the lock taken is a fault when its time is over", async () => {
  const file = join(folder, "l.db");
  const ledger = await createSqliteLedger(file, header, { lockWaitMs: 50 });
  const other = new DatabaseSync(file);
  other.exec("BEGIN IMMEDIATE");
  const event = { type: "Noted", version: 1, effectiveOn: "2012-01-01", tags: [], data: {} };
  const draft = { actor: "an", commandHash: "", commandId: "c1", events: [event as never] };
  const append = () =>
    ledger.append(draft, { failIfMatch: { items: [] }, after: 0 }, header.createdAt);
  await expect(append()).rejects.toMatchObject({ fault: "LedgerLocked", facts: { file } });
  other.exec("ROLLBACK");
  other.close();
  expect(await append()).toMatchObject({ append: "Appended" });
  await ledger.close();
});

test("what a copy that was taken back had met is not remembered", async () => {
  const ledger = await createSqliteLedger(join(folder, "l.db"), header);
  const draftOf = (commandId: string, tag: string) => {
    const event = { type: "Noted", version: 1, effectiveOn: "2012-01-01", tags: [tag], data: {} };
    return { actor: "an", commandHash: "", commandId, events: [event as never] };
  };
  let head = await ledger.head();
  const texts = ["c1", "c2", "c1"].map((id) => {
    const stored = commitAfter(head, draftOf(id, "branch:w"), header.createdAt);
    head = headOf(stored);
    return stored.text;
  });
  const copied = ledger.appendVerbatim(texts, { after: 0, prev: ledger.headerHash });
  await expect(copied).rejects.toThrow();
  for (const tag of ["v", "w"]) {
    const condition = { failIfMatch: { items: [] }, after: 0 };
    await ledger.append(draftOf(tag, `branch:${tag}`), condition, header.createdAt);
  }
  const found: string[] = [];
  const query = { items: [{ tags: ["branch:w"], types: [] }] } as never;
  for await (const batch of ledger.read({ query })) {
    found.push(...batch.map(({ commit }) => commit.commandId));
  }
  expect(found).toEqual(["w"]);
  await ledger.close();
});
