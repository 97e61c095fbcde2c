import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { startPostgres } from "../../.config/postgres-server.ts";
import { inPostgres, inSqlite, membersAdmitted } from "./kept-ledger.ts";

test("a ledger of SQLite and one of PostgreSQL are made once, and opened afterwards", async () => {
  const folder = mkdtempSync(join(tmpdir(), "tongket-kept-"));
  const server = await startPostgres();
  onTestFinished(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });
  const told: unknown[] = [];
  for (const _ of [1, 2]) {
    const file = await inSqlite(join(folder, "year.db"), "books");
    const { store, storage } = await inPostgres(server.url, "books");
    for (const one of [file, store]) {
      told.push(await membersAdmitted(one), (await one.head()).position);
      await one.close();
    }
    await storage.close();
  }
  const once = [{ is: "count", count: 1 }, 2];
  expect(told).toMatchObject([once, once, once, once].flat());
});
