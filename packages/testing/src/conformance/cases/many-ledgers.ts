import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { type Demand, headerOf, withinASecond } from "../bench.ts";
import {
  about,
  appended,
  appendedAll,
  entries,
  entry,
  newYear,
  readAll,
  span,
} from "../entries.ts";

export const manyLedgers: readonly Demand[] = [
  {
    says: "number their commits each on its own",
    proved: async (bench) => {
      const [one, two] = [await bench.ledger(), await bench.ledger()];
      await appendedAll(one, entries(3));
      strictEqual((await appended(two, entry("x1"))).commit.position, 1);
      strictEqual((await appended(one, entry("x1"))).commit.position, 4);
    },
  },
  {
    says: "read nothing of each other",
    proved: async (bench) => {
      const [one, two] = [await bench.ledger(), await bench.ledger()];
      const stored = await appendedAll(one, entries(3));
      deepStrictEqual(await readAll(two), []);
      deepStrictEqual(await readAll(two, { query: about(["branch:b1"]) }), []);
      await appended(two, entry("mine"));
      deepStrictEqual(await readAll(one, { query: about(["branch:b1"]) }), stored);
      deepStrictEqual(await readAll(one, { backwards: true }), stored.toReversed());
    },
  },
  {
    says: "take the same command ids",
    proved: async (bench) => {
      const [one, two] = [await bench.ledger(), await bench.ledger()];
      await appended(one, entry("c1"));
      strictEqual(await two.find("c1"), undefined);
      await appended(two, entry("c1"));
    },
  },
  {
    says: "stand in the way of no condition of each other",
    proved: async (bench) => {
      const [one, two] = [await bench.ledger(), await bench.ledger()];
      await appendedAll(one, entries(3));
      for (const failIfMatch of ["all", about(["branch:b1"]), about([], ["Noted"])] as const) {
        const result = await (await bench.again(two)).append(
          entry(JSON.stringify(failIfMatch).replace(/[^a-z]/gi, "")),
          { failIfMatch, after: (await two.head()).position },
          newYear,
        );
        strictEqual(result.append, "Appended");
      }
    },
  },
  {
    says: "are followed each on its own",
    proved: async (bench) => {
      const [one, two] = [await bench.ledger(), await bench.ledger()];
      const subscription = two.subscribe({ after: 0 });
      const seen: string[] = [];
      const ended = (async () => {
        for await (const batch of subscription) {
          seen.push(...batch.map(({ commit }) => commit.commandId));
        }
      })();
      await appendedAll(one, entries(3));
      await appended(two, entry("mine"));
      await withinASecond("it is told", () => seen.length > 0);
      subscription.close();
      await ended;
      deepStrictEqual(seen, ["mine"]);
    },
  },
  {
    says: "may be written at once",
    proved: async (bench) => {
      const stores = [await bench.ledger(), await bench.ledger(), await bench.ledger()];
      await Promise.all(stores.map((store) => appendedAll(store, entries(30))));
      for (const store of stores) {
        const positions = (await readAll(store)).map(({ commit }) => commit.position);
        deepStrictEqual(positions, span(1, 30));
      }
    },
  },
  {
    says: "are listed by their ids, in the order of their bytes",
    proved: async (bench) => {
      const { ledger } = headerOf();
      const ids = ["", ".x", "/y:z", "1", "A", "_", "a"].map((end) => `${ledger}${end}`);
      for (const id of ids.toReversed()) await bench.ledger({ ledger: id });
      const listed = await bench.storage.list();
      deepStrictEqual(
        listed.filter((id) => id.startsWith(ledger)),
        ids,
      );
      deepStrictEqual(listed, [...new Set(listed)].toSorted());
    },
  },
  {
    says: "are told apart where one's id begins like another's, or differs in case",
    proved: async ({ storage }) => {
      const { ledger } = headerOf();
      const ids = [ledger, `${ledger}1`, ledger.toUpperCase(), `${ledger}_`, `${ledger}.x`];
      const stores = [];
      for (const id of ids) stores.push(await storage.create(headerOf({ ledger: id })));
      for (const store of stores) await appended(store, entry(store.header.ledger));
      for (const store of stores) {
        const found = (await readAll(store)).map(({ commit }) => commit.commandId);
        deepStrictEqual(found, [store.header.ledger]);
        await store.close();
      }
    },
  },
];
