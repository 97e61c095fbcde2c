import { setTimeout as sleep } from "node:timers/promises";
import { addressOf } from "@tongket/core";
import type { ViewTables } from "@tongket/core/live";
import { type OpenListView, viewConformance } from "@tongket/testing";
import { Client, type PoolClient } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PostgresServer, startPostgres } from "../../../.config/postgres-server.ts";
import { openPostgresStorage, type PostgresStorage } from "./index.ts";

let server: PostgresServer;
let storage: PostgresStorage;
let reader: Client;
beforeAll(async () => {
  server = await startPostgres();
  storage = await openPostgresStorage({ url: server.url });
  reader = new Client(server.url);
  await reader.connect();
});
afterAll(async () => {
  await reader?.end();
  await storage?.close();
  await server?.stop();
});

const noop = (): void => {};

let names = 0;
const inTables = (): OpenListView => {
  names += 1;
  const name = `list_${names}`;
  return async ({ version, fails = () => false }) => {
    const tables: ViewTables<PoolClient> = {
      name,
      version,
      reads: "all",
      make: async (client) => {
        await client.query("CREATE TABLE list (at serial PRIMARY KEY, address text NOT NULL)");
      },
      apply: async (client, events) => {
        for (const event of events) {
          await client.query("INSERT INTO list (address) VALUES ($1)", [addressOf(event)]);
          if (fails(event)) throw new Error("no room");
        }
      },
    };
    const read = async () => {
      const found = await reader
        .query<{ address: string }>(`SELECT address FROM tongket_${name}.list ORDER BY at`)
        .catch(() => undefined);
      return found?.rows.map(({ address }) => address);
    };
    return { view: storage.view(tables), read };
  };
};
for (const { name, prove } of viewConformance(inTables)) test(name, prove);

test("a connection lost between two statements rejects the work, and nothing else", async () => {
  const lose = async (client: PoolClient): Promise<void> => {
    const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
    await reader.query("SELECT pg_terminate_backend($1)", [rows[0]?.pid]);
    await sleep(200);
  };
  const view = storage.view({ name: "lost", version: 1, reads: "all", make: lose, apply: lose });
  await expect(view.anew()).rejects.toThrow();
  expect(await view.checkpoint()).toBe(undefined);
});

test("a draft of a program that has ended is removed, not one that is held", async () => {
  const drafts = async () => {
    const { rows } = await reader.query<{ nspname: string }>(
      "SELECT nspname FROM pg_namespace WHERE nspname ~ '^tongket__left_' ORDER BY 1",
    );
    return rows.map(({ nspname }) => nspname);
  };
  const view = storage.view({ name: "left", version: 1, reads: "all", make: noop, apply: noop });
  const more = storage.view({ name: "left_b", version: 1, reads: "all", make: noop, apply: noop });
  const lost = await view.anew();
  const [first] = await drafts();
  const other = await more.anew();
  const { rowCount } = await reader.query(
    `SELECT pg_terminate_backend(pid, 10000) FROM pg_locks
     WHERE locktype = 'advisory' AND ((classid::bigint << 32) | objid::bigint) =
       hashtextextended($1, 0)`,
    [first],
  );
  expect(rowCount).toBe(1);
  const kept = await view.anew();
  const again = await view.anew();
  const left = await drafts();
  expect([left.length, left]).toEqual([3, expect.not.arrayContaining([first])]);
  const at = { ledger: "l", position: 1, hash: "0".repeat(64) };
  await expect(lost.take([], at)).rejects.toThrow("is gone");
  await lost.discard();
  await kept.take([], at);
  expect(await kept.publish(undefined)).toBe("Published");
  await again.discard();
  await other.discard();
  expect(await drafts()).toEqual([]);
});

test("a view has a name that can be that of a schema", () => {
  const tables = { version: 1, reads: "all", make: () => {}, apply: () => {} } as const;
  expect(() => storage.view({ ...tables, name: 'x"; DROP' })).toThrow(TypeError);
});
