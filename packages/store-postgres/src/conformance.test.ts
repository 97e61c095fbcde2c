import { storeConformance } from "@tongket/testing";
import { afterAll, beforeAll, test } from "vitest";
import { type PostgresServer, startPostgres } from "../../../.config/postgres-server.ts";
import { openPostgresStorage, type PostgresStorage } from "./index.ts";

let server: PostgresServer;
let storage: PostgresStorage;
beforeAll(async () => {
  server = await startPostgres();
  storage = await openPostgresStorage({ url: server.url, pollMs: 20, connectionsMax: 40 });
});
afterAll(async () => {
  await storage?.close();
  await server?.stop();
});

for (const { name, prove } of storeConformance(() => storage)) test(name, prove);
