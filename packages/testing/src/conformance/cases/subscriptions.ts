import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import {
  type EventStore,
  inMemoryStore,
  type StoredCommit,
  type Subscription,
} from "@tongket/core/log";
import { type Demand, withinASecond } from "../bench.ts";
import {
  anyway,
  appended,
  appendedAll,
  entries,
  entry,
  lengthened,
  newYear,
  readAll,
  span,
} from "../entries.ts";

/** What a subscription has seen so far; `ended` resolves when it has ended. */
const watching = (subscription: Subscription) => {
  const seen: StoredCommit[] = [];
  const ended = (async () => {
    for await (const batch of subscription) {
      ok(batch.length > 0, "no batch is empty");
      seen.push(...batch);
    }
  })();
  return { seen, ended, positions: () => seen.map(({ commit }) => commit.position) };
};

/** What a subscription gives until it has given so many. */
const firstOf = async (
  subscription: Subscription,
  count: number,
): Promise<readonly StoredCommit[]> => {
  const seen: StoredCommit[] = [];
  for await (const batch of subscription) {
    seen.push(...batch);
    if (seen.length >= count) subscription.close();
  }
  return seen;
};

const numbered = (from: number, to: number) => span(from, to).map((number) => entry(`n${number}`));

const writeOn = async (store: EventStore, from: number, to: number): Promise<void> => {
  await appendedAll(store, numbered(from, to));
};

export const subscriptions: readonly Demand[] = [
  {
    says: "give what stands, once and in order",
    proved: async (bench) => {
      const store = await bench.ledger();
      const stored = await appendedAll(store, entries(250));
      deepStrictEqual(await firstOf(store.subscribe({ after: 0 }), 250), stored);
    },
  },
  {
    says: "begin behind a position",
    proved: async (bench) => {
      const store = await bench.ledger();
      const stored = await appendedAll(store, entries(5));
      deepStrictEqual(await firstOf(store.subscribe({ after: 3 }), 2), stored.slice(3));
    },
  },
  {
    says: "give what is appended later",
    proved: async (bench) => {
      const store = await bench.ledger();
      const subscription = store.subscribe({ after: 0 });
      const { positions, ended } = watching(subscription);
      for (const draft of entries(3)) {
        const { commit } = await appended(store, draft);
        await withinASecond("it is told", () => positions().at(-1) === commit.position);
      }
      subscription.close();
      await ended;
      deepStrictEqual(positions(), [1, 2, 3]);
    },
  },
  {
    says: "give what another handle appends, within a second",
    proved: async (bench) => {
      const store = await bench.ledger();
      const other = await bench.again(store);
      const subscription = store.subscribe({ after: 0 });
      const { positions, ended } = watching(subscription);
      await appended(other, entry("c1"));
      await withinASecond("it is told", () => positions().length === 1);
      subscription.close();
      await ended;
    },
  },
  {
    says: "give what stands and what comes without a gap between",
    proved: async (bench) => {
      const store = await bench.ledger();
      await writeOn(store, 1, 50);
      const subscription = store.subscribe({ after: 0 });
      const { positions, ended } = watching(subscription);
      await writeOn(await bench.again(store), 51, 150);
      await withinASecond("all are told", () => positions().length >= 150);
      subscription.close();
      await ended;
      deepStrictEqual(positions(), span(1, 150));
    },
  },
  {
    says: "wait behind the head for what is to come there",
    proved: async (bench) => {
      const store = await bench.ledger();
      const subscription = store.subscribe({ after: 2 });
      const { positions, ended } = watching(subscription);
      await writeOn(store, 1, 4);
      await withinASecond("it is told", () => positions().length === 2);
      subscription.close();
      await ended;
      deepStrictEqual(positions(), [3, 4]);
    },
  },
  {
    says: "give all to each of several",
    proved: async (bench) => {
      const store = await bench.ledger();
      const all = span(1, 3).map(() => store.subscribe({ after: 0 }));
      const watched = all.map(watching);
      await writeOn(store, 1, 20);
      for (const { positions } of watched) {
        await withinASecond("all are told", () => positions().length === 20);
        deepStrictEqual(positions(), span(1, 20));
      }
      for (const one of all) one.close();
      await Promise.all(watched.map(({ ended }) => ended));
    },
  },
  {
    says: "see everything once and in order across restarts at any point",
    proved: async (bench) => {
      let store = await bench.ledger();
      const seen: number[] = [];
      let written = 0;
      for (const step of [7, 1, 30, 2, 13, 5, 41, 1]) {
        await writeOn(await bench.again(store), written + 1, written + step);
        written += step;
        // What was seen is remembered up to some commit in the middle of what came.
        const most = Math.max(1, Math.ceil(step / 2));
        const batch = await firstOf(store.subscribe({ after: seen.at(-1) ?? 0 }), most);
        seen.push(...batch.slice(0, most).map(({ commit }) => commit.position));
        store = await bench.reopened(store);
      }
      const rest = await firstOf(
        store.subscribe({ after: seen.at(-1) ?? 0 }),
        written - seen.length,
      );
      seen.push(...rest.map(({ commit }) => commit.position));
      deepStrictEqual(seen, span(1, written));
    },
  },
  {
    says: "wait for one who reads slowly, and lose nothing",
    proved: async (bench) => {
      const store = await bench.ledger();
      const subscription = store.subscribe({ after: 0 });
      const seen: number[] = [];
      const reading = (async () => {
        for await (const batch of subscription) {
          seen.push(...batch.map(({ commit }) => commit.position));
          await new Promise((resolve) => setTimeout(resolve, 5));
          if (seen.length === 60) subscription.close();
        }
      })();
      await writeOn(store, 1, 60);
      await reading;
      deepStrictEqual(seen, span(1, 60));
    },
  },
  {
    says: "end when they are closed while they wait",
    proved: async (bench) => {
      const store = await bench.ledger();
      const subscription = store.subscribe({ after: 0 });
      const { ended, seen } = watching(subscription);
      const waits = new Promise((resolve) => setTimeout(resolve, 20, "waits"));
      strictEqual(await Promise.race([ended, waits]), "waits");
      subscription.close();
      await ended;
      strictEqual(seen.length, 0);
    },
  },
  {
    says: "end at once when they are closed before they are read",
    proved: async (bench) => {
      const store = await bench.ledger();
      await writeOn(store, 1, 3);
      const subscription = store.subscribe({ after: 0 });
      subscription.close();
      const { ended, seen } = watching(subscription);
      await ended;
      strictEqual(seen.length, 0);
    },
  },
  {
    says: "may be closed twice, and by leaving the loop",
    proved: async (bench) => {
      const store = await bench.ledger();
      await writeOn(store, 1, 3);
      const subscription = store.subscribe({ after: 0 });
      for await (const _ of subscription) break;
      subscription.close();
      subscription.close();
      strictEqual((await appended(store, entry("c9"))).commit.position, 4);
    },
  },
  {
    says: "end with their handle, and not with another's",
    proved: async (bench) => {
      const store = await bench.ledger();
      const other = await bench.again(store);
      const mine = watching(store.subscribe({ after: 0 }));
      const subscription = other.subscribe({ after: 0 });
      const theirs = watching(subscription);
      await store.close();
      await mine.ended;
      await appended(other, entry("c1"));
      await withinASecond("it is told", () => theirs.positions().length === 1);
      subscription.close();
      await theirs.ended;
    },
  },
  {
    says: "may append to the ledger that they follow",
    proved: async (bench) => {
      const store = await bench.ledger();
      await appended(store, entry("c1"));
      const subscription = store.subscribe({ after: 0 });
      for await (const batch of subscription) {
        for (const { commit } of batch) {
          if (commit.position === 5) subscription.close();
          else await store.append(entry(`after-${commit.position}`), anyway, newYear);
        }
      }
      strictEqual((await readAll(store)).length, 5);
    },
  },
  {
    says: "lose nothing of what comes while their reader is busy",
    proved: async (bench) => {
      const store = await bench.ledger();
      await appended(store, entry("first"));
      const subscription = store.subscribe({ after: 0 });
      const seen: number[] = [];
      for await (const batch of subscription) {
        seen.push(...batch.map(({ commit }) => commit.position));
        if (seen.length === 1) {
          await lengthened(store, 1500);
          await writeOn(store, 1, 20);
        }
        if (seen.at(-1) === 1521) subscription.close();
      }
      deepStrictEqual(seen, span(1, 1521));
    },
  },
  {
    says: "give copied records as they give appended ones",
    proved: async (bench) => {
      const source = await bench.ledger();
      const { headerHash: prev } = source;
      const subscription = source.subscribe({ after: 0 });
      const { positions, ended } = watching(subscription);
      const texts = await textsFor(source);
      await source.appendVerbatim(texts, { after: 0, prev });
      await withinASecond("they are told", () => positions().length === texts.length);
      subscription.close();
      await ended;
    },
  },
];

const textsFor = async (store: EventStore): Promise<readonly string[]> => {
  const memory = inMemoryStore(store.header);
  return (await appendedAll(memory, entries(4))).map(({ text }) => text);
};
