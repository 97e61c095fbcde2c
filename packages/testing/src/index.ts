export { type ConformanceCase, storeConformance } from "./conformance/conformance.ts";
export { type ListView, listProjection, type OpenListView } from "./conformance/list-view.ts";
export { viewConformance } from "./conformance/views.ts";
export { documentsOf } from "./documents/documents-of.ts";
export { historiesReadBack, ministriesReadBack, type Tries } from "./documents/every-document.ts";
export { type FigureRead, figuresAmong, readAs } from "./documents/figures-among.ts";
export { handMadeDocument, hostileTexts } from "./documents/hand-made.ts";
export { commandOf, type Desk, given, type Line, openDesk, type Told } from "./given-when-then.ts";
export { type Attempt, commitsIn, eventsIn, type History, Workbench } from "./history/history.ts";
export { historyOf, type Plan } from "./history/history-of.ts";
export { lawfulHistory } from "./history/lawful-history.ts";
export { anIdNamesOneCommand } from "./laws/an-id-names-one-command.ts";
export { citedEventsSuffice } from "./laws/cited-events-suffice.ts";
export { type Consolidate, consolidationAddsUp } from "./laws/consolidation-adds-up.ts";
export type { Dealing, Dealt } from "./laws/dealt-out.ts";
export { documentsOpen, type Opens } from "./laws/documents-open.ts";
export { type DocumentFormat, documentsReadBack } from "./laws/documents-read-back.ts";
export { type EventsRead, erasingChangesNothing } from "./laws/erasing-changes-nothing.ts";
export { exemplaryAreAtTheirLevel } from "./laws/exemplary-are-at-their-level.ts";
export { type AsksFor, explanationsAskEnough } from "./laws/explanations-ask-enough.ts";
export { type ExtractOf, extractsTellTheSame } from "./laws/extracts-tell-the-same.ts";
export { type FigureOf, figuresAreCounted } from "./laws/figures-are-counted.ts";
export { type ExplanationOf, figuresAreExplained } from "./laws/figures-are-explained.ts";
export { figuresCounted } from "./laws/figures-counted.ts";
export { historyIsLawful, type Objection, objectionsTo } from "./laws/history-is-lawful.ts";
export { laterPacksChangeNothing } from "./laws/later-packs-change-nothing.ts";
export { LawBroken } from "./laws/law-broken.ts";
export { type Keep, liveEqualsReplay } from "./laws/live-equals-replay.ts";
export { membersCounted } from "./laws/members-counted.ts";
export { type Outlook, orderIsImmaterial } from "./laws/order-is-immaterial.ts";
export { type Postings, partsAddUp } from "./laws/parts-add-up.ts";
export { type Cutting, partsAreTheWhole } from "./laws/parts-are-the-whole.ts";
export { type FactsOf, ratingFactsAgree } from "./laws/rating-facts-agree.ts";
export { type Read, readingsEqualNaiveFilter } from "./laws/readings-equal-naive-filter.ts";
export {
  aProbation,
  type EffectiveDayOf,
  type Probation,
  recognitionEndsProbation,
} from "./laws/recognition-ends-probation.ts";
export { recordsReadBack } from "./laws/records-read-back.ts";
export { type OpenStore, repeatingAddsNothing } from "./laws/repeating-adds-nothing.ts";
export { replayEqualsReduce } from "./laws/replay-equals-reduce.ts";
export { reversalsCancel } from "./laws/reversals-cancel.ts";
export { revisionsKeepTheNumberRated } from "./laws/revisions-keep-the-number-rated.ts";
export { type FlowOf, flowUnder, stockAndFlowCloses } from "./laws/stock-and-flow-closes.ts";
export { ownGroup, type TallyGroup, tallyIsAGroup } from "./laws/tally-is-a-group.ts";
export type { PackOf } from "./laws/told-of-a-ledger.ts";
export {
  type GrantOf,
  type RatedYears,
  someRatedYears,
  unratedYearsBreakStreaks,
} from "./laws/unrated-years-break-streaks.ts";
export { waysAgree } from "./laws/ways-agree.ts";
export { ministry } from "./ministry/ministry.ts";
export {
  type CommandLine,
  type Density,
  type MinistryOptions,
  usualDensity,
} from "./ministry/options.ts";
export { recordLines } from "./ministry/record-lines.ts";
export { proofAddsUp } from "./proof/proof-adds-up.ts";
export { ownJudges, type RatingJudges } from "./rating-laws/judges.ts";
export {
  type ProofOptions,
  proveRatingPack,
  type RatingLaw,
  ratingLawsOf,
} from "./rating-laws/rating-laws.ts";
