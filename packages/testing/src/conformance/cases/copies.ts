import { deepStrictEqual, strictEqual } from "node:assert/strict";
import {
  commitAfter,
  type EventStore,
  headOf,
  inMemoryStore,
  type LedgerFaultName,
  type StoredCommit,
} from "@tongket/core/log";
import type { Bench, Demand } from "../bench.ts";
import {
  about,
  anyway,
  appended,
  appendedAll,
  at,
  changesNothing,
  entries,
  entry,
  fact,
  newYear,
  ontoHead,
  readAll,
  recordsBehind,
  rejectsWith,
} from "../entries.ts";

const copied = async (bench: Bench, count = 5) => {
  const store = await bench.ledger();
  const records = await recordsBehind(store, count);
  const texts = records.map(({ text }) => text);
  return { store, records, texts };
};

/** A copy of texts that must be refused. */
const isRefused = async (
  bench: Bench,
  fault: LedgerFaultName,
  change: (texts: readonly string[]) => readonly string[],
): Promise<void> => {
  const { store, texts } = await copied(bench);
  const onto = await ontoHead(store);
  await changesNothing(store, () => store.appendVerbatim(change(texts), onto));
  await rejectsWith(fault, store.appendVerbatim(change(texts), onto));
};

/** What foreign records may say where ids and tags have to stand. */
const oddTexts = [
  "",
  "\x1e",
  "\x1e0.",
  "0.",
  "a\x1eb",
  "{a,b}",
  'a"b',
  "a\\b",
  "NULL",
  "a\nb",
  "7",
  "đảng bộ",
];

/**
 * Records of these ids, each with a type and a tag of the same letters. The empty one has no other
 * word, since a lone empty text is easily lost; all others share a tag.
 */
const oddRecords = async (store: EventStore): Promise<readonly StoredCommit[]> => {
  let head = await store.head();
  return oddTexts.map((text) => {
    const tags = text === "" ? [text] : [text, "odd"];
    const stored = commitAfter(head, entry(text, [fact(text, tags)]), newYear);
    head = headOf(stored);
    return stored;
  });
};

export const copies: readonly Demand[] = [
  {
    says: "stand byte by byte, and give the new head",
    proved: async (bench) => {
      const { store, records, texts } = await copied(bench);
      const head = await store.appendVerbatim(texts, await ontoHead(store));
      deepStrictEqual(head, headOf(records.at(-1) as StoredCommit));
      deepStrictEqual(await store.head(), head);
      deepStrictEqual(await readAll(await bench.reopened(store)), records);
    },
  },
  {
    says: "keep the times of their records",
    proved: async (bench) => {
      const { store, texts } = await copied(bench);
      await store.appendVerbatim(texts, await ontoHead(store));
      const times = (await readAll(store)).map(({ commit }) => commit.recordedAt);
      deepStrictEqual(times, [at(0), at(1), at(2), at(3), at(4)]);
    },
  },
  {
    says: "go on where an earlier one ended",
    proved: async (bench) => {
      const { store, records, texts } = await copied(bench);
      await store.appendVerbatim(texts.slice(0, 2), await ontoHead(store));
      await store.appendVerbatim(texts.slice(2), await ontoHead(store));
      deepStrictEqual(await readAll(store), records);
    },
  },
  {
    says: "of no record change nothing",
    proved: async (bench) => {
      const store = await bench.ledger();
      await appended(store, entry("c1"));
      const head = await store.head();
      deepStrictEqual(await store.appendVerbatim([], await ontoHead(store)), head);
    },
  },
  {
    says: "make their command ids known, and their events found",
    proved: async (bench) => {
      const { store, records, texts } = await copied(bench);
      await store.appendVerbatim(texts, await ontoHead(store));
      const known = await store.append(entry("c3", [fact("Other")]), anyway, newYear);
      deepStrictEqual(known, { append: "CommandKnown", stored: records[2] });
      const condition = { failIfMatch: about(["branch:b1"]), after: 0 };
      const result = await store.append(entry("c9"), condition, newYear);
      deepStrictEqual(result, { append: "Conflict", position: 1 });
    },
  },
  {
    says: "are found by ids and tags of any letters, one by one and many at once",
    proved: async (bench) => {
      for (const size of [1, oddTexts.length]) {
        const store = await bench.ledger();
        const records = await oddRecords(store);
        for (let from = 0; from < records.length; from += size) {
          const texts = records.slice(from, from + size).map(({ text }) => text);
          await store.appendVerbatim(texts, await ontoHead(store));
        }
        for (const [index, text] of oddTexts.entries()) {
          deepStrictEqual(await store.find(text), records[index]);
          deepStrictEqual(await readAll(store, { query: about([text]) }), [records[index]]);
        }
        deepStrictEqual(await readAll(store, { query: about(["odd"]) }), records.slice(1));
      }
    },
  },
  {
    says: "are appended behind, in rising time",
    proved: async (bench) => {
      const { store, texts } = await copied(bench);
      await store.appendVerbatim(texts, await ontoHead(store));
      const { commit } = await appended(store, entry("c9"), newYear);
      deepStrictEqual([commit.position, commit.recordedAt], [6, at(4)]);
    },
  },
  {
    says: "are refused onto a position that is not the head",
    proved: async (bench) => {
      const { store, texts } = await copied(bench);
      const onto = await ontoHead(store);
      await appended(store, entry("other"));
      await changesNothing(store, () => store.appendVerbatim(texts, onto));
      await rejectsWith("UnequalPrefix", store.appendVerbatim(texts, onto));
    },
  },
  {
    says: "are refused onto another hash than the head's",
    proved: async (bench) => {
      const { store, texts } = await copied(bench);
      const onto = { after: 0, prev: "0".repeat(64) };
      await changesNothing(store, () => store.appendVerbatim(texts, onto));
      await rejectsWith("UnequalPrefix", store.appendVerbatim(texts, onto));
    },
  },
  {
    says: "are refused whole where one letter was changed",
    proved: async (bench) =>
      isRefused(bench, "BrokenRecord", (texts) =>
        texts.map((one) => one.replace('"number":3', '"number":4')),
      ),
  },
  {
    says: "are refused whole where a record is left out",
    proved: async (bench) =>
      isRefused(bench, "BrokenChain", (texts) => texts.filter((_, index) => index !== 2)),
  },
  {
    says: "are refused whole where records are out of order",
    proved: async (bench) => isRefused(bench, "BrokenChain", (texts) => texts.toReversed()),
  },
  {
    says: "are refused whole where a record is none",
    proved: async (bench) => isRefused(bench, "BrokenRecord", (texts) => [...texts, "{}"]),
  },
  {
    says: "are refused whole where a record has no events that can be read",
    proved: async (bench) => {
      const { store, records, texts } = await copied(bench);
      const head = headOf(records.at(-1) as StoredCommit);
      const draft = { ...entry("last"), events: null as never };
      const { text: unreadable } = commitAfter(head, draft, newYear);
      const onto = await ontoHead(store);
      await changesNothing(store, () => store.appendVerbatim([...texts, unreadable], onto));
      await rejectsWith("RecordUnreadable", store.appendVerbatim([...texts, unreadable], onto));
    },
  },
  {
    says: "are found where ids alone, or tags alone, have letters of another kind",
    proved: async (bench) => {
      for (const [id, tag] of [
        ["a\x1eb", "plain"],
        ["plain", "a\x1eb"],
      ] as const) {
        const store = await bench.ledger();
        const head = await store.head();
        const first = commitAfter(head, entry(id, [fact("Noted", [tag])]), newYear);
        const next = commitAfter(headOf(first), entry("other", [fact("Noted", [tag])]), newYear);
        await store.appendVerbatim([first.text, next.text], await ontoHead(store));
        deepStrictEqual(await store.find(id), first);
        deepStrictEqual(await readAll(store, { query: about([tag]) }), [first, next]);
      }
    },
  },
  {
    says: "are refused whole where a tag is no text",
    proved: async (bench) => {
      const store = await bench.ledger();
      const head = await store.head();
      const first = commitAfter(head, entry("c1", [fact("Noted", [0] as never)]), newYear);
      const next = commitAfter(headOf(first), entry("c2", [fact("Other", [])]), newYear);
      const texts = [first.text, next.text];
      const onto = await ontoHead(store);
      await changesNothing(store, () => store.appendVerbatim(texts, onto));
      await rejectsWith("RecordUnreadable", store.appendVerbatim(texts, onto));
    },
  },
  {
    says: "are refused whole for a record that is none, whatever stands before it",
    proved: async (bench) => {
      const store = await bench.ledger();
      const onto = await ontoHead(store);
      let head = await store.head();
      const twice = ["c1", "c1"].map((id) => {
        const stored = commitAfter(head, entry(id), newYear);
        head = headOf(stored);
        return stored.text;
      });
      await changesNothing(store, () => store.appendVerbatim([...twice, "{}"], onto));
      await rejectsWith("BrokenRecord", store.appendVerbatim([...twice, "{}"], onto));
    },
  },
  {
    says: "are refused of another ledger's records",
    proved: async (bench) => {
      const { texts } = await copied(bench);
      const store = await bench.ledger();
      const onto = await ontoHead(store);
      await changesNothing(store, () => store.appendVerbatim(texts, onto));
    },
  },
  {
    says: "made twice at once stand once",
    proved: async (bench) => {
      const { store, records, texts } = await copied(bench);
      const onto = await ontoHead(store);
      const other = await bench.again(store);
      const tries = await Promise.allSettled([
        store.appendVerbatim(texts, onto),
        other.appendVerbatim(texts, onto),
      ]);
      strictEqual(tries.filter(({ status }) => status === "fulfilled").length, 1);
      deepStrictEqual(await readAll(store), records);
    },
  },
  {
    says: "of a whole ledger into memory are the same ledger",
    proved: async (bench) => {
      const from = await bench.ledger();
      const stored = await appendedAll(from, entries(20));
      const to = inMemoryStore(from.header);
      const onto = { after: 0, prev: to.headerHash };
      deepStrictEqual(
        await to.appendVerbatim(
          stored.map(({ text }) => text),
          onto,
        ),
        await from.head(),
      );
      deepStrictEqual(await readAll(to), stored);
    },
  },
];
