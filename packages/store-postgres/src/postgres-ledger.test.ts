import { hash } from "node:crypto";
import {
  type AppendCondition,
  type CommitDraft,
  commitAfter,
  type EventStore,
} from "@tongket/core/log";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
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

const failIfNoted = { items: [{ tags: [], types: ["Noted"] }] } as AppendCondition["failIfMatch"];
const draftOf = (commandId: string): CommitDraft => {
  const event = { type: "Noted", version: 1, effectiveOn: "2012-01-01", tags: [], data: {} };
  return { actor: "an", commandHash: "", commandId, events: [event as never] };
};
const append = (store: EventStore, id: string, after: number) =>
  store.append(draftOf(id), { failIfMatch: failIfNoted, after }, store.header.createdAt);
const appended = (position: number) => ({
  append: "Appended",
  stored: { commit: { position } },
});

/** Does something on a connection of its own. */
const asOther = async <T>(work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: server.url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};
/** What each connection of the storage was asked last. */
const askedLast = (): Promise<readonly string[]> =>
  asOther(async (client) => {
    const { rows } = await client.query(
      "SELECT query FROM pg_stat_activity WHERE datname IS NOT NULL AND pid <> pg_backend_pid()",
    );
    return rows.map(({ query }) => String(query));
  });
const isCommit = (sql: string): boolean => sql === "COMMIT";

test("who alone reads and appends begins no transaction of its own", async () => {
  const store = await storage.create(header("alone"));
  const { position } = await store.head();
  expect(position).toBe(0);
  for (let after = 0; after < 3; after += 1) {
    expect(await append(store, `c${after}`, after)).toMatchObject(appended(after + 1));
    expect((await askedLast()).filter(isCommit)).toEqual([]);
  }
  await store.close();
});

test("what another wrote meanwhile stands against it, and is written behind", async () => {
  const [one, other] = [await storage.create(header("two")), await storage.open("two")];
  expect(await append(one, "c1", 0)).toMatchObject(appended(1));
  expect(await append(other, "c2", 1)).toMatchObject(appended(2));
  expect(await append(one, "c3", 1)).toEqual({ append: "Conflict", position: 2 });
  expect(await append(one, "c3", 2)).toMatchObject(appended(3));
  expect((await storage.verify("two")).verified).toBe("Whole");
  await one.close();
  await other.close();
});

test("who alone copies begins no transaction either", async () => {
  const store = await storage.create(header("copied"));
  let head = await store.head();
  for (const id of ["c1", "c2"]) {
    const onto = { after: head.position, prev: head.hash };
    const { text } = commitAfter(head, draftOf(id), store.header.createdAt);
    head = await store.appendVerbatim([text], onto);
    expect((await askedLast()).filter(isCommit)).toEqual([]);
    expect(await store.head()).toEqual(head);
  }
  expect(head.position).toBe(2);
  await store.close();
});

test("a copy goes onto the head that the ledger has by then, and onto no other", async () => {
  const one = await storage.create(header("onto"));
  const { hash: prev } = await one.head();
  const { text } = commitAfter(await one.head(), draftOf("c1"), one.header.createdAt);
  const demandRefused = async (store: EventStore, texts: readonly string[]) => {
    const refused = store.appendVerbatim(texts, { after: 0, prev });
    await expect(refused).rejects.toMatchObject({ fault: "UnequalPrefix" });
  };
  const others = [];
  for (const texts of [[], ["broken"], [text]]) {
    const other = await storage.open("onto");
    await other.head();
    others.push({ other, texts });
  }
  expect(await append(one, "c2", 0)).toMatchObject(appended(1));
  for (const { other, texts } of others) await demandRefused(other, texts);
  const now = await one.head();
  const next = commitAfter(now, draftOf("c1"), one.header.createdAt);
  await demandRefused(one, [next.text]);
  const last = await others[0]?.other.appendVerbatim([next.text], { after: 1, prev: now.hash });
  expect(last).toEqual(await one.head());
  expect((await storage.verify("onto")).verified).toBe("Whole");
  for (const { other } of others) await other.close();
  await one.close();
});

test("a draft that can be no record is refused behind a conflict only", async () => {
  const [one, other] = [await storage.create(header("none")), await storage.open("none")];
  expect(await append(one, "c1", 0)).toMatchObject(appended(1));
  expect(await append(other, "c2", 1)).toMatchObject(appended(2));
  const appendNone = (after: number) =>
    one.append(
      { ...draftOf("c3"), events: [] },
      { failIfMatch: failIfNoted, after },
      one.header.createdAt,
    );
  expect(await appendNone(1)).toEqual({ append: "Conflict", position: 2 });
  await expect(appendNone(2)).rejects.toThrow(RangeError);
  await one.close();
  await other.close();
});

test("an id that is known is told, and nothing of it is written", async () => {
  const store = await storage.create(header("known"));
  for (const id of ["c1", "c2"]) {
    expect(await append(store, id, id === "c1" ? 0 : 1)).toMatchObject(
      appended(id === "c1" ? 1 : 2),
    );
  }
  const known = { append: "CommandKnown", stored: { commit: { position: 1 } } };
  expect(await append(store, "c1", 2)).toMatchObject(known);
  expect(await append(store, "c3", 2)).toMatchObject(appended(3));
  await store.close();
});

/** Writes a commit behind the head, in a transaction that is left open. */
const writeOpen = async (client: Client, store: EventStore): Promise<void> => {
  const head = await store.head();
  const { text, hash } = commitAfter(head, draftOf("other"), store.header.createdAt);
  const at = [store.header.ledger, head.position + 1];
  const key = "(SELECT key FROM tongket.ledger WHERE ledger = $1)";
  await client.query("BEGIN");
  await client.query(`INSERT INTO tongket.record VALUES (${key}, $2, $3)`, [...at, text]);
  await client.query(`INSERT INTO tongket.mention VALUES (${key}, 'Noted', $2)`, at);
  await client.query("UPDATE tongket.ledger SET position = $2, hash = $3 WHERE ledger = $1", [
    ...at,
    hash,
  ]);
};

const waitsForRow = async (client: Client): Promise<boolean> => {
  const sql = "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'";
  return (await client.query(sql)).rowCount === 1;
};

test.each([
  ["commits", "COMMIT", { append: "Conflict", position: 2 }],
  ["takes it back", "ROLLBACK", appended(2)],
])("it waits for who is at the ledger, who %s", async (_, end, expected) => {
  const [name, store] = [`held-${end}`, await storage.create(header(`held-${end}`))];
  expect(await append(store, "c1", 0)).toMatchObject(appended(1));
  await asOther(async (client) => {
    await writeOpen(client, store);
    const appending = append(store, "c2", 1);
    await expect.poll(() => waitsForRow(client)).toBe(true);
    await client.query(end);
    expect(await appending).toMatchObject(expected);
  });
  expect(await storage.verify(name)).toMatchObject({ verified: "Whole", commits: 2 });
  await store.close();
});

test("a record with line ends between its members is copied as it is", async () => {
  const store = await storage.create(header("lines"));
  const onto = await store.head();
  const { text } = commitAfter(onto, draftOf("c1"), store.header.createdAt);
  const body = text.replace(/,"hash":"\w+"\}$/, "\n}").replace("{", "{\r\n\t ");
  const copied = body.replace(/\n\}$/, `\n,"hash":"${hash("sha256", body)}"}`);
  await store.appendVerbatim([copied], { after: 0, prev: onto.hash });
  expect((await store.find("c1"))?.text).toBe(copied);
  await store.close();
});
