import fc from "fast-check";
import { expect, test } from "vitest";
import type { BranchId } from "../kernel/ids.ts";
import { Subjects } from "../kernel/many-amounts.ts";
import { emptyTally, postInto, subjectsMany } from "../kernel/tally.ts";
import { amountOf, countOf, type Quantity } from "./quantity.ts";

const posting = fc.record({
  branch: fc.constantFrom("a", "b", "x"),
  year: fc.constantFrom(2011, 2012),
  measure: fc.constantFrom("trained c", "trained d", "sent"),
  amount: fc.constantFrom(1, -1),
  subject: fc.constantFrom("p0", "p1", "p2", "q"),
});
const many = Array.from({ length: subjectsMany + 1 }, (_, at) => ({
  branch: "a",
  year: 2012,
  measure: "trained c",
  amount: 1,
  subject: `p${at}`,
}));

test("subjects are as many as are listed, also where an account has many of them", () => {
  fc.assert(
    fc.property(fc.array(posting), fc.constantFrom([], many), (few, before) => {
      const tally = emptyTally(new Subjects());
      const post = postInto(tally);
      const sums = new Map<string, number>();
      for (const { branch, year, measure, amount, subject } of [...before, ...few]) {
        post(branch as BranchId, year, measure, amount, subject);
        if (branch === "x" || year !== 2012 || measure !== "trained c") continue;
        sums.set(subject, (sums.get(subject) ?? 0) + amount);
      }
      const quantity: Quantity = {
        counts: "subjects",
        of: { year: 2012, branches: ["a", "b", "none"] as BranchId[], words: ["trained", "c"] },
      };
      const expected = [...sums.values()].filter((sum) => sum > 0).length || undefined;
      expect(amountOf(quantity, tally)).toBe(expected);
      expect(countOf(quantity, tally).amount).toBe(expected);
    }),
    { numRuns: 300 },
  );
});
