import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { nothing } from "@tongket/core/log";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createSqliteLedger, openSqliteLedger, verifySqlite } from "./index.ts";

const newYear = "2012-01-01T00:00:00.000Z" as never;
let folder: string;
let file: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "tongket-sqlite-verify-"));
  file = join(folder, "l.db");
  const header = { createdAt: newYear, ledger: "l", regime: "vn-party", tongket: 1 } as const;
  const ledger = await createSqliteLedger(file, header);
  for (const commandId of ["a", "b", "c", "d"]) {
    const tags = ["branch:m"];
    const event = { type: "Noted", version: 1, effectiveOn: "2012-01-01", tags, data: {} };
    const draft = { actor: "an", commandHash: "", commandId, events: [event as never] };
    await ledger.append(draft, { failIfMatch: nothing, after: 0 }, newYear);
  }
  await ledger.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

const meddle = (sql: string): void => {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
};
const found = async () => {
  const verdict = await verifySqlite(file);
  return verdict.verified === "Whole"
    ? verdict.head.position
    : verdict.faults.map(({ fault, position }) => `${fault} ${position}`);
};
/** How a reading of everything ends, with a query and without, forwards and backwards. */
const readings = async (): Promise<readonly string[]> => {
  const ends: string[] = [];
  for (const query of ["all", { items: [{ tags: ["branch:m"], types: [] }] }] as const) {
    for (const backwards of [false, true]) {
      const store = await openSqliteLedger(file);
      const positions: number[] = [];
      const end = await (async () => {
        for await (const batch of store.read({ query: query as never, backwards })) {
          positions.push(...batch.map(({ commit }) => commit.position));
        }
        return positions.join("");
      })().catch(({ fault, facts }) => `${fault} ${facts?.position}`);
      ends.push(end);
      await store.close();
    }
  }
  return ends;
};

test("a sound ledger is whole, and nothing is left beside it", async () => {
  expect(await found()).toBe(4);
  expect(await readings()).toEqual(["1234", "4321", "1234", "4321"]);
});

test.each([
  [
    "a byte of a text",
    "UPDATE record SET text = replace(text, '\"b\"', '\"x\"') WHERE position = 2",
    ["BrokenRecord 2"],
    ["1234", "4321", "1234", "4321"],
  ],
  [
    "a row deleted",
    "DELETE FROM record WHERE position = 2",
    ["PositionGap 3"],
    ["PositionGap 2", "PositionGap 2", "PositionGap 2", "PositionGap 2"],
  ],
  [
    "two rows exchanged",
    `UPDATE record SET position = -2 WHERE position = 2;
     UPDATE record SET position = 2 WHERE position = 3;
     UPDATE record SET position = 3 WHERE position = -2`,
    ["PositionGap 2", "PositionGap 3", "PositionGap 4"],
    ["PositionGap 2", "PositionGap 3", "PositionGap 2", "PositionGap 3"],
  ],
  [
    "a text that is no record",
    "UPDATE record SET text = '{}' WHERE position = 3",
    ["BrokenRecord 3"],
    ["BrokenRecord 3", "BrokenRecord 3", "BrokenRecord 3", "BrokenRecord 3"],
  ],
])("%s is named, and no reading hangs or skips it", async (_what, sql, faults, ends) => {
  meddle(sql);
  expect(await found()).toEqual(faults);
  expect(await readings()).toEqual(ends);
});

test("without its header it is no ledger", async () => {
  meddle("DELETE FROM record WHERE position = 0");
  expect(await found()).toEqual(["NotALedger 0"]);
  await expect(openSqliteLedger(file)).rejects.toMatchObject({ fault: "NotALedger" });
});

test("a file whose pages SQLite cannot read is damaged", async () => {
  const bytes = readFileSync(file);
  bytes.fill(0xff, 4096);
  writeFileSync(file, bytes);
  expect(await found()).toEqual(["StorageDamaged 0"]);
});

test("what is not there is missing", async () => {
  await expect(verifySqlite(join(folder, "none.db"))).rejects.toMatchObject({
    fault: "LedgerMissing",
  });
});
