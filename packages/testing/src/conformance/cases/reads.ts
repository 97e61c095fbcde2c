import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import {
  beginOf,
  type EventStore,
  type Head,
  headOf,
  type ReadOptions,
  type StoredCommit,
} from "@tongket/core/log";
import type { Bench, Demand } from "../bench.ts";
import {
  about,
  anyway,
  appended,
  appendedAll,
  entries,
  entry,
  fact,
  lengthened,
  newYear,
  positionsRead,
  readAll,
  reversal,
  span,
} from "../entries.ts";

/** Twelve commits: odd ones of b1, even ones of b2, every third also of the year. */
const twelve = async (bench: Bench) => {
  const store = await bench.ledger();
  await appendedAll(
    store,
    span(1, 12).map((number) => {
      const tags = [`branch:b${number % 2 === 1 ? 1 : 2}`];
      if (number % 3 === 0) tags.push("year:2012");
      return entry(`c${number}`, [fact(number > 6 ? "Seen" : "Noted", tags)]);
    }),
  );
  return store;
};

/** One text of all of them; each part is one whole line at least. */
const linesBehind = async (store: EventStore, after: Head, to: number) => {
  if (store.lines === undefined) return undefined;
  const parts: string[] = [];
  for await (const bytes of store.lines({ after, to })) {
    parts.push(Buffer.from(bytes).toString());
    strictEqual(parts.at(-1)?.at(-1), "\n");
  }
  return parts.join("");
};

const b1 = about(["branch:b1"]);
const table: readonly (readonly [
  says: string,
  options: ReadOptions,
  positions: readonly number[],
])[] = [
  ["all commits forward", {}, span(1, 12)],
  ["all commits backward", { backwards: true }, span(1, 12).toReversed()],
  ["what stands behind a position", { after: 10 }, [11, 12]],
  ["what stands behind a position, backward", { after: 10, backwards: true }, [12, 11]],
  ["nothing behind the head", { after: 12 }, []],
  ["nothing behind a position beyond the head", { after: 99 }, []],
  ["nothing beyond the head backward", { after: 99, backwards: true }, []],
  ["everything behind a position before the first", { after: -1 }, span(1, 12)],
  ["no more than the limit", { limit: 3 }, [1, 2, 3]],
  ["no more than the limit, backward", { limit: 3, backwards: true }, [12, 11, 10]],
  ["nothing at a limit of 0", { limit: 0 }, []],
  ["all where the limit is more than there are", { limit: 99 }, span(1, 12)],
  ["a page behind a position", { after: 4, limit: 2 }, [5, 6]],
  ["a page from the end to a position", { after: 4, limit: 2, backwards: true }, [12, 11]],
  ["the commits of a tag", { query: b1 }, [1, 3, 5, 7, 9, 11]],
  ["the commits of a tag, backward", { query: b1, backwards: true }, [11, 9, 7, 5, 3, 1]],
  ["the commits of a tag behind a position", { query: b1, after: 5 }, [7, 9, 11]],
  ["as many commits of a tag as the limit", { query: b1, limit: 2 }, [1, 3]],
  ["the last commit of a tag", { query: b1, limit: 1, backwards: true }, [11]],
  ["the commits of two tags together", { query: about(["branch:b1", "year:2012"]) }, [3, 9]],
  ["the commits of a type", { query: about([], ["Seen"]) }, span(7, 12)],
  ["the commits of any of two types", { query: about([], ["Seen", "Noted"]) }, span(1, 12)],
  ["the commits of a tag and a type", { query: about(["branch:b2"], ["Noted"]) }, [2, 4, 6]],
  ["no commit of a tag that none has", { query: about(["branch:b9"]) }, []],
  ["no commit of no items", { query: { items: [] } }, []],
  ["all commits of a query for everything", { query: "all", after: 11 }, [12]],
  ["all commits of an item that asks nothing", { query: about([]), limit: 2 }, [1, 2]],
];

const ofTable: readonly Demand[] = table.map(([says, options, positions]) => ({
  says: `give ${says}`,
  proved: async (bench) =>
    deepStrictEqual(await positionsRead(await twelve(bench), options), positions),
}));

/** Where stores are apt to cut their batches. */
const edges = [99, 100, 101, 999, 1000, 1001];

export const reads: readonly Demand[] = [
  ...ofTable,
  {
    says: "give each commit of either of two items once, in order",
    proved: async (bench) => {
      const store = await twelve(bench);
      const two = [about(["branch:b1"]), about(["year:2012"])];
      const query = { items: two.flatMap((one) => (one === "all" ? [] : one.items)) };
      deepStrictEqual(await positionsRead(store, { query }), [1, 3, 5, 6, 7, 9, 11, 12]);
    },
  },
  {
    says: "give a reversal with what it reverses",
    proved: async (bench) => {
      const store = await bench.ledger();
      const original = fact("Noted", ["branch:b1"]);
      await appendedAll(store, [
        entry("c1", [original]),
        entry("c2", [fact("Other", ["branch:b1"])]),
        entry("c3", [reversal(original, "1.0")]),
      ]);
      const query = about(["branch:b1"], ["Noted"]);
      deepStrictEqual(await positionsRead(store, { query }), [1, 3]);
    },
  },
  {
    says: "give the whole commit where one of its events matches",
    proved: async (bench) => {
      const store = await bench.ledger();
      const events = [fact("Other", []), fact("Noted", ["branch:b1"]), fact("Other", [])];
      await appendedAll(store, [entry("c1", events)]);
      const [stored] = await readAll(store, { query: b1 });
      deepStrictEqual(stored?.commit.events, events);
    },
  },
  {
    says: "give the same at every size of batch, forward and backward",
    proved: async (bench) => {
      const store = await bench.ledger();
      await appendedAll(store, entries(1002));
      for (const limit of edges) {
        deepStrictEqual(await positionsRead(store, { limit }), span(1, limit));
        deepStrictEqual(
          await positionsRead(store, { after: 1002 - limit }),
          span(1003 - limit, 1002),
        );
        const back = { limit, backwards: true };
        deepStrictEqual(await positionsRead(store, back), span(1003 - limit, 1002).toReversed());
        deepStrictEqual(await positionsRead(store, { limit, query: b1 }), span(1, limit));
      }
    },
  },
  {
    says: "give no empty batch",
    proved: async (bench) => {
      const store = await twelve(bench);
      for (const options of [{}, { query: b1 }, { backwards: true }, { after: 12 }]) {
        for await (const batch of store.read(options)) ok(batch.length > 0);
      }
    },
  },
  {
    says: "may be left in the middle, and the ledger goes on",
    proved: async (bench) => {
      const store = await bench.ledger();
      await appendedAll(store, entries(300));
      for await (const [first] of store.read()) {
        strictEqual(first?.commit.position, 1);
        break;
      }
      await store.append(entry("later"), anyway, newYear);
      deepStrictEqual(await positionsRead(store, { after: 300 }), [301]);
    },
  },
  {
    says: "may run side by side",
    proved: async (bench) => {
      const store = await twelve(bench);
      const all = await Promise.all(
        span(1, 8).map((number) => positionsRead(store, { backwards: number % 2 === 0 })),
      );
      for (const [index, positions] of all.entries()) {
        deepStrictEqual(positions, index % 2 === 1 ? span(1, 12).toReversed() : span(1, 12));
      }
    },
  },
  {
    says: "see all that stood when they began, without gap or repetition, while appends go on",
    proved: async (bench) => {
      const store = await bench.ledger();
      await appendedAll(store, entries(500));
      const writer = await bench.again(store);
      let written = 500;
      let isDone = false;
      const writing = (async () => {
        while (!isDone && written < 800) {
          written += 1;
          await writer.append(entry(`w${written}`), anyway, newYear);
        }
      })();
      for (const query of ["all", b1] as const) {
        const positions = await positionsRead(store, { query });
        ok(positions.length >= 500);
        deepStrictEqual(positions, span(1, positions.length));
      }
      isDone = true;
      await writing;
      deepStrictEqual(await positionsRead(store), span(1, written));
    },
  },
  {
    says: "see the same backward, while the ledger grows between their batches",
    proved: async (bench) => {
      const store = await bench.ledger();
      await lengthened(store, 2500);
      for (const query of ["all", b1] as const) {
        const { position: head } = await store.head();
        ok(head >= 2500);
        const found: number[] = [];
        for await (const batch of store.read({ query, backwards: true })) {
          found.push(...batch.map(({ commit }) => commit.position));
          await appended(store, entry(`behind-${(await store.head()).position}`));
        }
        deepStrictEqual(found, span(1, head).toReversed());
      }
    },
  },
  {
    says: "are of the records that lines give, where a store gives them",
    proved: async (bench) => {
      const store = await bench.ledger();
      const records = await lengthened(store, 300);
      const texts = records.map(({ text }) => `${text}\n`);
      for (const [first, last] of [
        [0, 300],
        [0, 1],
        [7, 300],
        [7, 8],
        [120, 290],
        [300, 300],
      ] as const) {
        const read = await readAll(store, { after: first, limit: last - first });
        strictEqual(
          read.map(({ text }) => `${text}\n`).join(""),
          texts.slice(first, last).join(""),
        );
        const head = first === 0 ? beginOf(store) : headOf(records[first - 1] as StoredCommit);
        const given = await linesBehind(store, head, last);
        if (given !== undefined) strictEqual(given, texts.slice(first, last).join(""));
      }
    },
  },
  {
    says: "may append to the ledger that they read",
    proved: async (bench) => {
      const store = await bench.ledger();
      await appendedAll(store, entries(5));
      for await (const batch of store.read({ limit: 5 })) {
        for (const { commit } of batch) {
          await store.append(entry(`of-${commit.position}`), anyway, newYear);
        }
      }
      deepStrictEqual(await positionsRead(store), span(1, 10));
    },
  },
  {
    says: "see what was appended before, at once, also by another handle",
    proved: async (bench) => {
      const store = await bench.ledger();
      const other = await bench.again(store);
      for (const draft of entries(20)) {
        await appended(store, draft);
        strictEqual((await other.head()).position, (await store.head()).position);
        const { position } = await store.head();
        strictEqual((await readAll(other)).length, position);
        deepStrictEqual(await readAll(other), await readAll(store));
      }
    },
  },
];
