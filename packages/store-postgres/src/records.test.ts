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

// What foreign records may say, where texts are put between separators or into lists.
const odd = ["", "\x1e", "a\x1eb", "\x1e\x1e", "{a,b}", 'a"b', "a\\b", "NULL", "a\nb", "đảng bộ"];

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

test("ids and words of any letters are found again, one by one and many at once", async () => {
  const one = await storage.create(header("one-by-one"));
  for (const text of odd) await copy(one, [draftOf(text, [text])]);
  const many = await storage.create(header("at-once"));
  await copy(
    many,
    odd.map((text) => draftOf(text, [text, "all"])),
  );
  for (const store of [one, many]) {
    for (const [at, text] of odd.entries()) {
      expect((await store.find(text))?.commit.position).toBe(at + 1);
      expect(await idsWith(store, text)).toEqual([text]);
    }
  }
  expect(await idsWith(many, "all")).toEqual(odd);
  for (const ledger of ["one-by-one", "at-once"]) {
    expect((await storage.verify(ledger)).verified).toBe("Whole");
  }
  await one.close();
  await many.close();
});

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
