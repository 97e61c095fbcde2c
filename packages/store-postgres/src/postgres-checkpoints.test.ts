import { addTallies, readBooks } from "@tongket/core";
import { type EventStore, nothing, ShelfUnreadable } from "@tongket/core/log";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PostgresServer, startPostgres } from "../../../.config/postgres-server.ts";
import { openPostgresStorage, type PostgresStorage } from "./index.ts";

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

/** Runs a statement as another program would. */
const asOther = async (sql: string): Promise<readonly unknown[]> => {
  const client = new Client({ connectionString: server.url });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
};

const createdAt = "2012-01-01T00:00:00.000Z" as never;
const made = (ledger: string): Promise<EventStore> =>
  storage.create({ createdAt, ledger, regime: "vn-party", tongket: 1 });

const hold = async (store: EventStore, commandId: string): Promise<void> => {
  const data = { branch: "b", kind: "regular", meeting: commandId };
  const shape = { version: 1, effectiveOn: "2012-01-01", tags: ["branch:b"] };
  const events = [{ ...shape, type: "MeetingHeld", data }] as never;
  const draft = { actor: "an", commandHash: "", commandId, events };
  const appended = await store.append(draft, { failIfMatch: nothing, after: 0 }, createdAt);
  expect(appended).toMatchObject({ append: "Appended" });
};

const value = { at: 3, tally: new Map([["b", new Map([[2012, new Map([["Đ", -1]])]])]]) };

test("checkpoints are kept of each ledger by itself, and replaced", async () => {
  await (await made("one")).close();
  await (await made("two")).close();
  const [one, two] = [storage.checkpoints("one"), storage.checkpoints("two")];
  expect(await one.load("books")).toBe(undefined);
  await one.save("books", { at: 1 });
  await one.save("books", value);
  expect(await one.load("books")).toEqual(value);
  expect(await one.load("other")).toBe(undefined);
  expect(await two.load("books")).toBe(undefined);
  expect(await storage.verify("one")).toMatchObject({ verified: "Whole" });
});

test("books are read on from one, to the same figures", async () => {
  const store = await made("read-on");
  for (const id of ["c1", "c2", "c3"]) await hold(store, id);
  const options = { checkpoints: storage.checkpoints("read-on"), checkpointEvery: 2 };
  await readBooks(store, {}, options);
  await hold(store, "c4");
  const after: unknown[] = [];
  const read = store.read.bind(store);
  store.read = (asked) => {
    if (asked?.limit !== 1) after.push(asked?.after);
    return read(asked);
  };
  const books = await readBooks(store, {}, options);
  expect(after).toEqual([3]);
  const { tally, facts } = await readBooks(store);
  expect(books.facts).toEqual(facts);
  expect(addTallies(books.tally)).toEqual(addTallies(tally));
  await store.close();
});

test("a damaged one is told", async () => {
  await (await made("damaged")).close();
  const checkpoints = storage.checkpoints("damaged");
  await checkpoints.save("books", value);
  for (const other of ["value || '\\x00'", "'\\x00'", "''"]) {
    await asOther(`UPDATE tongket.checkpoint SET value = ${other}`);
    await expect(checkpoints.load("books")).rejects.toThrow(ShelfUnreadable);
  }
});

test("none is kept of a ledger that is not there", async () => {
  const checkpoints = storage.checkpoints("none");
  await checkpoints.save("books", value);
  expect(await checkpoints.load("books")).toBe(undefined);
});

test("a user without the right to them reads the same books without", async () => {
  const store = await made("of-readers");
  for (const id of ["c1", "c2"]) await hold(store, id);
  await storage.checkpoints("of-readers").save("books", value);
  const books = await readBooks(store);
  await store.close();
  await asOther(`CREATE ROLE reader LOGIN; GRANT USAGE ON SCHEMA tongket TO reader;
    GRANT SELECT ON tongket.version, tongket.ledger, tongket.record TO reader`);
  const reading = await openPostgresStorage({ url: server.url.replace("//tongket@", "//reader@") });
  const checkpoints = reading.checkpoints("of-readers");
  const denied = { fault: "StorageDenied" };
  await expect(checkpoints.load("books")).rejects.toMatchObject(denied);
  await expect(checkpoints.save("books", value)).rejects.toMatchObject(denied);
  const ledger = await reading.open("of-readers");
  expect(await readBooks(ledger, {}, { checkpoints, checkpointEvery: 1 })).toEqual(books);
  await ledger.close();
  await reading.close();
});
