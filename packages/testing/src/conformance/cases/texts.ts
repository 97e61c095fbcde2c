import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { commitAfter, hashOfText } from "@tongket/core/log";
import type { Demand } from "../bench.ts";
import {
  anyway,
  appended,
  changesNothing,
  entry,
  fact,
  newYear,
  readAll,
  span,
} from "../entries.ts";

const texts: readonly (readonly [says: string, data: unknown])[] = [
  ["U+0000, which is escaped", { text: "a\u0000b" }],
  ["every control character", { text: String.fromCharCode(...span(0, 31)) }],
  ["quotation marks, backslashes and slashes", { text: '"\\/\\u0041\\"' }],
  ["line breaks of every kind", { text: "a\nb\rc\r\nd\u0085e\u2028f\u2029g" }],
  ["Vietnamese letters", { text: "Đảng bộ tỉnh, chi bộ; ƯỜNG ộ ỹ ạ" }],
  ["letters that are not composed", { text: "Đảng bộ".normalize("NFD") }],
  ["emoji and other letters beyond the basic plane", { text: "👩‍👩‍👧‍👦🇻🇳𝒳𠮷" }],
  ["marks that turn the direction of writing", { text: "a\u202eb\u200fc\ufeffd" }],
  ["non-characters", { text: "\uffff\ufffe\ufdd0" }],
  ["an empty text and an empty key", { text: "", "": "" }],
  ["minus zero, which is zero", { number: -0 }],
  ["1e21 and other numbers that are written with an exponent", { numbers: [1e21, 1e-7, 5e-324] }],
  ["numbers at the edge of exactness", { numbers: [2 ** 53 - 1, 2 ** 53, 0.1 + 0.2, 1e300] }],
  ["true, false and null", { values: [true, false, null] }],
  ["keys in no order, which are sorted", { b: 1, a: 2, Z: 3, "10": 4, "9": 5, é: 6 }],
  ["keys that differ in case only", { a: 1, A: 2 }],
  ["keys that objects have of themselves", JSON.parse('{"__proto__":1,"constructor":2}')],
  ["lists in lists", { list: [[], [[1]], [[], [2, [3]]]] }],
  ["objects a hundred levels deep", span(1, 100).reduce<unknown>((inner) => ({ inner }), {})],
  ["a text that looks like a hash member", { text: `","hash":"${"0".repeat(64)}"}` }],
  ["a text of 100,000 characters", { text: "Chi bộ. ".repeat(12_500) }],
  ["a text that looks like SQL", { text: "'; DROP TABLE record; --", more: "$1 ? :a @b %s" }],
];

/** What a record's text says, by the platform's own reading of it. */
const commitIn = (text: string): unknown => {
  const { hash: _, ...commit } = JSON.parse(text);
  return commit;
};

export const recordTexts: readonly Demand[] = [
  ...texts.map(
    ([says, data]): Demand => ({
      says: `keep ${says}`,
      proved: async (bench) => {
        const store = await bench.ledger();
        const draft = entry("c1", [fact("Noted", ["branch:b1"], data)]);
        const expected = commitAfter(await store.head(), draft, newYear);
        const stored = await appended(store, draft);
        deepStrictEqual([stored.text, stored.hash], [expected.text, expected.hash]);
        const [read, ...others] = await readAll(await bench.reopened(store));
        deepStrictEqual([read?.text, read?.hash, others], [expected.text, expected.hash, []]);
        strictEqual(hashOfText(expected.text), expected.hash);
        deepStrictEqual(read?.commit, stored.commit);
        deepStrictEqual(read?.commit, commitIn(expected.text));
      },
    }),
  ),
  {
    says: "refuse a lone surrogate, and change nothing",
    proved: async (bench) => {
      const store = await bench.ledger();
      for (const text of ["\ud800", "a\udc00b"]) {
        const draft = entry("c1", [fact("Noted", [], { text })]);
        await changesNothing(store, () => store.append(draft, anyway, newYear));
      }
    },
  },
  {
    says: "refuse a number that is none, and change nothing",
    proved: async (bench) => {
      const store = await bench.ledger();
      for (const number of [Number.NaN, Number.POSITIVE_INFINITY]) {
        const draft = entry("c1", [fact("Noted", [], { number })]);
        await changesNothing(store, () => store.append(draft, anyway, newYear));
      }
    },
  },
  {
    says: "keep an event of a thousand tags, and find it by the last",
    proved: async (bench) => {
      const store = await bench.ledger();
      const tags = span(1, 1000).map((number) => `person:m${number}`);
      const stored = await appended(store, entry("c1", [fact("Noted", tags)]));
      const query = { items: [{ tags: ["person:m1000"], types: [] }] } as never;
      deepStrictEqual(await readAll(store, { query }), [stored]);
    },
  },
  {
    says: "keep tags of the longest, and tell them apart by case and by their ends",
    proved: async (bench) => {
      const store = await bench.ledger();
      const long = `branch:${"b".repeat(120)}`;
      await appended(store, entry("c1", [fact("Noted", [`${long}1`])]));
      await appended(store, entry("c2", [fact("Noted", [`${long}2`, "branch:B1"])]));
      const found = async (tag: string) => {
        const query = { items: [{ tags: [tag], types: [] }] } as never;
        return (await readAll(store, { query })).map(({ commit }) => commit.position);
      };
      deepStrictEqual(await found(`${long}1`), [1]);
      deepStrictEqual(await found(`${long}2`), [2]);
      deepStrictEqual(await found("branch:b1"), []);
      deepStrictEqual(await found("branch:%"), []);
      ok((await found(long)).length === 0);
    },
  },
];
