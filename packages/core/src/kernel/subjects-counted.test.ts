import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Amounts, ManyAmounts, Subjects } from "./many-amounts.ts";
import { subjectsCounted } from "./subjects-counted.ts";

const subject = fc.integer({ min: 0, max: 19 }).map((number) => `p${number}`);
const amount = fc.integer({ min: -2, max: 2 }).filter((one) => one !== 0);
const account = fc.record({
  held: fc.array(fc.tuple(subject, amount), { maxLength: 20 }).map((all) => new Map(all)),
  kind: fc.constantFrom("few", "many", "many of others"),
  gone: fc.array(subject, { maxLength: 3 }),
});

test("each subject that comes to more than nothing counts once, however accounts hold it", () => {
  fc.assert(
    fc.property(fc.array(account), (accounts) => {
      const [subjects, others] = [new Subjects(["p3"]), new Subjects(["p9", "p4"])];
      const sums = new Map<string, number>();
      const all = accounts.map(({ held, kind, gone }): Amounts => {
        const amounts =
          kind === "few" ? held : new ManyAmounts(kind === "many" ? subjects : others, held);
        for (const one of gone) {
          if (amounts instanceof Map) amounts.delete(one);
          else if (amounts.get(one)) amounts.add(one, -(amounts.get(one) as number));
        }
        for (const [one, sum] of amounts) sums.set(one, (sums.get(one) ?? 0) + sum);
        return amounts;
      });
      expect(subjectsCounted(all)).toBe([...sums.values()].filter((sum) => sum > 0).length);
    }),
    { numRuns: 500 },
  );
});

test("counting takes no subject in", () => {
  const subjects = new Subjects(["p1"]);
  const many = new ManyAmounts(subjects, new Map([["p1", 1]]));
  expect(subjectsCounted([many, new Map([["p2", 1]])])).toBe(2);
  expect(subjects.names).toEqual(["p1"]);
});
