import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { LedgerHeader } from "@tongket/core/log";
import { ShelfUnreadable } from "@tongket/core/log";
import { afterAll, expect, test } from "vitest";
import { createSqliteLedger, sqliteCheckpoints, verifySqlite } from "./index.ts";

const folder = mkdtempSync(join(tmpdir(), "tongket-sqlite-"));
afterAll(() => rmSync(folder, { recursive: true }));
let made = 0;
const header = {
  createdAt: "2012-01-01T00:00:00.000Z",
  ledger: "sample",
  regime: "vn-party",
  tongket: 1,
} as LedgerHeader;
const kept = async () => {
  made += 1;
  const path = join(folder, `${made}.db`);
  const ledger = await createSqliteLedger(path, header);
  return { path, ledger, checkpoints: sqliteCheckpoints(path) };
};
const value = { at: 3, tally: new Map([["b", new Map([[2012, new Map([["Đ", -1]])]])]]) };

test("checkpoints are kept in a table of the ledger's file, which stays a ledger", async () => {
  const { path, ledger, checkpoints } = await kept();
  expect(await checkpoints.load("books")).toBe(undefined);
  await checkpoints.save("books", { at: 1 });
  await checkpoints.save("books", value);
  expect(await checkpoints.load("books")).toEqual(value);
  expect(await checkpoints.load("other")).toBe(undefined);
  expect(await verifySqlite(path)).toMatchObject({ verified: "Whole" });
  await ledger.close();
});

test("a damaged one is told", async () => {
  const { path, ledger, checkpoints } = await kept();
  await checkpoints.save("books", value);
  const database = new DatabaseSync(path);
  for (const other of ["CAST(value || x'00' AS BLOB)", "x'00'", "zeroblob(0)"]) {
    database.exec(`UPDATE tongket_checkpoint SET value = ${other}`);
    await expect(checkpoints.load("books")).rejects.toThrow(ShelfUnreadable);
  }
  database.close();
  await ledger.close();
});

test("none is kept where the ledger is gone", async () => {
  const { path, ledger, checkpoints } = await kept();
  await ledger.close();
  rmSync(path);
  await expect(checkpoints.save("books", value)).rejects.toThrow();
  expect(existsSync(path)).toBe(false);
});
