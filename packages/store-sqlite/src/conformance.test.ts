import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { storeConformance } from "@tongket/testing";
import { afterAll, test } from "vitest";
import { sqliteStorage } from "../test/sqlite-storage.ts";

const folder = mkdtempSync(join(tmpdir(), "tongket-sqlite-"));
afterAll(() => rmSync(folder, { recursive: true }));

// #region every-case
for (const { name, prove } of storeConformance(() => sqliteStorage(folder))) test(name, prove);
// #endregion every-case
