import { deepStrictEqual, strictEqual } from "node:assert/strict";
import type { EventStore } from "@tongket/core/log";
import type { Demand } from "../bench.ts";
import {
  about,
  anyway,
  appended,
  appendedAll,
  at,
  entries,
  entry,
  fact,
  newYear,
  readAll,
} from "../entries.ts";

const isKnown = async (
  store: EventStore,
  draft: ReturnType<typeof entry>,
  stored: unknown,
): Promise<void> =>
  deepStrictEqual(await store.append(draft, anyway, at(9)), { append: "CommandKnown", stored });

export const commandIds: readonly Demand[] = [
  {
    says: "make a commit once: the second time gives the first commit",
    proved: async (bench) => {
      const store = await bench.ledger();
      const stored = await appended(store, entry("c1"));
      await isKnown(store, entry("c1"), stored);
      strictEqual((await readAll(store)).length, 1);
    },
  },
  {
    says: "are known also with another body, and give the first commit",
    proved: async (bench) => {
      const store = await bench.ledger();
      const stored = await appended(store, entry("c1"));
      await isKnown(store, entry("c1", [fact("Other", ["a:1"])], { actor: "an" }), stored);
      strictEqual((await readAll(store)).length, 1);
    },
  },
  {
    says: "are known after a restart",
    proved: async (bench) => {
      const store = await bench.ledger();
      const stored = await appended(store, entry("c1"));
      await isKnown(await bench.reopened(store), entry("c1"), stored);
    },
  },
  {
    says: "are known to another handle",
    proved: async (bench) => {
      const store = await bench.ledger();
      const other = await bench.again(store);
      const stored = await appended(store, entry("c1"));
      await isKnown(other, entry("c1"), stored);
    },
  },
  {
    says: "are known behind a thousand others",
    proved: async (bench) => {
      const store = await bench.ledger();
      const [first] = await appendedAll(store, entries(1000));
      await isKnown(store, entry("c1"), first);
    },
  },
  {
    says: "are known for ever: a day later, and ten years",
    proved: async (bench) => {
      const store = await bench.ledger();
      const first = await appended(store, entry("c1"));
      const [day, years] = [at(24 * 3600 + 1), at(10 * 366 * 24 * 3600)];
      for (const now of [day, years]) {
        const known = await store.append(entry("c1"), anyway, now);
        deepStrictEqual(known, { append: "CommandKnown", stored: first });
        await appended(store, entry(`at-${now}`), now);
      }
      const again = await bench.reopened(store);
      deepStrictEqual(await again.append(entry("c1"), anyway, years), {
        append: "CommandKnown",
        stored: first,
      });
      strictEqual((await again.head()).position, 3);
    },
  },
  {
    says: "are known also with a body that could be no commit",
    proved: async (bench) => {
      const store = await bench.ledger();
      const stored = await appended(store, entry("c1"));
      await isKnown(store, entry("c1", []), stored);
    },
  },
  {
    says: "that a commit takes beside its own are known too",
    proved: async (bench) => {
      const store = await bench.ledger();
      const stored = await appended(store, entry("c1", [fact()], { furtherIds: ["c2", "c3"] }));
      for (const id of ["c2", "c3"]) await isKnown(store, entry(id), stored);
      await isKnown(await bench.reopened(store), entry("c3"), stored);
    },
  },
  {
    says: "that a draft brings beside its own are looked up too",
    proved: async (bench) => {
      const store = await bench.ledger();
      const stored = await appended(store, entry("c2"));
      await isKnown(store, entry("c1", [fact()], { furtherIds: ["c9", "c2"] }), stored);
      strictEqual(await store.find("c9"), undefined);
    },
  },
  {
    says: "are looked up before the condition is judged",
    proved: async (bench) => {
      const store = await bench.ledger();
      const stored = await appended(store, entry("c1"));
      const condition = { failIfMatch: about(["branch:b1"]), after: 0 };
      const result = await store.append(entry("c1"), condition, newYear);
      deepStrictEqual(result, { append: "CommandKnown", stored });
    },
  },
  {
    says: "stay free after a conflict",
    proved: async (bench) => {
      const store = await bench.ledger();
      await appended(store, entry("c1"));
      await store.append(entry("c2"), { failIfMatch: "all", after: 0 }, newYear);
      strictEqual(await store.find("c2"), undefined);
      strictEqual((await appended(store, entry("c2"))).commit.position, 2);
    },
  },
  {
    says: "are told apart by the case of their letters",
    proved: async (bench) => {
      const store = await bench.ledger();
      await appended(store, entry("Case"));
      strictEqual(await store.find("case"), undefined);
      await appended(store, entry("case"));
    },
  },
  {
    says: "are told apart where one begins like another",
    proved: async (bench) => {
      const store = await bench.ledger();
      const long = "i".repeat(127);
      await appended(store, entry(`${long}a`));
      await appended(store, entry(`${long}b`));
      strictEqual((await store.find(`${long}a`))?.commit.position, 1);
      strictEqual(await store.find(long), undefined);
    },
  },
  {
    says: "may hold every sign that an id may hold",
    proved: async (bench) => {
      const store = await bench.ledger();
      const id = "AZaz09._:/-__proto__";
      const stored = await appended(store, entry(id));
      deepStrictEqual(await store.find(id), stored);
      deepStrictEqual(await (await bench.reopened(store)).find(id), stored);
    },
  },
  {
    says: "find their commit, and none where there is none",
    proved: async (bench) => {
      const store = await bench.ledger();
      const stored = await appendedAll(store, entries(3));
      deepStrictEqual(await store.find("c2"), stored[1]);
      strictEqual(await store.find("c4"), undefined);
      strictEqual(await store.find(""), undefined);
    },
  },
  {
    says: "find what another handle appended",
    proved: async (bench) => {
      const store = await bench.ledger();
      const other = await bench.again(store);
      strictEqual(await other.find("c1"), undefined);
      const stored = await appended(store, entry("c1"));
      deepStrictEqual(await other.find("c1"), stored);
    },
  },
];
