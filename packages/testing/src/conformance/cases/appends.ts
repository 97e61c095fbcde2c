import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { commitAfter, commitBytesMax, type EventStore, headOf } from "@tongket/core/log";
import type { Demand } from "../bench.ts";
import {
  anyway,
  appended,
  appendedAll,
  at,
  changesNothing,
  entries,
  entry,
  fact,
  newYear,
  readAll,
  span,
} from "../entries.ts";

/** A draft whose commit, as the first of its ledger, is of so many bytes, or of a few less. */
const draftOfBytes = async (store: EventStore, bytes: number, letter = "x") => {
  const draft = (count: number) => entry("c1", [fact("Noted", [], { text: letter.repeat(count) })]);
  const bare = Buffer.byteLength(commitAfter(await store.head(), draft(0), newYear).text);
  return draft(Math.floor((bytes - bare) / Buffer.byteLength(letter)));
};

export const appends: readonly Demand[] = [
  {
    says: "number commits 1, 2, 3 … without a gap",
    proved: async (bench) => {
      const stored = await appendedAll(await bench.ledger(), entries(12));
      deepStrictEqual(
        stored.map(({ commit }) => commit.position),
        span(1, 12),
      );
    },
  },
  {
    says: "chain each commit to the one before",
    proved: async (bench) => {
      const store = await bench.ledger();
      const stored = await appendedAll(store, entries(5));
      const hashes = [store.headerHash, ...stored.map(({ hash }) => hash)];
      deepStrictEqual(
        stored.map(({ commit }) => commit.prev),
        hashes.slice(0, -1),
      );
    },
  },
  {
    says: "move the head to what was appended",
    proved: async (bench) => {
      const store = await bench.ledger();
      for (const draft of entries(3)) {
        deepStrictEqual(headOf(await appended(store, draft)), await store.head());
      }
    },
  },
  {
    says: "give what a reading gives later, byte by byte",
    proved: async (bench) => {
      const store = await bench.ledger();
      const stored = await appendedAll(store, entries(4));
      deepStrictEqual(await readAll(store), stored);
    },
  },
  {
    says: "give what another handle reads after a restart",
    proved: async (bench) => {
      const store = await bench.ledger();
      const stored = await appendedAll(store, entries(4));
      deepStrictEqual(await readAll(await bench.reopened(store)), stored);
    },
  },
  {
    says: "go on after a restart where they were",
    proved: async (bench) => {
      const store = await bench.ledger();
      const last = (await appendedAll(store, entries(3))).at(-1);
      const { commit } = await appended(await bench.reopened(store), entry("c4"));
      deepStrictEqual([commit.position, commit.prev], [4, last?.hash]);
    },
  },
  {
    says: "keep the events of a commit together and in order",
    proved: async (bench) => {
      const store = await bench.ledger();
      const events = span(1, 50).map((number) => fact("Noted", [], { number }));
      await appended(store, entry("c1", events));
      const [stored, ...others] = await readAll(store);
      deepStrictEqual([stored?.commit.events, others], [events, []]);
    },
  },
  {
    says: "keep actor, command hash, note, further ids and the place an event takes",
    proved: async (bench) => {
      const store = await bench.ledger();
      const events = [{ ...fact(), inPlaceOf: "2.0/9.1" }];
      const part = { actor: "an", note: "Biên bản số 5", furtherIds: ["c2", "c3"] };
      const draft = entry("c1", events, { ...part, commandHash: "f".repeat(64) });
      await appended(store, draft, at(5));
      const [{ commit } = { commit: undefined }] = await readAll(store);
      const place = { position: 1, prev: store.headerHash, recordedAt: at(5) };
      deepStrictEqual(commit, { ...draft, ...place });
    },
  },
  {
    says: "are recorded at the time they are told",
    proved: async (bench) => {
      const store = await bench.ledger();
      strictEqual((await appended(store, entry("c1"), at(7))).commit.recordedAt, at(7));
    },
  },
  {
    says: "are recorded no earlier than the ledger was made",
    proved: async (bench) => {
      const store = await bench.ledger();
      strictEqual((await appended(store, entry("c1"), at(-60))).commit.recordedAt, newYear);
    },
  },
  {
    says: "are recorded in rising time also where the clock steps back",
    proved: async (bench) => {
      const store = await bench.ledger();
      const times = [];
      for (const [index, seconds] of [10, 4, 12, 11].entries()) {
        const { commit } = await appended(store, entry(`c${index}`), at(seconds));
        times.push(commit.recordedAt);
      }
      deepStrictEqual(times, [at(10), at(10), at(12), at(12)]);
    },
  },
  {
    says: "are recorded in rising time where another handle's clock is behind",
    proved: async (bench) => {
      const store = await bench.ledger();
      await appended(store, entry("c1"), at(10));
      const other = await bench.again(store);
      strictEqual((await appended(other, entry("c2"), at(3))).commit.recordedAt, at(10));
    },
  },
  {
    says: "take a commit of 5,000 events",
    proved: async (bench) => {
      const store = await bench.ledger();
      await appended(
        store,
        entry(
          "c1",
          span(1, 5000).map(() => fact("Noted", ["a:1"])),
        ),
      );
      strictEqual((await readAll(store))[0]?.commit.events.length, 5000);
    },
  },
  {
    says: "take a commit of the largest size that is lawful",
    proved: async (bench) => {
      const store = await bench.ledger();
      const stored = await appended(store, await draftOfBytes(store, commitBytesMax));
      strictEqual(Buffer.byteLength(stored.text), commitBytesMax);
      deepStrictEqual(await readAll(await bench.again(store)), [stored]);
    },
  },
  {
    says: "take the largest size in letters of three bytes each",
    proved: async (bench) => {
      const store = await bench.ledger();
      const stored = await appended(store, await draftOfBytes(store, commitBytesMax, "ộ"));
      ok(Buffer.byteLength(stored.text) > commitBytesMax - 3);
      deepStrictEqual(await readAll(await bench.again(store)), [stored]);
    },
  },
  {
    says: "refuse a commit of one byte more than is lawful, and change nothing",
    proved: async (bench) => {
      const store = await bench.ledger();
      const draft = await draftOfBytes(store, commitBytesMax + 1);
      await changesNothing(store, () => store.append(draft, anyway, newYear));
      await appended(store, entry("c1"));
    },
  },
  {
    says: "refuse a commit without an event, and change nothing",
    proved: async (bench) => {
      const store = await bench.ledger();
      await changesNothing(store, () => store.append(entry("c1", []), anyway, newYear));
    },
  },
  {
    says: "that are asked for at once by one handle all stand, without a gap",
    proved: async (bench) => {
      const store = await bench.ledger();
      const results = await Promise.all(
        entries(30).map((draft) => store.append(draft, anyway, newYear)),
      );
      deepStrictEqual(new Set(results.map(({ append }) => append)), new Set(["Appended"]));
      deepStrictEqual(
        (await readAll(store)).map(({ commit }) => commit.position),
        span(1, 30),
      );
    },
  },
];
