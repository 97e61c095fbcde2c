import type { BranchId } from "../kernel/ids.ts";
import { isKind, type YearView } from "./year-view.ts";

/** Whether a branch is a cell that lives at the end of the year. */
export const isCell = (view: YearView, branch: BranchId): boolean => {
  const node = view.tree.nodes.get(branch);
  return node?.alive === true && isKind(view, node.kind, "cell");
};

/** The living cells directly below a committee. */
export const cellsBelow = (view: YearView, committee: BranchId): readonly BranchId[] =>
  (view.tree.below.get(committee) ?? []).filter((child) => isCell(view, child));

/** The committees in scope that have cells directly below them. */
export const committeesWithCells = (view: YearView): readonly BranchId[] =>
  view.scope.filter((committee) => cellsBelow(view, committee).length > 0);
