import type { BranchId } from "../kernel/ids.ts";
import type { Accounts } from "./accounts.ts";
import { cellsBelow, isCell } from "./cells.ts";
import type { Composition } from "./composition.ts";
import { countOf, type Listed, type Marks, type SubjectsListed } from "./quantity.ts";
import { structureUses } from "./rule-use.ts";
import { beginning, factsOfCells, type StandingFact } from "./standing-fact.ts";
import { isKind, type YearView } from "./year-view.ts";

/** One committee's cells at the end of the year, and those of them it inspected or supervised. */
export interface CommitteeCoverage {
  readonly committee: BranchId;
  readonly cells: number;
  readonly inspected: number;
  readonly supervised: number;
  readonly both: number;
  readonly either: number;
}

/**
 * Coverage by each committee in scope that has cells directly below it. A cell counts for the
 * committee it stands under at the end of the year, and only for what that committee did itself.
 */
export const coverageOf = (view: YearView): readonly CommitteeCoverage[] =>
  view.scope.flatMap((committee) => {
    const own = { ...view, scope: [committee] };
    const list = cellsOf(own);
    if (list.length === 0) return [];
    const among = (need: Marks["need"], ...kinds: readonly string[]): number =>
      countOf(cellsSeen(own, list, need, kinds), view.books.tally).amount ?? 0;
    return [
      {
        committee,
        cells: list.length,
        inspected: among("all", "inspection"),
        supervised: among("all", "supervision"),
        both: among("all", "inspection", "supervision"),
        either: among("any", "inspection", "supervision"),
      },
    ];
  });

/** The cells directly below the committees in scope. */
export const cellsCounted = (view: YearView): SubjectsListed => {
  const list = cellsOf(view);
  return { counts: "listed", list, facts: () => factsOfList(view, list) };
};

/** Distinct cells covered over all cells, summed over the committees in scope. */
export const cellCoverage = (
  view: YearView,
  need: Marks["need"],
  kinds: readonly string[] = ["inspection", "supervision"],
): Composition => {
  const cells = cellsCounted(view);
  return {
    is: "share",
    numerator: cellsSeen(view, cells.list, need, kinds),
    denominator: cells,
    missing: "cells",
    keptBy: {
      accounts: { year: view.year, branches: "all", words: ["inspected"] },
      missing: "inspections",
    },
    rules: structureUses(view, "branchKinds"),
  };
};

/** The cells of each committee in scope, counted at the committee and marked by it alone. */
const cellsOf = (view: YearView): readonly Listed[] =>
  view.scope.flatMap((committee) =>
    cellsBelow(view, committee).map((cell) => ({ subject: cell, at: committee, by: committee })),
  );

/** A committee that was a cell once is known to be none by the change of its kind. */
const factsOfList = (view: YearView, list: readonly Listed[]): readonly StandingFact[] => {
  const cells = list.map(({ subject }) => subject as BranchId);
  const wasOrIsCell = (branch: BranchId): boolean => {
    const { kind } = beginning(view.tree.made.get(branch)?.began);
    return isKind(view, kind, "cell") || isCell(view, branch);
  };
  return factsOfCells(view, cells, (branch) => branch !== view.branch && wasOrIsCell(branch));
};

const cellsSeen = (
  { year, scope }: YearView,
  list: readonly Listed[],
  need: Marks["need"],
  kinds: readonly string[],
): SubjectsListed => {
  const accounts = kinds.map(
    (kind): Accounts => ({ year, branches: scope, words: ["inspected", kind] }),
  );
  return { counts: "listed", list, marked: { need, accounts } };
};
