import { deserialize, serialize } from "node:v8";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { BranchId } from "./ids.ts";
import { type ManyAmounts, Subjects } from "./many-amounts.ts";
import { packTally, unpackTally } from "./packed-tally.ts";
import { emptyTally, equalTallies, postInto, subjectsMany, type Tally } from "./tally.ts";

type Posting = readonly [branch: string, year: number, measure: string, amount: number, of: string];

const tallyOf = (postings: readonly Posting[], subjects?: Subjects): Tally => {
  const tally = emptyTally(subjects);
  const post = postInto(tally);
  for (const [branch, year, measure, amount, of] of postings) {
    post(branch as BranchId, year, measure, amount, of === "" ? undefined : of);
  }
  return tally;
};
const posting = fc.tuple(
  fc.constantFrom("c1", "c2", "__proto__", "2012"),
  fc.constantFrom(2011, 2012, -1),
  fc.constantFrom("meetings", "trained", "2012"),
  fc.oneof(fc.integer({ min: -3, max: 3 }), fc.maxSafeInteger()),
  fc.constantFrom("", "p1", "p2", "c1", "2012"),
);
/** Any nesting of Maps, with the order of each. */
const listed = (value: unknown): unknown =>
  value instanceof Map ? [...value].map(([key, inner]) => [key, listed(inner)]) : value;

test("any tally comes back as it was, each Map in its order, also from where it was kept", () => {
  fc.assert(
    fc.property(fc.array(posting), (postings) => {
      const tally = tallyOf(postings);
      const kept = deserialize(serialize(packTally(tally)));
      const { counts, subjects } = unpackTally(kept);
      expect(listed(counts)).toEqual(listed(tally.counts));
      expect(listed(subjects)).toEqual(listed(tally.subjects));
    }),
    { numRuns: 500 },
  );
});

test("accounts of many subjects come back in their places, and share the subjects again", () => {
  const many = Array.from({ length: 100 }, (_, at) => `p${at}`);
  const tally = tallyOf(
    [
      ["c1", 2012, "meetings", 3, ""],
      ["c1", 2012, "sent", 1, "c2"],
      ...many.map((of, at): Posting => ["c1", 2012, "trained", at + 1, of]),
      ["c1", 2012, "met", 1, "p1"],
      ...many.map((of): Posting => ["c2", 2012, "trained", -1, of]),
    ],
    new Subjects(),
  );
  const kept = unpackTally(deserialize(serialize(packTally(tally))));
  const amountsOf = ({ subjects }: Tally) =>
    [...subjects].map(([branch, years]) => [
      branch,
      [...(years.get(2012) ?? [])].map(([measure, held]) => [measure, [...held]]),
    ]);
  expect(amountsOf(kept)).toEqual(amountsOf(tally));
  expect(listed(kept.counts)).toEqual(listed(tally.counts));
  const held = [...kept.subjects.values()].map((years) => years.get(2012)?.get("trained"));
  const [first, second] = held as ManyAmounts[];
  expect(first?.subjects).toBe(second?.subjects);
});

test("no key stands in it twice, and packed again it is the same", () => {
  fc.assert(
    fc.property(fc.array(posting), fc.boolean(), (postings, isShared) => {
      const packed = packTally(tallyOf(postings, isShared ? new Subjects() : undefined));
      expect(new Set(packed.keys).size).toBe(packed.keys.length);
      expect(packTally(unpackTally(packed))).toEqual(packed);
    }),
  );
});

test("there may be more accounts of many subjects than keys", () => {
  const tally = emptyTally(new Subjects());
  const post = postInto(tally);
  for (const branch of ["c1", "c2"] as BranchId[]) {
    for (let year = 1901; year <= 2030; year += 1) {
      for (let at = 0; at <= subjectsMany; at += 1) post(branch, year, "met", year, `p${at}`);
      for (let at = 0; at <= subjectsMany; at += 1) post(branch, year, "led", -year, `p${at}`);
    }
  }
  const packed = packTally(tally);
  expect([packed.keys.length < 256, packed.many.length > 256]).toEqual([true, true]);
  expect(equalTallies(unpackTally(packed), tally)).toBe(true);
});

test("accounts of other subjects than the tally's own come back in Maps", () => {
  const many = Array.from({ length: 100 }, (_, at): Posting => ["c1", 2012, "met", 1, `p${at}`]);
  const { counts, subjects } = tallyOf(many, new Subjects(["q", "p1"]));
  for (const own of [undefined, new Subjects(["p3"])]) {
    const tally = { counts, subjects, ...(own && { sharedSubjects: own }) };
    const kept = unpackTally(deserialize(serialize(packTally(tally))));
    expect(equalTallies(kept, tallyOf(many))).toBe(true);
  }
});

test("what comes of it is a tally of its own", () => {
  const tally = tallyOf([["c1", 2012, "meetings", 1, ""]]);
  const other = unpackTally(packTally(tally));
  postInto(other)("c1" as BranchId, 2012, "meetings", 1);
  expect(tally).toEqual(tallyOf([["c1", 2012, "meetings", 1, ""]]));
});
