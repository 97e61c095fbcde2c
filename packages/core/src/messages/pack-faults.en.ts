import type { PackRule } from "../rulebook/pack-fault.ts";
import { joined, type Message } from "./message.ts";

/** What can be wrong with a rule pack, in English. */
export const packFaultsEn = {
  // Its shape
  NotAPack: {
    says: "A rule pack is one JSON object; received {found:found}.",
    remedy: "Write one object with pack, regime, matter, title, inForceFrom and parameters.",
  },
  MatterUnknown: {
    says: "There is no matter {found:found}; a rule pack is about one of {matters}.",
    remedy: "Write one of these in `matter`.",
  },
  MemberMissing: {
    says: "The member is missing; received nothing.",
    remedy: "Add the member.",
  },
  MemberUnknown: {
    says: "There is no such member here; received {found:found}.",
    remedy: "Leave it out, or check the spelling of its name.",
  },
  IllTyped: {
    says: "Expected {expected:whole}; received {found:found}.",
    remedy: "{toDo:whole}",
  },
  SourceMissing: {
    says: "The statement names no source; received {found:found}.",
    remedy: "Name the instrument in `source.instrument`, and its date and place where known.",
  },
  VerificationMissing: {
    says: "The statement does not say how far it was verified.",
    remedy: joined(
      "Write in `verification` one of primary-read, secondary, third-party, derived, ",
      "unverified and policy-choice, and no better than what was done.",
    ),
  },
  BaseUnknown: {
    says: "{found:found} is no base that a cap can be a share of.",
    remedy: "Write one of rated, good-only, good-or-better and top-level.",
  },
  ShareOfNothing: {
    says: "A share of 0 cannot be taken; received {found:found}.",
    remedy: "Write in `den` how many parts make the whole, such as 100.",
  },
  TestUnreadable: {
    says: "This is no test of facts; received {found:found}.",
    remedy: joined(
      "Write one of the forms fact and is; fact, op and value; part, whole, op and share; ",
      "all; any; not.",
    ),
  },
  // What it says of itself
  DatesInverted: {
    says: "The last day {found:date} lies before the first, {inForceFrom:date}.",
    remedy: "Check the two dates.",
  },
  VocabularyEmpty: {
    says: "The vocabulary has no word.",
    remedy: "Name at least one word with its labels.",
  },
  TermRepeated: {
    says: "The word “{found}” stands here already.",
    remedy: "Keep one of the two, or give the other one a name of its own.",
  },
  TermReserved: {
    says: "The word “{found}” is kept for members themselves, and names no kind or level.",
    remedy: "Choose another word.",
  },
  KindUnknown: {
    says: "There is no kind of branch “{found}” among {known}.",
    remedy: "Use one of these kinds, or add it to the structure pack.",
  },
  NoKindAtTop: {
    says: "No kind of branch may stand at the top, so that no branch could be the first.",
    remedy: "Say `root: true` of at least one kind.",
  },
  ShareOverWhole: {
    says: "The share {found} is more than the whole.",
    remedy: "Write a share of 100% at most, such as 20/100.",
  },
  LevelUnknown: {
    says: "There is no level “{found}” among {known}.",
    remedy: "Use one of these levels, or add it to the vocabulary.",
  },
  DistinctionUnknown: {
    says: "There is no distinction “{found}” among {known}.",
    remedy: "Use a distinction of branches that the pack has; members have none.",
  },
  GoodLevelMissing: {
    says: "The base {found} is counted from the level that is good, and none is marked so.",
    remedy: "Name that level of branches in `branchGoodLevel`, or take another base.",
  },
  FactUnknown: {
    says: "The fact “{found}” is no criterion of the pack, and nothing that is counted.",
    remedy: "Declare it among the criteria of the same subjects, or check its spelling.",
  },
  FactIsCounted: {
    says: "The fact “{found}” is counted from the ledger, and nobody records it.",
    remedy: "Leave the criterion out: tests may read the fact without it.",
  },
  FactNotYesNo: {
    says: "The fact “{found}” is of the type {type}, and is no yes or no.",
    remedy: "Compare it by `op` and `value`, or declare the criterion as yes-no.",
  },
  FactNotNumber: {
    says: "The fact “{found}” is of the type {type}, and cannot be compared with a number.",
    remedy: "Ask for it by `is`, or declare the criterion as count or points.",
  },
  ScoreBandEmpty: {
    says: "No value of “{criterion}” is left for the level “{level}”.",
    remedy: "Check the bounds and which of them belong to the band.",
  },
  ScoreBandsOverlap: {
    says: "A value of “{criterion}” is in the bands of both “{other}” and “{level}”.",
    remedy: "Let the lower band end where the higher one begins, and one of them hold the bound.",
  },
  ScoreBandsGap: {
    says: "A value of “{criterion}” lies between “{other}” and “{level}”, in no band.",
    remedy: "Let the lower band end where the higher one begins, and one of them hold the bound.",
  },
  RangeInverted: {
    says: "The most, {found:count}, is less than the least, {min:count}.",
    remedy: "Check the two numbers.",
  },
  NotAscending: {
    says: "{found:found} does not come after the one before it.",
    remedy: "Write each once, the first or smallest first.",
  },
  DayOutsideSpan: {
    says: joined(
      "The day {found:date} is outside the pack's own time, ",
      "{inForceFrom:date} to {inForceTo:date}.",
    ),
    remedy: "Put the day into the pack of its time, or leave it out.",
  },
  MarginsLeaveNoRoom: {
    says: "The margins leave {room} mm of the paper, less than {roomMin} mm.",
    remedy: "Check the margins and the paper: all of them are in millimetres.",
  },
  PatternPlaceUnknown: {
    says: "{found:found} has a place {place:found} that nothing fills; there are {known}.",
    remedy: "Use these places only, each in braces, and no other brace.",
  },
  DocumentKindsMissing: {
    says: "The pack does not say what these documents are called: {missing}.",
    remedy: "Add an entry for each, with its labels and source.",
  },
  // How it stands among the others
  PackIdReused: {
    says: "There is a rule pack {found} with another content.",
    remedy: "Give this pack another id: a pack never changes.",
  },
  PacksOverlap: {
    says: "This pack and {other} are both in force from {from:date} to {to:date}.",
    remedy: "Let one of them end before the other begins.",
  },
  PacksLeaveGap: {
    says: "Between this pack and {other} nothing is in force from {from:date} to {to:date}.",
    remedy: "Let one of them begin the day after the other ends, or leave `inForceTo` out.",
  },
} as const satisfies { readonly [Rule in PackRule]: Message };
