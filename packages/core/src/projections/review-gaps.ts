import type { BranchId } from "../kernel/ids.ts";
import { cellOfficers, leadingOffice } from "./cell-officers.ts";
import { isKind, ownFactsOf, sumOver, type YearView } from "./year-view.ts";

/** What the review of a year lacks beside its figures. */
export interface ReviewGaps {
  /** Base organisations and cells that are neither rated nor exempted. */
  readonly branchesUnrated: readonly BranchId[];
  /** Cells whose leading office nobody holds. */
  readonly cellsWithoutLeader: readonly BranchId[];
  /** Steps of the review itself that are not recorded, in their order. */
  readonly steps: readonly ReviewStep[];
}

export type ReviewStep = "opened" | "ratings-closed" | "presented" | "adopted" | "closed";

export const reviewGaps = (view: YearView): ReviewGaps => {
  const office = leadingOffice(view);
  const living = view.scope.filter((branch) => view.tree.nodes.get(branch)?.alive === true);
  return {
    branchesUnrated: living.filter(
      (branch) => isToBeRated(view, branch) && !isJudged(view, branch),
    ),
    cellsWithoutLeader: office === undefined ? [] : cellOfficers(view, office).vacant,
    steps: stepsLacking(view),
  };
};

const isToBeRated = (view: YearView, branch: BranchId): boolean => {
  const kind = view.tree.nodes.get(branch)?.kind;
  return isKind(view, kind, "base") || isKind(view, kind, "cell");
};

/** Whether the branch itself is rated or exempted for the year. */
const isJudged = ({ books, year }: YearView, branch: BranchId): boolean =>
  sumOver(
    books.tally,
    [branch],
    year,
    ([what, kind]) => (what === "rated" || what === "rating-exempted") && kind !== "member",
  ) !== undefined;

const stepsLacking = (view: YearView): readonly ReviewStep[] => {
  const facts = ownFactsOf(view, ...(Object.keys(stepOf) as StepEvent[]));
  const done = new Set<ReviewStep>(facts.map(({ type }) => stepOf[type]));
  return Object.values(stepOf).filter((step) => !done.has(step));
};

const stepOf = {
  ReviewOpened: "opened",
  RatingsClosed: "ratings-closed",
  ReportPresented: "presented",
  ReportAdopted: "adopted",
  ReviewClosed: "closed",
} as const satisfies { readonly [type: string]: ReviewStep };
type StepEvent = keyof typeof stepOf;
