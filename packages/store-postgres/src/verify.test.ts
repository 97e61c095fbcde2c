import { nothing } from "@tongket/core/log";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PostgresServer, startPostgres } from "../../../.config/postgres-server.ts";
import { openPostgresStorage, type PostgresStorage } from "./index.ts";

const newYear = "2012-01-01T00:00:00.000Z" as never;
let server: PostgresServer;
let storage: PostgresStorage;
beforeAll(async () => {
  server = await startPostgres();
  storage = await openPostgresStorage({ url: server.url });
});
afterAll(async () => {
  await storage?.close();
  await server?.stop();
});

let ledgers = 0;
const makeLedger = async (): Promise<string> => {
  ledgers += 1;
  const ledger = `l${ledgers}`;
  const store = await storage.create({
    createdAt: newYear,
    ledger,
    regime: "vn-party",
    tongket: 1,
  });
  for (const commandId of ["a", "b", "c", "d"]) {
    const event = { type: "Noted", version: 1, effectiveOn: "2012-01-01", tags: [], data: {} };
    const draft = { actor: "an", commandHash: "", commandId, events: [event as never] };
    await store.append(draft, { failIfMatch: nothing, after: 0 }, newYear);
  }
  await store.close();
  return ledger;
};

/** Changes the records of a ledger as another program would; `:L` is its key. */
const meddle = async (ledger: string, sql: string): Promise<void> => {
  const client = new Client({ connectionString: server.url });
  await client.connect();
  const key = `(SELECT key FROM tongket.ledger WHERE ledger.ledger = '${ledger}')`;
  await client.query(sql.replaceAll(":L", key));
  await client.end();
};

const found = async (ledger: string) => {
  const verdict = await storage.verify(ledger);
  return verdict.verified === "Whole"
    ? verdict.head.position
    : verdict.faults.map(({ fault, position }) => `${fault} ${position}`);
};
const reading = async (ledger: string, backwards: boolean): Promise<string> => {
  const store = await storage.open(ledger);
  let positions = "";
  try {
    for await (const batch of store.read({ backwards })) {
      positions += batch.map(({ commit }) => commit.position).join("");
    }
    return positions;
  } catch (error) {
    const { fault, facts } = error as { fault: string; facts: { position: number } };
    return `${fault} ${facts.position}`;
  } finally {
    await store.close();
  }
};

test("a sound ledger is whole", async () => {
  const ledger = await makeLedger();
  expect(await found(ledger)).toBe(4);
  expect([await reading(ledger, false), await reading(ledger, true)]).toEqual(["1234", "4321"]);
});

test.each([
  [
    "a byte of a text",
    `UPDATE tongket.record SET text = replace(text, '"b"', '"x"')
     WHERE ledger = :L AND position = 2`,
    ["BrokenRecord 2"],
    ["1234", "4321"],
  ],
  [
    "a row deleted",
    "DELETE FROM tongket.record WHERE ledger = :L AND position = 2",
    ["PositionGap 3"],
    ["PositionGap 2", "PositionGap 2"],
  ],
  [
    "the last row deleted",
    "DELETE FROM tongket.record WHERE ledger = :L AND position = 4",
    ["PositionBeyondHead 4"],
    ["PositionGap 4", "PositionGap 4"],
  ],
  [
    "two rows exchanged",
    `UPDATE tongket.record SET position = -2 WHERE ledger = :L AND position = 2;
     UPDATE tongket.record SET position = 2 WHERE ledger = :L AND position = 3;
     UPDATE tongket.record SET position = 3 WHERE ledger = :L AND position = -2`,
    ["PositionGap 2", "PositionGap 3", "PositionGap 4"],
    ["PositionGap 2", "PositionGap 3"],
  ],
])("%s is named, and no reading hangs or skips it", async (_what, sql, faults, ends) => {
  const ledger = await makeLedger();
  await meddle(ledger, sql);
  expect(await found(ledger)).toEqual(faults);
  expect([await reading(ledger, false), await reading(ledger, true)]).toEqual(ends);
});

test("what is not there is missing", async () => {
  await expect(storage.verify("none")).rejects.toMatchObject({ fault: "LedgerMissing" });
});
