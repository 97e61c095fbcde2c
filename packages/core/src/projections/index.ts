export type { Accounts, Amount } from "./accounts.ts";
export { annualTotals } from "./annual-totals.ts";
export {
  type AssessedCaps,
  type AssessedRating,
  assessingCaps,
  assessingRating,
  type CapsAssessed,
  type RatingAssessed,
  type RatingTrial,
} from "./assess-rating.ts";
export { type AwardOnRoll, awardRoll } from "./award-roll.ts";
export { type Books, keepBooks, wantedByBooks } from "./books.ts";
export { cellOfficers } from "./cell-officers.ts";
export type { Composition } from "./composition.ts";
export type { BranchSum } from "./consolidation/branch-sum.ts";
export {
  Consolidating,
  type Consolidation,
  type LedgerBooks,
  type Unplaced,
} from "./consolidation/consolidating.ts";
export type { TransferSide } from "./consolidation/transfers.ts";
export { type CommitteeCoverage, coverageOf } from "./coverage.ts";
export { explaining } from "./explain.ts";
export { explainingTarget, type TargetExplanation } from "./explain-target.ts";
export type {
  ExplainedBranch,
  ExplainedEvent,
  ExplainedPart,
  Explanation,
} from "./explanation.ts";
export type { FigureValue } from "./figure.ts";
export { type FigureName, figureNames, isFigureOf, readFigureName } from "./figure-name.ts";
export type { Keeping } from "./keeping.ts";
export { measureOf, none, wordsOf } from "./measure.ts";
export { measured, measuredEach } from "./measured.ts";
export { type Measure, measures } from "./measures.ts";
export { postings } from "./postings.ts";
export { type ProgrammeProgress, programmeProgress } from "./programme.ts";
export type { Listed, Marks, Quantity } from "./quantity.ts";
export { type RatedSubject, ratingFactsIn } from "./rating-facts.ts";
export { keepRatingRecord, type RatingAsked, type ToldEvent } from "./rating-record.ts";
export type { CitedEvent, ClosedCohort, RatingResult } from "./rating-result.ts";
export { agrees, percentUnits, type ReportedFigure, reportedFigures } from "./reported.ts";
export { type ReviewGaps, type ReviewStep, reviewGaps } from "./review-gaps.ts";
export type { RuleUse } from "./rule-use.ts";
export { rulebookIn } from "./rulebook-in.ts";
export { type StockAndFlow, stockAndFlow } from "./stock-and-flow.ts";
export { type TargetProgress, targetProgress } from "./targets.ts";
export {
  type Part,
  type Total,
  type Totals,
  type TotalsRow,
  totalsBy,
  totalsOver,
} from "./totals.ts";
export { subtree, type Tree, type TreeNode, treeOn } from "./tree.ts";
export type { UnratedMembers } from "./unrated-members.ts";
export { sumOf, viewOf, viewYear, type YearView } from "./year-view.ts";
