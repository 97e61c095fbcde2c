import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Server, startServer } from "../../../.config/postgres-server.ts";
import { openPostgresStorage } from "./index.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());

/** Runs statements as another program would. */
const asOther = async (sql: string): Promise<void> => {
  const client = new Client({ connectionString: server.url });
  await client.connect();
  await client.query(sql);
  await client.end();
};

test("tables of a later version of the program are refused and left as they are", async () => {
  await (await openPostgresStorage({ url: server.url })).close();
  await asOther("UPDATE tongket.version SET version = 2");
  await expect(openPostgresStorage({ url: server.url })).rejects.toMatchObject({
    fault: "StorageNewer",
    facts: { version: 2, known: 1 },
  });
  await asOther("UPDATE tongket.version SET version = 1");
  await (await openPostgresStorage({ url: server.url })).close();
});

test("a database that is not there is a fault, and so is a server", async () => {
  const nobody = server.url
    .replace("/postgres", "/none")
    .replace("//tongket@", "//tongket:s3cret@");
  const failed = await openPostgresStorage({ url: nobody }).catch((error: unknown) => error);
  expect(failed).toMatchObject({ fault: "StorageFailed", facts: { code: "3D000" } });
  expect(String(failed)).not.toContain("s3cret");
  await expect(
    openPostgresStorage({ url: "postgres://tongket@127.0.0.1:1/postgres" }),
  ).rejects.toMatchObject({ fault: "StorageUnreachable", facts: { code: "ECONNREFUSED" } });
});

test("a server that goes away is a fault at the next call, and nothing hangs", async () => {
  const gone = await startServer();
  const storage = await openPostgresStorage({ url: gone.url, answerWaitMs: 2000 });
  const header = { createdAt: "2012-01-01T00:00:00.000Z", ledger: "a", regime: "x", tongket: 1 };
  const ledger = await storage.create(header as never);
  await gone.stop();
  await expect(ledger.head()).rejects.toMatchObject({ fault: "StorageUnreachable" });
  await ledger.close();
  await storage.close();
});
