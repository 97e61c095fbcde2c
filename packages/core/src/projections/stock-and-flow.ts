import { yearEnd } from "../kernel/date.ts";
import type { BranchId } from "../kernel/ids.ts";
import type { Tally } from "../kernel/tally.ts";
import type { Wanted } from "./accounts.ts";
import { wordsOf } from "./measure.ts";
import { subtree, treeOn } from "./tree.ts";
import { sumOver, type YearView } from "./year-view.ts";

/**
 * Members of a branch with all below it through a year, in persons. Always
 * `opening + restructuredIn - restructuredOut + in - out = closing + change of in-transit`,
 * where a transfer inside the branch is neither in nor out.
 */
export interface StockAndFlow {
  /** At the end of the year before, on the tree of that day, with opening entries of the year. */
  readonly opening: number;
  /**
   * Members, at the opening, of branches that came under this one in the year, or went, and those
   * whose way lay inside it only then.
   */
  readonly restructuredIn: number;
  readonly restructuredOut: number;
  readonly in: { readonly admitted: number; readonly received: number; readonly outside: number };
  readonly out: {
    readonly sent: number;
    readonly departed: number;
    readonly left: number;
    readonly annulled: number;
  };
  readonly closing: number;
  readonly closingProbationary: number;
  readonly closingOfficial: number;
  /** Sent on inside the branch and not yet received, at the opening and at the end. */
  readonly inTransitOpening: number;
  readonly inTransit: number;
  readonly recognised: number;
}

export const stockAndFlow = (
  view: Pick<YearView, "books" | "scope" | "year" | "branch">,
): StockAndFlow => {
  const { books, scope, year, branch } = view;
  const { tally } = books;
  const before = subtree(treeOn(books.facts, yearEnd(year - 1)), branch);
  const [now, then] = [new Set(scope), new Set(before)];
  const stock = stockOf(tally, year);
  const opening = (branches: readonly BranchId[]): number => sumBy(branches, stock.opening);
  const closing = (status: string): number => sumBy(scope, (one) => stock.closing(one, status));
  const flow = (wanted: Wanted): number => sumOver(tally, scope, year, wanted) ?? 0;
  const named = (name: string): number => flow(([what]) => what === name);
  const leaving = (name: string): number =>
    flow(([what]) => what === name) - across(tally, scope, now, year, name);
  const onTheWay = (inside: ReadonlySet<BranchId>): number =>
    inTransit(tally, [...inside], inside, year - 1);
  const onTheWayInBoth = onTheWay(now.intersection(then));
  const carriedElsewhere = scope.filter((one) => !then.has(one));
  return {
    opening: opening(before) + sumBy(carriedElsewhere, (one) => stock.carriedIn(one)),
    restructuredIn:
      sumBy(carriedElsewhere, (one) => stock.opening(one) - stock.carriedIn(one)) +
      onTheWay(now) -
      onTheWayInBoth,
    restructuredOut:
      opening(before.filter((one) => !now.has(one))) + onTheWay(then) - onTheWayInBoth,
    in: {
      admitted: named("admitted"),
      received: across(tally, scope, now, year, "received"),
      outside: named("received-outside"),
    },
    out: {
      sent: across(tally, scope, now, year, "sent"),
      departed: leaving("departed"),
      left: leaving("left"),
      annulled: leaving("annulled"),
    },
    closing: closing("probationary") + closing("official"),
    closingProbationary: closing("probationary"),
    closingOfficial: closing("official"),
    inTransitOpening: onTheWay(then),
    inTransit: inTransit(tally, scope, now, year),
    recognised: named("recognised"),
  };
};

const sumBy = (branches: readonly BranchId[], amount: (branch: BranchId) => number): number =>
  branches.reduce((sum, branch) => sum + amount(branch), 0);

/** Stock is the sum of all its changes in the years up to and with the one asked for. */
const stockOf = (tally: Tally, year: number) => {
  const until = (branch: BranchId, last: number, wanted: Wanted): number => {
    let sum = 0;
    for (const each of tally.counts.get(branch)?.keys() ?? []) {
      if (each <= last) sum += sumOver(tally, [branch], each, wanted) ?? 0;
    }
    return sum;
  };
  const carriedIn = (branch: BranchId): number =>
    sumOver(tally, [branch], year, ([what]) => what === "carried-in") ?? 0;
  return {
    carriedIn,
    opening: (branch: BranchId): number =>
      until(branch, year - 1, ([what]) => what === "stock") + carriedIn(branch),
    closing: (branch: BranchId, status: string): number =>
      until(branch, year, ([what, of]) => what === "stock" && of === status),
  };
};

/** Of what the year has under a name, the part whose other branch lies outside the scope. */
const across = (
  { subjects }: Tally,
  scope: readonly BranchId[],
  inside: ReadonlySet<string>,
  year: number,
  name: string,
): number => {
  let sum = 0;
  for (const branch of scope) {
    for (const [measure, held] of subjects.get(branch)?.get(year) ?? []) {
      if (wordsOf(measure)[0] !== name) continue;
      for (const [other, amount] of held) if (!inside.has(other)) sum += amount;
    }
  }
  return sum;
};

/** What each name does to the number of members on their way. */
const changesOnTheWay: ReadonlyMap<string, 1 | -1> = new Map([
  ["sent", 1],
  ["received", -1],
  ["departed", -1],
  ["left", -1],
  ["annulled", -1],
]);

/** Sent, and neither received nor gone up to the end of a year, both ends inside the scope. */
const inTransit = (
  { subjects }: Tally,
  scope: readonly BranchId[],
  inside: ReadonlySet<string>,
  lastYear: number,
): number => {
  let sum = 0;
  for (const branch of scope) {
    for (const [year, account] of subjects.get(branch) ?? []) {
      if (year > lastYear) continue;
      for (const [measure, held] of account) {
        const change = changesOnTheWay.get(wordsOf(measure)[0] ?? "");
        if (change === undefined) continue;
        for (const [other, amount] of held) if (inside.has(other)) sum += change * amount;
      }
    }
  }
  return sum;
};
