import { historyOf, lawfulHistory, type Plan } from "@tongket/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BranchId } from "../kernel/ids.ts";
import { emptyTally, postInto, type Tally } from "../kernel/tally.ts";
import { keepBooks } from "./books.ts";
import { countsDistinct } from "./measure.ts";
import { postings } from "./postings.ts";
import { type Part, type Totals, type TotalsRow, totalsBy, totalsOver } from "./totals.ts";
import { subtree, type Tree } from "./tree.ts";
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

describe("by hand", () => {
  /** A view of `m` on a tree, written as `below: parent`. */
  const viewOf = (
    year: number,
    above: { readonly [branch: string]: string },
    tally: Tally,
  ): YearView => {
    const nodes = new Map([...Object.keys(above), "m"].map((one) => [one as BranchId, {}]));
    const below = Map.groupBy(Object.keys(above), (one) => above[one]);
    const tree = { nodes, below, made: new Map() } as unknown as Tree;
    const scope = subtree(tree, "m" as BranchId);
    return { books: { tally }, branch: "m", year, tree, scope } as unknown as YearView;
  };
  const posted = (...lines: readonly string[]): Tally => {
    const tally = emptyTally();
    for (const line of lines) {
      const [branch = "", year, measure = "", amount, subject] = line.split(", ");
      postInto(tally)(branch as BranchId, Number(year), measure, Number(amount), subject);
    }
    return tally;
  };
  const told = (rows: readonly TotalsRow[]) =>
    rows.map(({ branch, year, totals }) =>
      [
        ...[branch, year].filter((one) => one !== undefined),
        ...[...totals].map(
          ([measure, { amount, isDistinct }]) => `${measure}${isDistinct ? "*" : ""}=${amount}`,
        ),
      ].join(" "),
    );

  const tally = posted(
    "m, 2011, shortcomings, 2",
    "a, 2010, admissions, 3",
    "a1, 2011, admissions, 4",
    "b, 2011, admissions, 1",
    "x, 2011, admissions, 100",
    "a, 2010, trained c, 1, p1",
    "b, 2011, trained c, 1, p1",
    "b, 2011, trained c, 1, p2",
    "a, 2011, sent, 2, b",
    "a, 2011, sent, 1, x",
  );
  const views = [
    viewOf(2010, { a: "m", a1: "a" }, tally),
    viewOf(2011, { a: "m", a1: "a", b: "m" }, tally),
  ];

  test("the branch itself, then each below it with all below, in the order of the tree", () => {
    expect(told(totalsBy(views, ["branch"]))).toEqual([
      "m shortcomings=2",
      "a admissions=7 sent=3 trained c*=1",
      "b admissions=1 trained c*=2",
    ]);
  });

  test("parts in the order they are named", () => {
    expect(told(totalsBy(views, ["year", "branch"]))).toEqual([
      "m 2010",
      "a 2010 admissions=3 trained c*=1",
      "m 2011 shortcomings=2",
      "a 2011 admissions=4 sent=3",
      "b 2011 admissions=1 trained c*=2",
    ]);
  });

  test("the whole: amounts to one branch and another added up, a person once", () => {
    expect(told([{ totals: totalsOver(views) }])).toEqual([
      "admissions=8 sent=3 shortcomings=2 trained c*=2",
    ]);
  });

  test("what was taken back of a person in one branch is no person", () => {
    const taken = posted("a, 2010, trained c, 1, p1", "a1, 2010, trained c, -1, p1");
    const view = viewOf(2010, { a: "m", a1: "a" }, taken);
    expect(told(totalsBy([view], ["branch"]))).toEqual(["m", "a trained c*=0"]);
  });

  test("in a ring of a foreign ledger nothing is counted twice", () => {
    const ring = viewOf(2011, { m: "a1", a: "m", a1: "a", b: "m", c: "b" }, tally);
    const both = viewOf(2011, { m: "a", a: "m", a1: "m" }, tally);
    for (const view of [ring, both]) {
      expect(summed(totalsBy([view], ["branch"]))).toEqual(amountsOf(totalsOver([view])));
    }
    expect(told(totalsBy([both], ["branch"]))).toEqual([
      "m shortcomings=2",
      // All that stands below a ring is below whichever of it comes first.
      "a admissions=4 sent=3",
    ]);
  });

  test("of a branch that the tree does not have there is nothing", () => {
    const nowhere = { ...viewOf(2011, { a: "m" }, tally), branch: "x", scope: [] };
    expect(totalsBy([nowhere as unknown as YearView], ["branch"])).toEqual([]);
    expect(totalsOver([nowhere as unknown as YearView])).toEqual(new Map());
  });
});
