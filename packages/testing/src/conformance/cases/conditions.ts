import { deepStrictEqual } from "node:assert/strict";
import { nothing, type Query } from "@tongket/core/log";
import type { Bench, Demand } from "../bench.ts";
import {
  about,
  appended,
  changesNothing,
  entry,
  fact,
  newYear,
  rejectsWith,
  reversal,
} from "../entries.ts";

interface Form {
  readonly says: string;
  readonly query: Query;
  /** Commits of these events match it, each alone. */
  readonly met: readonly (readonly ReturnType<typeof fact>[])[];
  /** And none of these. */
  readonly missed: readonly (readonly ReturnType<typeof fact>[])[];
}

const both = ["branch:b1", "year:2012"];
const forms: readonly Form[] = [
  { says: "of nothing", query: nothing, met: [], missed: [[fact()], [fact("Noted", both)]] },
  { says: "of the whole ledger", query: "all", met: [[fact()], [fact("Other", [])]], missed: [] },
  {
    says: "of a tag",
    query: about(["branch:b1"]),
    met: [[fact("Noted", ["branch:b1"])], [fact("Other", both)]],
    missed: [[fact("Noted", ["branch:b2"])], [fact("Noted", ["branch:b11"])], [fact("Noted", [])]],
  },
  {
    says: "of two tags",
    query: about(both),
    met: [[fact("Noted", both)], [fact("Other", [...both, "person:m1"])]],
    missed: [
      [fact("Noted", ["branch:b1"])],
      [fact("Noted", ["year:2012"])],
      // The tags of two events of one commit do not add up.
      [fact("Noted", ["branch:b1"]), fact("Noted", ["year:2012"])],
    ],
  },
  {
    says: "of either of two types",
    query: about([], ["Noted", "Seen"]),
    met: [[fact("Noted", [])], [fact("Seen", both)], [fact("Other", []), fact("Seen", [])]],
    missed: [[fact("Other", both)], [fact("Note", both)]],
  },
  {
    says: "of a tag and a type",
    query: about(["branch:b1"], ["Noted"]),
    met: [[fact("Noted", both)]],
    missed: [
      [fact("Other", both)],
      [fact("Noted", ["branch:b2"])],
      [fact("Other", ["branch:b1"]), fact("Noted", ["branch:b2"])],
    ],
  },
  {
    says: "of either of two items",
    query: {
      items: [...items(["branch:b1"], ["Noted"]), ...items(["person:m1"], [])],
    },
    met: [[fact("Noted", ["branch:b1"])], [fact("Other", ["person:m1"])]],
    missed: [[fact("Other", ["branch:b1"])], [fact("Noted", ["branch:b2"])]],
  },
  {
    says: "of a tag, a type and a year",
    query: about(["branch:b1"], ["Noted"], { year: 2011 }),
    met: [
      [fact("Noted", both, {}, "2011-12-31")],
      [fact("Noted", both, { year: 2011 })],
      [reversal(fact("Noted", both, { decidedOn: "2011-03-02" }), "1.0")],
    ],
    missed: [
      [fact("Noted", both)],
      [fact("Noted", both, { year: 2012, count: 2011 })],
      [fact("Noted", ["branch:b2"], { year: 2011 })],
      [fact("Noted", both), fact("Other", both, { year: 2011 })],
    ],
  },
  {
    says: "of a type, by the reversal of such an event",
    query: about([], ["Noted"]),
    met: [[reversal(fact("Noted", []), "1.0")]],
    missed: [[reversal(fact("Other", []), "1.0")]],
  },
  {
    says: "of a tag and a type, by the reversal of such an event",
    query: about(["branch:b1"], ["Noted"]),
    met: [[reversal(fact("Noted", both), "1.0")]],
    missed: [[reversal(fact("Noted", ["branch:b2"]), "1.0")]],
  },
  {
    says: "of reversals, by a reversal of anything",
    query: about([], ["EventReversed"]),
    met: [[reversal(fact("Other", []), "1.0")]],
    missed: [[fact("Other", [])]],
  },
];

function items(tags: readonly string[], types: readonly string[]) {
  const query = about(tags, types);
  return query === "all" ? [] : query.items;
}

const other = fact("Unrelated", ["elsewhere:1"]);

/** A ledger with an unrelated commit before and behind. */
const ledgerOf = async (bench: Bench, events: readonly ReturnType<typeof fact>[]) => {
  const store = await bench.ledger();
  await appended(store, entry("before", [other]));
  await appended(store, entry("asked", events));
  await appended(store, entry("behind", [other]));
  return store;
};

const ofForm = ({ says, query, met, missed }: Form): readonly Demand[] => [
  {
    says: `${says} holds in an empty ledger`,
    proved: async (bench) => {
      const store = await bench.ledger();
      const result = await store.append(entry("c1"), { failIfMatch: query, after: 0 }, newYear);
      deepStrictEqual(result.append, "Appended");
    },
  },
  ...(missed.length === 0
    ? []
    : [
        {
          says: `${says} holds where nothing matches`,
          proved: async (bench: Bench) => {
            for (const events of missed) {
              const store = await ledgerOf(bench, events);
              const condition = { failIfMatch: query, after: 1 };
              const { append } = await store.append(entry("c1"), condition, newYear);
              deepStrictEqual(append, "Appended", JSON.stringify(events));
            }
          },
        },
      ]),
  ...(met.length === 0
    ? []
    : [
        {
          says: `${says} fails where a match stands, which it names, and changes nothing`,
          proved: async (bench: Bench) => {
            for (const events of met) {
              const store = await ledgerOf(bench, events);
              const head = await store.head();
              const condition = { failIfMatch: query, after: 1 };
              const result = await store.append(entry("c1"), condition, newYear);
              deepStrictEqual(result, { append: "Conflict", position: 2 });
              deepStrictEqual(await store.head(), head);
            }
          },
        },
        {
          says: `${says} holds where the match stands at the position or before`,
          proved: async (bench: Bench) => {
            for (const events of met) {
              const store = await ledgerOf(bench, events);
              const after = query === "all" ? 3 : 2;
              const condition = { failIfMatch: query, after };
              const { append } = await store.append(entry("c1"), condition, newYear);
              deepStrictEqual(append, "Appended");
            }
          },
        },
      ]),
];

export const conditions: readonly Demand[] = [
  ...forms.flatMap(ofForm),
  {
    says: "names the first match behind the position, of several",
    proved: async (bench) => {
      const store = await bench.ledger();
      for (const id of ["c1", "c2", "c3", "c4"]) await appended(store, entry(id));
      const condition = { failIfMatch: about(["branch:b1"]), after: 1 };
      const result = await store.append(entry("c5"), condition, newYear);
      deepStrictEqual(result, { append: "Conflict", position: 2 });
    },
  },
  {
    says: "behind the head is refused, and changes nothing",
    proved: async (bench) => {
      const store = await bench.ledger();
      await appended(store, entry("c1"));
      const condition = { failIfMatch: nothing, after: 2 };
      await changesNothing(store, () => store.append(entry("c2"), condition, newYear));
      await rejectsWith("PositionBeyondHead", store.append(entry("c2"), condition, newYear));
    },
  },
  {
    says: "sees what another handle appended",
    proved: async (bench) => {
      const store = await bench.ledger();
      await appended(await bench.again(store), entry("c1"));
      const condition = { failIfMatch: about(["branch:b1"]), after: 0 };
      const result = await store.append(entry("c2"), condition, newYear);
      deepStrictEqual(result, { append: "Conflict", position: 1 });
    },
  },
  {
    says: "sees what stood before a restart",
    proved: async (bench) => {
      const store = await bench.ledger();
      await appended(store, entry("c1"));
      const condition = { failIfMatch: about(["branch:b1"], ["Noted"]), after: 0 };
      const result = await (await bench.reopened(store)).append(entry("c2"), condition, newYear);
      deepStrictEqual(result, { append: "Conflict", position: 1 });
    },
  },
  {
    says: "of two thousand subjects is judged as one",
    proved: async (bench) => {
      const store = await bench.ledger();
      const tags = Array.from({ length: 2000 }, (_, index) => `person:m${index}`);
      const query: Query = { items: tags.flatMap((tag) => items([tag], [])) };
      await appended(store, entry("c1", [fact("Noted", ["person:m1999"])]));
      const missed = { failIfMatch: { items: query.items.slice(0, 1999) }, after: 0 };
      deepStrictEqual((await store.append(entry("c2"), missed, newYear)).append, "Appended");
      const met = await store.append(entry("c3"), { failIfMatch: query, after: 0 }, newYear);
      deepStrictEqual(met, { append: "Conflict", position: 1 });
    },
  },
];
