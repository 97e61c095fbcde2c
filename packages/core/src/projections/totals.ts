import type { BranchId } from "../kernel/ids.ts";
import type { Amounts } from "../kernel/many-amounts.ts";
import { subjectsCounted } from "../kernel/subjects-counted.ts";
import { countsDistinct } from "./measure.ts";
import { subtree } from "./tree.ts";
import type { YearView } from "./year-view.ts";

/** What an account comes to: amounts add up, distinct subjects are counted once, wherever met. */
export interface Total {
  readonly amount: number;
  readonly isDistinct: boolean;
}

/** By the name of the account, in the order of their names; where nothing was counted is none. */
export type Totals = ReadonlyMap<string, Total>;

/** What totals may be told apart by. */
export type Part = "branch" | "year";

/**
 * The totals of a part: of one year, or of one branch. The branch that was asked for stands for
 * what it counts itself; one directly below it for itself with all below.
 */
export interface TotalsRow {
  readonly branch?: BranchId;
  readonly year?: number;
  readonly totals: Totals;
}

/**
 * The totals of a branch with all below it over some years, each on its own tree, by parts in the
 * order they are named. Every fact is in one part: amounts add up to the totals without parts.
 */
export const totalsBy = (
  views: readonly YearView[],
  parts: readonly Part[],
): readonly TotalsRow[] => rowsOf(views.flatMap(cellsOf), parts, {});

/** The same without parts. */
export const totalsOver = (views: readonly YearView[]): Totals =>
  totalsOf(views.flatMap((view) => ({ ...view, branches: view.scope })));

/** Branches of which a row takes the accounts of one year together. */
interface Cell extends Pick<YearView, "books" | "branch" | "year"> {
  readonly branches: readonly BranchId[];
}

/** The branch itself, then each directly below; in a ring of a foreign ledger nothing is twice. */
const cellsOf = ({ books, branch, year, tree }: YearView): readonly Cell[] => {
  if (!tree.nodes.has(branch)) return [];
  const cells: Cell[] = [{ books, branch, year, branches: [branch] }];
  const seen = new Set([branch]);
  for (const child of tree.below.get(branch) ?? []) {
    const branches = subtree(tree, child).filter((one) => !seen.has(one));
    for (const one of branches) seen.add(one);
    if (branches.length > 0) cells.push({ books, branch: child, year, branches });
  }
  return cells;
};

const rowsOf = (
  cells: readonly Cell[],
  [part, ...others]: readonly Part[],
  of: Omit<TotalsRow, "totals">,
): readonly TotalsRow[] =>
  part === undefined
    ? [{ ...of, totals: totalsOf(cells) }]
    : [...Map.groupBy(cells, (cell) => cell[part])].flatMap(([value, some]) =>
        rowsOf(some, others, { ...of, [part]: value }),
      );

const totalsOf = (cells: readonly Omit<Cell, "branch">[]): Totals => {
  const sums = new Map<string, number>();
  const distinct = new Map<string, Amounts[]>();
  const add = (measure: string, amounts: Iterable<number>): void => {
    for (const amount of amounts) sums.set(measure, (sums.get(measure) ?? 0) + amount);
  };
  for (const { books, branches, year } of cells) {
    const { counts, subjects } = books.tally;
    for (const branch of branches) {
      for (const [measure, amount] of counts.get(branch)?.get(year) ?? []) add(measure, [amount]);
      for (const [measure, held] of subjects.get(branch)?.get(year) ?? []) {
        if (!countsDistinct(measure)) {
          add(measure, held.values());
          continue;
        }
        const found = distinct.get(measure) ?? [];
        found.push(held);
        distinct.set(measure, found);
      }
    }
  }
  const totals = new Map<string, Total>();
  for (const [measure, amount] of sums) totals.set(measure, { amount, isDistinct: false });
  for (const [measure, held] of distinct) {
    totals.set(measure, { amount: subjectsCounted(held), isDistinct: true });
  }
  return new Map([...totals].sort(([a], [b]) => (a < b ? -1 : 1)));
};
