import { historyOf, lawfulHistory, type Plan } from "@tongket/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { BranchId } from "../kernel/ids.ts";
import { keepBooks } from "./books.ts";
import { countsDistinct } from "./measure.ts";
import { postings } from "./postings.ts";
import { type Part, type Totals, type TotalsRow, totalsBy, totalsOver } from "./totals.ts";
import { viewYear, type YearView } from "./year-view.ts";

const partings: readonly (readonly Part[])[] = [
  ["year"],
  ["branch"],
  ["branch", "year"],
  ["year", "branch"],
];

/** A history, and every branch of it over some years. */
const yearsOfHistories = fc.record({
  plan: lawfulHistory({ stepsMax: 40 }),
  before: fc.nat({ max: 2 }),
  count: fc.integer({ min: 2, max: 6 }),
});

interface Drawn {
  readonly plan: Plan;
  readonly before: number;
  readonly count: number;
}

const viewsOf = async ({ plan, before, count }: Drawn) => {
  const { events, rulebook } = await historyOf(plan);
  const keeping = keepBooks();
  for (const event of events) keeping.take(event);
  const books = keeping.close();
  const years = Array.from(
    { length: count },
    (_, at) => Number(plan.begins.slice(0, 4)) - before + at,
  );
  const branches = new Set(
    books.facts.flatMap(({ data }) => (data as { branch?: BranchId }).branch ?? []),
  );
  const views = [...branches].map((branch) =>
    years.map((year) => viewYear({ books, rulebook, branch, year })),
  );
  return { events, views };
};

const forEveryBranch = (
  holds: (views: readonly YearView[], events: readonly unknown[]) => void,
): Promise<void> =>
  fc.assert(
    fc.asyncProperty(yearsOfHistories, async (drawn) => {
      const { events, views } = await viewsOf(drawn);
      for (const one of views) holds(one, events);
    }),
    { numRuns: 150 },
  );

const amountsOf = (totals: Totals): Record<string, number> =>
  Object.fromEntries(
    [...totals].flatMap(([measure, { amount, isDistinct }]) =>
      isDistinct ? [] : [[measure, amount]],
    ),
  );

const summed = (rows: readonly TotalsRow[]): Record<string, number> => {
  const sums: Record<string, number> = {};
  for (const { totals } of rows) {
    for (const [measure, amount] of Object.entries(amountsOf(totals))) {
      sums[measure] = (sums[measure] ?? 0) + amount;
    }
  }
  return sums;
};

test("amounts of the parts add up to the totals, however they are parted", () =>
  forEveryBranch((views) => {
    const whole = amountsOf(totalsOver(views));
    for (const parts of partings) expect(summed(totalsBy(views, parts))).toEqual(whole);
  }));

test("a part tells no less of distinct subjects than there are, and the whole each once", () =>
  forEveryBranch((views) => {
    for (const parts of partings) {
      const rows = totalsBy(views, parts);
      for (const [measure, { amount, isDistinct }] of totalsOver(views)) {
        if (!isDistinct) continue;
        const told = rows.map(({ totals }) => totals.get(measure)?.amount ?? 0);
        expect(Math.max(...told)).toBeLessThanOrEqual(amount);
        expect(told.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(amount);
      }
    }
  }));

test("totals are what the postings of all events add up to in the scope of each year", () =>
  forEveryBranch((views, events) => {
    const sums: Record<string, number> = {};
    const scopes = new Map(views.map(({ year, scope }) => [year, new Set(scope)]));
    for (const event of events as Parameters<typeof postings>[0][]) {
      postings(event, (branch, year, measure, amount) => {
        if (scopes.get(year)?.has(branch) !== true || countsDistinct(measure)) return;
        sums[measure] = (sums[measure] ?? 0) + amount;
      });
    }
    const standing = (all: Record<string, number>) =>
      Object.fromEntries(Object.entries(all).filter(([, amount]) => amount !== 0));
    expect(standing(amountsOf(totalsOver(views)))).toEqual(standing(sums));
  }));

test("the rows of a year are the totals of that year alone", () =>
  forEveryBranch((views) => {
    for (const { year, totals } of totalsBy(views, ["year"])) {
      expect(totals).toEqual(totalsOver(views.filter((view) => view.year === year)));
    }
  }));
