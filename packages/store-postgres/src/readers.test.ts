import type { CommitDraft, EventStore } from "@tongket/core/log";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type PostgresServer, startPostgres } from "../../../.config/postgres-server.ts";
import { header } from "../test/header.ts";
import { openPostgresStorage, type PostgresStorage } from "./index.ts";

let server: PostgresServer;
let storage: PostgresStorage;
beforeAll(async () => {
  server = await startPostgres();
  storage = await openPostgresStorage({ url: server.url, pollMs: 10 });
});
afterAll(async () => {
  await storage?.close();
  await server?.stop();
});

const append = async (store: EventStore, commandId: string): Promise<void> => {
  const event = { type: "Noted", version: 1, effectiveOn: "2012-01-01", tags: [], data: {} };
  const draft: CommitDraft = { actor: "an", commandHash: "", commandId, events: [event as never] };
  const condition = { failIfMatch: { items: [] }, after: 0 };
  const result = await store.append(draft, condition, store.header.createdAt);
  expect(result.append).toBe("Appended");
};
const positions = async (store: EventStore): Promise<readonly number[]> => {
  const found: number[] = [];
  for await (const batch of store.read()) {
    found.push(...batch.map(({ commit }) => commit.position));
  }
  return found;
};

let other: Client;
beforeEach(() => {
  other = new Client(server.url);
});
afterEach(() => other.end());

test("a writer held open for two seconds neither loses nor stalls a reader", async () => {
  const store = await storage.create(header("held"));
  await append(store, "c1");
  const seen: number[] = [];
  const subscription = store.subscribe({ after: 0 });
  const following = (async () => {
    for await (const batch of subscription) seen.push(...batch.map((one) => one.commit.position));
  })();
  await other.connect();
  await other.query("BEGIN");
  await other.query("SELECT key FROM tongket.ledger WHERE ledger = 'held' FOR UPDATE");
  const waiting = append(store, "c2");
  const until = performance.now() + 2000;
  let readings = 0;
  while (performance.now() < until) {
    expect(await positions(store)).toEqual([1]);
    readings += 1;
  }
  expect(readings).toBeGreaterThan(1);
  expect(seen).toEqual([1]);
  await other.query("COMMIT");
  await waiting;
  await append(store, "c3");
  await expect.poll(() => seen, { timeout: 10_000 }).toEqual([1, 2, 3]);
  subscription.close();
  await following;
  await store.close();
});

test("nor does one that idles in another database", async () => {
  const store = await storage.create(header("idle"));
  const admin = new Client(server.url);
  await admin.connect();
  await admin.query("CREATE DATABASE elsewhere");
  await admin.end();
  await other.end();
  other = new Client(server.url.replace("/postgres", "/elsewhere"));
  await other.connect();
  await other.query("CREATE TABLE note (text text)");
  // It has a transaction id, and keeps it for as long as it idles.
  await other.query("BEGIN; INSERT INTO note VALUES ('x')");
  const seen: number[] = [];
  const subscription = store.subscribe({ after: 0 });
  const following = (async () => {
    for await (const batch of subscription) seen.push(...batch.map((one) => one.commit.position));
  })();
  for (const id of ["c1", "c2", "c3"]) await append(store, id);
  expect(await positions(store)).toEqual([1, 2, 3]);
  await expect.poll(() => seen, { timeout: 10_000 }).toEqual([1, 2, 3]);
  await other.query("ROLLBACK");
  subscription.close();
  await following;
  await store.close();
});
