import { seatKey } from "../branch/events.ts";
import type { BranchId } from "../kernel/ids.ts";
import type { Tally } from "../kernel/tally.ts";
import { type FigureValue, share } from "./figure.ts";
import { wordsOf } from "./measure.ts";
import { factsOf, isKind, subjectsOf, type YearView } from "./year-view.ts";

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
    const cells = (view.tree.below.get(committee) ?? []).filter((child) => {
      const node = view.tree.nodes.get(child);
      return node?.alive === true && isKind(view, node.kind, "cell");
    });
    if (cells.length === 0) return [];
    const done = (kind: string): ReadonlySet<string> =>
      seen(view.books.tally, committee, view.year, kind);
    const [inspected, supervised] = [done("inspection"), done("supervision")];
    const among = (test: (cell: BranchId) => boolean): number => cells.filter(test).length;
    return [
      {
        committee,
        cells: cells.length,
        inspected: among((cell) => inspected.has(cell)),
        supervised: among((cell) => supervised.has(cell)),
        both: among((cell) => inspected.has(cell) && supervised.has(cell)),
        either: among((cell) => inspected.has(cell) || supervised.has(cell)),
      },
    ];
  });

/** Without a single inspection or supervision in the whole ledger, nothing is known of the year. */
const isAnyRecorded = ({ books, year }: YearView): boolean =>
  [...books.tally.subjects.values()].some((years) =>
    [...(years.get(year)?.keys() ?? [])].some((measure) => wordsOf(measure)[0] === "inspected"),
  );

const seen = (tally: Tally, committee: BranchId, year: number, kind: string): ReadonlySet<string> =>
  subjectsOf(tally, [committee], year, ([what, of]) => what === "inspected" && of === kind);

/** Distinct cells covered over all cells, summed over the committees in scope. */
export const cellCoverage = (view: YearView, which: "both" | "either"): FigureValue => {
  const rows = coverageOf(view);
  const cells = rows.reduce((sum, row) => sum + row.cells, 0);
  if (cells > 0 && !isAnyRecorded(view)) return { is: "unknown", missing: "inspections" };
  return share(
    rows.reduce((sum, row) => sum + row[which], 0),
    cells,
    "cells",
  );
};

/** The holders of an office in the living cells in scope, and the cells where it is vacant. */
export const cellOfficers = (
  view: YearView,
  office: string,
): { readonly holders: ReadonlySet<string>; readonly vacant: readonly BranchId[] } => {
  const seats = new Map<string, Set<string>>();
  const facts = factsOf(view, "OfficerAppointed", "OfficerCarriedIn", "OfficerReleased");
  for (const { type, data, effectiveOn } of facts) {
    if (effectiveOn > view.day || !("person" in data)) continue;
    const key = seatKey(data);
    const holders = seats.get(key) ?? new Set();
    if (type === "OfficerReleased") holders.delete(data.person);
    else holders.add(data.person);
    seats.set(key, holders);
  }
  const cells = view.scope.filter((branch) => {
    const node = view.tree.nodes.get(branch);
    return node?.alive === true && isKind(view, node.kind, "cell");
  });
  const holdersIn = (branch: BranchId): ReadonlySet<string> =>
    seats.get(seatKey({ in: { branch }, office: office as never })) ?? new Set();
  return {
    holders: new Set(cells.flatMap((cell) => [...holdersIn(cell)])),
    vacant: cells.filter((cell) => holdersIn(cell).size === 0),
  };
};

/** Distinct holders of an office in cells who finished a course in the year, over all holders. */
export const officersTrained = (view: YearView, office: string, course: string): FigureValue => {
  const { holders } = cellOfficers(view, office);
  const { tally } = view.books;
  const trained = subjectsOf(
    tally,
    tally.subjects.keys(),
    view.year,
    ([what, of]) => what === "trained" && of === course,
  );
  const both = [...holders].filter((person) => trained.has(person));
  return share(both.length, holders.size, "officers");
};
