export {
  type AssessedSubject,
  type Assessment,
  assess,
  type ConditionVerdict,
  type Judgement,
  type LevelVerdict,
} from "./assess.ts";
export { AwardPack, type Eligibility } from "./award-pack.ts";
export { CalendarPack } from "./calendar-pack.ts";
export { type CapVerdict, judgeCap, type RatedCounts, ratedCounts } from "./caps.ts";
export { countedFacts, isCounted } from "./counted-facts.ts";
export { DisciplinePack } from "./discipline-pack.ts";
export {
  type DocumentFormat,
  type DocumentKind,
  DocumentPack,
  documentKinds,
  formatOf,
  type LabelledKind,
  type TextStyle,
} from "./document-pack.ts";
export { type EligibilityVerdict, eligible, type RecipientFacts } from "./eligible.ts";
export { type FactKind, factKinds } from "./fact-kinds.ts";
export { type InForce, inForce, lastDayOf, type PackOf, spanFaults } from "./in-force.ts";
export {
  type Fact,
  type Facts,
  type FactValue,
  judgeTest,
  namesIn,
  type TestVerdict,
} from "./judge-test.ts";
export { type LevelShare, levelShares } from "./level-shares.ts";
export { goodLevelOf, levelsOf } from "./levels.ts";
export { MembershipPack, type VoteRule } from "./membership-pack.ts";
export { type PackFault, type PackRule, packRules } from "./pack-fault.ts";
export { packFaults, packFaultsAmong } from "./pack-faults.ts";
export { shippedPacks } from "./packs/shipped.ts";
export {
  type Fraction,
  isVerified,
  type Op,
  type Source,
  type Sourced,
  type Texts,
  type Verification,
  type VocabularyEntry,
} from "./parameter.ts";
export {
  type Amount,
  type Cap,
  type Criterion,
  type LevelCondition,
  type RatedKind,
  RatingPack,
  type Test,
} from "./rating-pack.ts";
export { matters, type ReadPack, readPack } from "./read-pack.ts";
export { type Matter, RulePack } from "./rule-pack.ts";
export {
  awardPackOn,
  calendarOn,
  disciplineOn,
  documentPackOn,
  hasTerm,
  membershipOn,
  packHash,
  type Rulebook,
  type RuleContext,
  ratingPackOf,
  ratingPackOn,
  rulebookOf,
  structureOn,
} from "./rulebook.ts";
export { type LabelOf, labelsIn, type Statement, statementsOf } from "./statements.ts";
export { type StreakVerdict, streak, type YearResult } from "./streak.ts";
export { BranchKind, StructurePack } from "./structure-pack.ts";
export type { UsedFact } from "./used-facts.ts";
export { judgeVote, type Votes, type VoteVerdict } from "./vote.ts";
export { addWorkingDays, workingDaysBetween } from "./working-days.ts";
