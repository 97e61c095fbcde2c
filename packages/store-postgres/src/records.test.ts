import { hash } from "node:crypto";
import {
  type CommitDraft,
  commitAfter,
  type EventStore,
  type Head,
  headOf,
} from "@tongket/core/log";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PostgresServer, startPostgres } from "../../../.config/postgres-server.ts";
import { header } from "../test/header.ts";
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

const draftOf = (commandId: string, words: readonly string[]): CommitDraft => {
  const event = { type: words[0], version: 1, effectiveOn: "2012-01-01", tags: words, data: {} };
  return { actor: "clerk", commandHash: "", commandId, events: [event as never] };
};

const copy = async (store: EventStore, drafts: readonly CommitDraft[]): Promise<Head> => {
  const onto = await store.head();
  let head = onto;
  const texts = drafts.map((draft) => {
    const stored = commitAfter(head, draft, store.header.createdAt);
    head = headOf(stored);
    return stored.text;
  });
  return store.appendVerbatim(texts, { after: onto.position, prev: onto.hash });
};

/** The ids of all commits that answer a query. */
const idsWith = async (store: EventStore, tag: string): Promise<readonly string[]> => {
  const query = { items: [{ tags: [tag as never], types: [] }] };
  const found: string[] = [];
  for await (const batch of store.read({ query })) {
    for (const { commit } of batch) found.push(commit.commandId);
  }
  return found;
};

test.each([
  ["ids", "a\x1eb", "plain"],
  ["words", "plain", "a\x1eb"],
])("what stands between texts may stand in %s alone", async (of, id, word) => {
  const store = await storage.create(header(`separated-${of}`));
  await copy(store, [draftOf(id, [word]), draftOf("other", [word])]);
  expect(await idsWith(store, word)).toEqual([id, "other"]);
  await store.close();
});

test("a record with line ends between its members is copied as it is", async () => {
  const store = await storage.create(header("lines"));
  const onto = await store.head();
  const { text } = commitAfter(onto, draftOf("c1", ["w"]), store.header.createdAt);
  const body = text.replace(/,"hash":"\w+"\}$/, "\n}").replace("{", "{\r\n\t ");
  const copied = body.replace(/\n\}$/, `\n,"hash":"${hash("sha256", body)}"}`);
  await store.appendVerbatim([copied], { after: 0, prev: onto.hash });
  expect((await store.find("c1"))?.text).toBe(copied);
  await store.close();
});
