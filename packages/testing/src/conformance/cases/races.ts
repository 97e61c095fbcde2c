import { deepStrictEqual, strictEqual } from "node:assert/strict";
import type { AppendResult, EventStore, Query } from "@tongket/core/log";
import type { Bench, Demand } from "../bench.ts";
import { about, anyway, appended, entry, fact, newYear, readAll, span } from "../entries.ts";

const racers = 30;

/** Handles of one ledger, dealt out to the racers in turn. */
const handlesOf = async (bench: Bench, store: EventStore): Promise<readonly EventStore[]> => [
  store,
  await bench.again(store),
  await bench.again(store),
];

const race = async (
  bench: Bench,
  store: EventStore,
  run: (handle: EventStore, racer: number) => Promise<AppendResult>,
): Promise<readonly AppendResult[]> => {
  const handles = await handlesOf(bench, store);
  return Promise.all(
    span(0, racers - 1).map((racer) => run(handles[racer % handles.length] as EventStore, racer)),
  );
};

const won = (results: readonly AppendResult[]) =>
  results.flatMap((one) => (one.append === "Appended" ? [one.stored] : []));

const oneWins = (says: string, query: Query): Demand => ({
  says: `have one winner under a condition ${says}, and its true position in each loser's conflict`,
  proved: async (bench) => {
    const store = await bench.ledger();
    await appended(store, entry("before"));
    const results = await race(bench, store, (handle, racer) =>
      handle.append(entry(`c${racer}`), { failIfMatch: query, after: 1 }, newYear),
    );
    const [winner, ...others] = won(results);
    deepStrictEqual(others, []);
    const losers = results.filter(({ append }) => append !== "Appended");
    const conflict = { append: "Conflict", position: winner?.commit.position };
    deepStrictEqual(
      losers,
      Array.from({ length: racers - 1 }, () => conflict),
    );
    deepStrictEqual((await readAll(store)).at(-1), winner);
    strictEqual((await store.head()).position, 2);
  },
});

export const races: readonly Demand[] = [
  oneWins("of a tag", about(["branch:b1"])),
  oneWins("of a type", about([], ["Noted"])),
  oneWins("of a tag and a type", about(["branch:b1"], ["Noted"])),
  oneWins("of the whole ledger", "all"),
  {
    says: "of one command id have one winner, and the others get its commit",
    proved: async (bench) => {
      const store = await bench.ledger();
      const results = await race(bench, store, (handle) =>
        handle.append(entry("c1"), anyway, newYear),
      );
      const [stored, ...others] = won(results);
      deepStrictEqual(others, []);
      const losers = results.filter(({ append }) => append !== "Appended");
      const known = { append: "CommandKnown", stored };
      deepStrictEqual(
        losers,
        Array.from({ length: racers - 1 }, () => known),
      );
    },
  },
  {
    says: "without a condition are all won, at positions without a gap",
    proved: async (bench) => {
      const store = await bench.ledger();
      const results = await race(bench, store, (handle, racer) =>
        handle.append(entry(`c${racer}`), anyway, newYear),
      );
      const positions = won(results).map(({ commit }) => commit.position);
      deepStrictEqual(
        positions.toSorted((a, b) => a - b),
        span(1, racers),
      );
      deepStrictEqual(
        (await readAll(store)).map(({ commit }) => commit.position),
        span(1, racers),
      );
    },
  },
  {
    says: "of two that write what the other reads, one by type and one by tag, have one winner",
    proved: async (bench) => {
      for (const round of span(1, 10)) {
        const store = await bench.ledger();
        const other = await bench.again(store);
        const results = await Promise.all([
          store.append(
            entry(`a${round}`, [fact("Closed", ["year:2012"])]),
            { failIfMatch: about(["branch:b1"]), after: 0 },
            newYear,
          ),
          other.append(
            entry(`b${round}`, [fact("Rated", ["branch:b1"])]),
            { failIfMatch: about([], ["Closed"]), after: 0 },
            newYear,
          ),
        ]);
        strictEqual(won(results).length, 1, `round ${round}`);
      }
    },
  },
  {
    says: "of two commits of 500 events each never interleave their events",
    proved: async (bench) => {
      const store = await bench.ledger();
      const other = await bench.again(store);
      const of = (letter: string) =>
        entry(
          letter,
          span(0, 499).map((number) => fact("Noted", [], { letter, number })),
        );
      const results = await Promise.all([
        store.append(of("a"), anyway, newYear),
        other.append(of("b"), anyway, newYear),
      ]);
      strictEqual(won(results).length, 2);
      for (const { commit } of await readAll(await bench.again(store))) {
        deepStrictEqual(commit.events, of(commit.commandId).events);
      }
    },
  },
  {
    says: "between handles of different clocks keep the time rising",
    proved: async (bench) => {
      const store = await bench.ledger();
      await race(bench, store, (handle, racer) => {
        const clock = `2012-01-0${(racer % 3) + 1}T00:00:00.000Z` as typeof newYear;
        return handle.append(entry(`c${racer}`), anyway, clock);
      });
      const times = (await readAll(store)).map(({ commit }) => commit.recordedAt);
      strictEqual(times.length, racers);
      deepStrictEqual(times, times.toSorted());
    },
  },
];
