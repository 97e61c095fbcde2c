import { deepStrictEqual, ok, rejects, strictEqual } from "node:assert/strict";
import { type Demand, withinASecond } from "../bench.ts";
import {
  anyway,
  appended,
  at,
  entries,
  entry,
  fact,
  newYear,
  positionsRead,
  readAll,
  span,
} from "../entries.ts";

export const handles: readonly Demand[] = [
  {
    says: "see each other's appends within a second, without being told",
    proved: async (bench) => {
      const store = await bench.ledger();
      const other = await bench.again(store);
      await other.head();
      const { commit } = await appended(store, entry("c1"));
      await withinASecond("the other sees it", async () => {
        const { position } = await other.head();
        return position === commit.position;
      });
    },
  },
  {
    says: "append in turn, without a gap and in one chain",
    proved: async (bench) => {
      const store = await bench.ledger();
      const all = [store, await bench.again(store), await bench.again(store)];
      let prev = store.headerHash;
      for (const [index, draft] of entries(12).entries()) {
        const { commit, hash } = await appended(all[index % 3] ?? store, draft);
        strictEqual(commit.prev, prev);
        prev = hash;
      }
      deepStrictEqual(await positionsRead(store), span(1, 12));
    },
  },
  {
    says: "give the same head",
    proved: async (bench) => {
      const store = await bench.ledger();
      const other = await bench.again(store);
      await appended(other, entry("c1"), at(3));
      deepStrictEqual(await store.head(), await other.head());
    },
  },
  {
    says: "are closed each on its own",
    proved: async (bench) => {
      const store = await bench.ledger();
      const other = await bench.again(store);
      await store.close();
      await appended(other, entry("c1"));
      strictEqual((await readAll(other)).length, 1);
    },
  },
  {
    says: "that are closed refuse every call, and answer nothing",
    proved: async (bench) => {
      const store = await bench.ledger();
      await appended(store, entry("c1"));
      await store.close();
      await rejects(async () => store.head());
      await rejects(async () => store.find("c1"));
      await rejects(async () => readAll(store));
      await rejects(async () => store.append(entry("c2"), anyway, newYear));
      await rejects(async () => store.appendVerbatim([], { after: 0, prev: store.headerHash }));
      await rejects(async () => {
        for await (const _ of store.subscribe({ after: 0 })) ok(false);
      });
      strictEqual((await (await bench.again(store)).head()).position, 1);
    },
  },
  {
    says: "may be closed twice, and what they appended stands",
    proved: async (bench) => {
      const store = await bench.ledger();
      const stored = await appended(store, entry("c1"));
      await store.close();
      await store.close();
      deepStrictEqual(await readAll(await bench.again(store)), [stored]);
    },
  },
  {
    says: "stay open where another is closed, however often",
    proved: async (bench) => {
      const store = await bench.ledger();
      const [other, third] = [await bench.again(store), await bench.again(store)];
      const told: number[] = [];
      const subscription = other.subscribe({ after: 0 });
      const following = (async () => {
        for await (const batch of subscription) told.push(batch.length);
      })();
      for (const one of [store, store, store, third, third]) await one.close();
      await appended(other, entry("c1"));
      await withinASecond("it is told", () => told.length === 1);
      deepStrictEqual(await positionsRead(other), [1]);
      await other.close();
      await following;
    },
  },
  {
    says: "that close wait for the appends that were asked for",
    proved: async (bench) => {
      const store = await bench.ledger();
      const asked = entries(10).map((draft) => store.append(draft, anyway, newYear));
      await store.close();
      for (const one of await Promise.all(asked)) strictEqual(one.append, "Appended");
      deepStrictEqual(await positionsRead(await bench.again(store)), span(1, 10));
    },
  },
  {
    says: "of a ledger give records that no reader can change for another",
    proved: async (bench) => {
      const store = await bench.ledger();
      await appended(store, entry("c1", [fact("Noted", ["branch:b1"], { words: ["kept"] })]));
      const before = JSON.stringify(await readAll(store));
      const [read] = (await readAll(store)) as unknown as Changeable[];
      for (const change of changes) {
        // A store may give what cannot be changed, which throws, or a copy.
        await Promise.resolve(read as Changeable)
          .then(change)
          .catch(() => {});
        strictEqual(JSON.stringify(await readAll(store)), before);
        strictEqual(JSON.stringify(await readAll(await bench.again(store))), before);
      }
    },
  },
];

/** A record as a careless reader takes it. */
interface Changeable {
  text: string;
  commit: { actor: string; events: { tags: string[]; data: { words: string[] } }[] };
}

const changes: readonly ((record: Changeable) => unknown)[] = [
  (record) => {
    record.text = "changed";
  },
  ({ commit }) => {
    commit.actor = "changed";
  },
  ({ commit }) => commit.events.pop(),
  ({ commit }) => commit.events[0]?.tags.push("branch:b2"),
  ({ commit }) => commit.events[0]?.data.words.push("changed"),
];
