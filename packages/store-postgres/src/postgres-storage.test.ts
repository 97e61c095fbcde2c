import { hashedText, type LedgerHeader } from "@tongket/core/log";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PostgresServer, startPostgres } from "../../../.config/postgres-server.ts";
import { openPostgresStorage } from "./index.ts";
import { migrations } from "./migrations.ts";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
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
  const known = migrations.length;
  await asOther(`UPDATE tongket.version SET version = ${known + 1}`);
  await expect(openPostgresStorage({ url: server.url })).rejects.toMatchObject({
    fault: "StorageNewer",
    facts: { version: known + 1, known },
  });
  await asOther(`UPDATE tongket.version SET version = ${known}`);
  await (await openPostgresStorage({ url: server.url })).close();
});

const header: LedgerHeader = {
  createdAt: "2012-01-01T00:00:00.000Z" as LedgerHeader["createdAt"],
  ledger: "older",
  regime: "vn-party",
  tongket: 1,
};

test.each(migrations.map((_, at) => at + 1))(
  "tables of version %i are brought up to date, with what they hold",
  async (version) => {
    const database = `of_version_${version}`;
    await asOther(`CREATE DATABASE ${database}`);
    const url = server.url.replace("/postgres", `/${database}`);
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query("CREATE SCHEMA tongket; CREATE TABLE tongket.version (version integer)");
    for (const migration of migrations.slice(0, version)) await client.query(migration);
    await client.query("INSERT INTO tongket.version VALUES ($1)", [version]);
    const { text, hash } = hashedText(header);
    await client.query(
      `INSERT INTO tongket.ledger (ledger, position, hash, recorded_at) VALUES ($1, 0, $2, $3)`,
      [header.ledger, hash, header.createdAt],
    );
    await client.query("INSERT INTO tongket.record SELECT key, 0, $1 FROM tongket.ledger", [text]);
    const storage = await openPostgresStorage({ url });
    const { rows } = await client.query("SELECT version FROM tongket.version");
    expect(rows).toEqual([{ version: migrations.length }]);
    const ledger = await storage.open(header.ledger);
    expect(ledger.header).toEqual(header);
    const event = { type: "Noted", version: 1, effectiveOn: "2012-01-01", tags: [], data: {} };
    const draft = { actor: "an", commandHash: "", commandId: "c1", events: [event as never] };
    const condition = { failIfMatch: { items: [] }, after: 0 };
    const appended = await ledger.append(draft, condition, header.createdAt);
    expect(appended).toMatchObject({ append: "Appended", stored: { commit: { position: 1 } } });
    await ledger.close();
    await storage.close();
    await client.end();
  },
);

test("a user who may only read opens a ledger, and is told that writing is denied", async () => {
  const storage = await openPostgresStorage({ url: server.url });
  await (await storage.create({ ...header, ledger: "read-only" })).close();
  await storage.close();
  await asOther(`CREATE ROLE reader LOGIN; GRANT USAGE ON SCHEMA tongket TO reader;
    GRANT SELECT ON ALL TABLES IN SCHEMA tongket TO reader`);
  const url = server.url.replace("//tongket@", "//reader@");
  const reading = await openPostgresStorage({ url });
  const ledger = await reading.open("read-only");
  expect((await ledger.head()).position).toBe(0);
  const denied = { fault: "StorageDenied" };
  await expect(reading.create({ ...header, ledger: "x" })).rejects.toMatchObject(denied);
  const event = { type: "Noted", version: 1, effectiveOn: "2012-01-01", tags: [], data: {} };
  const draft = { actor: "an", commandHash: "", commandId: "c1", events: [event as never] };
  const condition = { failIfMatch: { items: [] }, after: 0 };
  await expect(ledger.append(draft, condition, header.createdAt)).rejects.toMatchObject(denied);
  await ledger.close();
  await reading.close();
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
  const gone = await startPostgres();
  const storage = await openPostgresStorage({ url: gone.url, answerWaitMs: 2000 });
  const ledger = await storage.create(header);
  await gone.stop();
  await expect(ledger.head()).rejects.toMatchObject({ fault: "StorageUnreachable" });
  await ledger.close();
  await storage.close();
});
