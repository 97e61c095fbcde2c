import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { storeConformance } from "@tongket/testing";
import { afterAll, test } from "vitest";
import { jsonlStorage } from "../test/jsonl-storage.ts";

const folder = mkdtempSync(join(tmpdir(), "tongket-jsonl-"));
afterAll(() => rmSync(folder, { recursive: true }));

for (const { name, prove } of storeConformance(() => jsonlStorage(folder))) test(name, prove);
