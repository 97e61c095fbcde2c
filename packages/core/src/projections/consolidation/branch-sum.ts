import type { BranchId } from "../../kernel/ids.ts";
import { emptyTally, type Tally } from "../../kernel/tally.ts";
import { wordsOf } from "../measure.ts";
import { type StockAndFlow, stockAndFlow } from "../stock-and-flow.ts";
import type { YearView } from "../year-view.ts";

/** What branches of one or more ledgers came to in a year; such sums can be added up. */
export interface BranchSum {
  /** How many ledgers stand under the branch, without the tree ledger. */
  readonly ledgers: number;
  readonly members: StockAndFlow;
  /** Of those who departed, and of those who came from outside, the ones matched within. */
  readonly between: { readonly departed: number; readonly received: number };
  /** Every account of the year by its name: how often, or how many. */
  readonly totals: ReadonlyMap<string, number>;
  /**
   * Of accounts of things that may be counted once each, how many each ledger has, added up. Two
   * ledgers may have the same person under two ids, so that this is no number of distinct people.
   */
  readonly distinctWithinLedgers: ReadonlyMap<string, number>;
}

/** The accounts, by their first word, of which each subject may be counted once. */
const ofDistinct: ReadonlySet<string> = new Set(["trained", "inspected"]);

/** A branch of one ledger with all below it. */
export const sumOfScope = (
  view: Pick<YearView, "books" | "scope" | "year" | "branch">,
  ledgers = 0,
): BranchSum => ({
  ledgers,
  members: stockAndFlow(view),
  between: { departed: 0, received: 0 },
  ...accountsOf(view.books.tally, view.scope, view.year),
});

const accountsOf = ({ counts, subjects }: Tally, scope: readonly BranchId[], year: number) => {
  const totals = new Map<string, number>();
  const held = new Map<string, Map<string, number>>();
  for (const branch of scope) {
    for (const [measure, amount] of counts.get(branch)?.get(year) ?? []) {
      addTo(totals, measure, amount);
    }
    for (const [measure, amounts] of subjects.get(branch)?.get(year) ?? []) {
      const all = held.get(measure) ?? new Map<string, number>();
      held.set(measure, all);
      for (const [subject, amount] of amounts) {
        addTo(totals, measure, amount);
        addTo(all, subject, amount);
      }
    }
  }
  const distinctWithinLedgers = new Map<string, number>();
  for (const [measure, amounts] of held) {
    if (!ofDistinct.has(wordsOf(measure)[0] ?? "")) continue;
    const distinct = [...amounts.values()].filter((amount) => amount > 0).length;
    distinctWithinLedgers.set(measure, distinct);
  }
  return { totals, distinctWithinLedgers };
};

/** Neither was anything counted in the year, nor is there a member. */
export const isNothing = ({ totals, members }: BranchSum): boolean =>
  totals.size === 0 && members.opening === 0 && members.closing === 0;

/** A new sum: that of both. */
export const addSums = (a: BranchSum, b: BranchSum): BranchSum => ({
  ledgers: a.ledgers + b.ledgers,
  members: {
    ...addFields(a.members, b.members),
    in: addFields(a.members.in, b.members.in),
    out: addFields(a.members.out, b.members.out),
  },
  between: addFields(a.between, b.between),
  totals: addMaps(a.totals, b.totals),
  distinctWithinLedgers: addMaps(a.distinctWithinLedgers, b.distinctWithinLedgers),
});

/** The fields of both that are numbers, added one by one. */
const addFields = <Fields extends object>(a: Fields, b: Fields): Fields => {
  const sums = new Map<string, unknown>(Object.entries(a));
  for (const [name, amount] of Object.entries(b)) {
    if (typeof amount === "number") sums.set(name, (sums.get(name) as number) + amount);
  }
  return Object.fromEntries(sums) as Fields;
};

const addMaps = (
  a: ReadonlyMap<string, number>,
  b: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> => {
  const sum = new Map(a);
  for (const [name, amount] of b) addTo(sum, name, amount);
  return sum;
};

const addTo = (sums: Map<string, number>, name: string, amount: number): void => {
  sums.set(name, (sums.get(name) ?? 0) + amount);
};

/** What no branch comes to. */
export const nothing: BranchSum = sumOfScope({
  books: { tally: emptyTally(), facts: [] },
  scope: [],
  year: 0,
  branch: "" as BranchId,
});
