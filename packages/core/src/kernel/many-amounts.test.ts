import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { BranchId } from "./ids.ts";
import { ManyAmounts, Subjects } from "./many-amounts.ts";
import { packTally, unpackTally } from "./packed-tally.ts";
import {
  addTallies,
  emptyTally,
  equalTallies,
  postInto,
  subjectsMany,
  type Tally,
} from "./tally.ts";

const subject = fc.integer({ min: 0, max: 99 }).map((number) => `p${number}`);
const amount = fc
  .oneof(fc.integer({ min: -2, max: 2 }), fc.integer(), fc.maxSafeInteger())
  .filter((one) => one !== 0);
/** A posting to a subject; `null` takes back whatever stands there. */
const step = fc.tuple(subject, fc.option(amount));

/** Does the same to a Map; gives whether nothing is left of the amount. */
const addToMap = (map: Map<string, number>, subject: string, amount: number): boolean => {
  const sum = (map.get(subject) ?? 0) + amount;
  if (sum === 0) map.delete(subject);
  else map.set(subject, sum);
  return sum === 0;
};

/** What they begin with: few are looked through, many are looked up. */
const begins = fc.constantFrom(
  new Map([["p7", 7]]),
  new Map(Array.from({ length: 380 }, (_, at) => [`p${2 * at}`, at + 1])),
);

test("they answer as a Map does, whatever was added and taken back, also beside others", () => {
  fc.assert(
    fc.property(begins, fc.array(step, { maxLength: 400 }), (begun, steps) => {
      const subjects = new Subjects();
      subjects.take("p50");
      const [map, many] = [new Map(begun), new ManyAmounts(subjects, begun)];
      const other = new ManyAmounts(subjects, begun);
      for (const [subject, given] of steps) {
        const amount = given ?? -(map.get(subject) ?? 0);
        if (amount === 0) continue;
        expect(many.add(subject, amount)).toBe(addToMap(map, subject, amount));
        expect(many.size).toBe(map.size);
      }
      expect([...many]).toEqual([...map]);
      expect([[...many.keys()], [...many.values()]]).toEqual([[...map.keys()], [...map.values()]]);
      for (let at = 0; at < 100; at += 1) expect(many.get(`p${at}`)).toBe(map.get(`p${at}`));
      expect([...other]).toEqual([...begun]);
    }),
    { numRuns: 500 },
  );
});

test("packed, they answer the same, and what is done to them then is theirs alone", () => {
  fc.assert(
    fc.property(begins, fc.array(step, { maxLength: 200 }), fc.array(step), (begun, ...steps) => {
      const [before, behind] = steps;
      const [map, many] = [new Map(begun), new ManyAmounts(new Subjects(), begun)];
      const addToBoth = (tested: ManyAmounts, steps: typeof before): void => {
        for (const [subject, given] of steps) {
          const amount = given ?? -(map.get(subject) ?? 0);
          if (amount === 0) continue;
          tested.add(subject, amount);
          addToMap(map, subject, amount);
        }
      };
      addToBoth(many, before);
      const packed = many.pack();
      const kept = structuredClone(packed);
      const again = new ManyAmounts(new Subjects(many.subjects.names), packed);
      expect([...again]).toEqual([...map]);
      expect(again.get("p50")).toBe(map.get("p50"));
      addToBoth(again, behind);
      expect([...again]).toEqual([...map]);
      expect(again.size).toBe(map.size);
      expect(packed).toEqual(kept);
      expect(many.pack()).toEqual(kept);
    }),
    { numRuns: 500 },
  );
});

test("also of more subjects than two bytes tell apart", () => {
  const many = new ManyAmounts(new Subjects(), new Map());
  const count = 70_000;
  for (let at = 0; at < count; at += 1) many.add(`p${at}`, at + 1);
  expect(many.size).toBe(count);
  for (const at of [0, 0xfffd, 0xfffe, 0xffff, 0x1_0000, count - 1]) {
    expect(many.get(`p${at}`)).toBe(at + 1);
  }
  expect(many.get(`p${count}`)).toBe(undefined);
});

const emptyCompact = () => emptyTally(new Subjects());

const post = (tally: Tally, subjects: number, amount: number): void => {
  const sink = postInto(tally);
  for (let at = 0; at < subjects; at += 1) {
    sink("c1" as BranchId, 2012, "trained", amount, `p${at}`);
  }
};
const heldIn = (tally: Tally) =>
  tally.subjects
    .get("c1" as BranchId)
    ?.get(2012)
    ?.get("trained");

test("a tally of accounts with many subjects is the same tally, also when it was kept", () => {
  const [plain, compact] = [emptyTally(), emptyCompact()];
  post(plain, 3 * subjectsMany, 2);
  post(compact, 3 * subjectsMany, 2);
  expect(heldIn(compact)).toBeInstanceOf(ManyAmounts);
  expect(heldIn(plain)).toBeInstanceOf(Map);
  const kept = unpackTally(structuredClone(packTally(compact)));
  expect(heldIn(kept)).toBeInstanceOf(ManyAmounts);
  for (const one of [compact, kept]) {
    expect(addTallies(one)).toEqual(plain);
    expect(equalTallies(one, plain)).toBe(true);
    post(one, 2 * subjectsMany, -1);
    expect(equalTallies(one, plain)).toBe(false);
  }
  expect([...(heldIn(kept) ?? [])]).toEqual([...(heldIn(compact) ?? [])]);
});

test("more is posted among the subjects that a tally has", () => {
  const tally = emptyCompact();
  post(tally, 3 * subjectsMany, 2);
  const kept = unpackTally(packTally(tally));
  expect(kept.sharedSubjects?.names).toEqual(tally.sharedSubjects?.names);
  postInto(kept)("c2" as BranchId, 2012, "trained", 1, "p0");
  post(kept, 3 * subjectsMany, 1);
  expect(kept.sharedSubjects?.names).toEqual(tally.sharedSubjects?.names);
  expect(heldIn(kept)).toMatchObject({ subjects: kept.sharedSubjects });
});

test("nothing is left of it where all was taken back", () => {
  const tally = emptyCompact();
  post(tally, 2 * subjectsMany, 1);
  post(tally, 2 * subjectsMany, -1);
  expect(equalTallies(tally, emptyTally())).toBe(true);
  expect(tally.subjects.size).toBe(0);
});

test("few subjects stay in a Map", () => {
  const tally = emptyCompact();
  post(tally, subjectsMany, 1);
  expect(heldIn(tally)).toBeInstanceOf(Map);
});
