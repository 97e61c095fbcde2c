import type { RefusalName } from "../deciders.ts";
import type { Message } from "./template.ts";

/** What each refusal says, and what to do about it, in English. */
export const refusalsEn = {
  // Branches
  BranchExists: {
    says: "The branch {branch} exists already.",
    remedy: "Give the new branch another id, or record what changed in {branch}.",
  },
  BranchUnknown: {
    says: [
      "There is no branch {branch} on {on:date}.",
      "There is no branch {branch} by that day.",
    ],
    remedy: "Check the id, or record first, with its true date, how {branch} came to be.",
  },
  BranchIsDissolved: {
    says: "The branch {branch} is dissolved by that day.",
    remedy: "Name the branch that took its place, or a day on which {branch} still existed.",
  },
  BranchDiffers: {
    says: [
      "What is stated of the branch {branch} is not so: it has {is}, not {stated}.",
      "What is stated of the branch {branch} is not so: it has {is}, and that was left out.",
      "What is stated of the branch {branch} is not so: it does not have {stated}.",
      "What is stated of the branch {branch} is not so.",
    ],
    remedy: "State the kind and the branch above {branch} as they are on that day.",
  },
  BranchHasThatName: {
    says: "The branch {branch} has that name already.",
    remedy: "Leave this command out, or check the name.",
  },
  BranchHasThatKind: {
    says: "The branch {branch} is of kind {kind} already.",
    remedy: "Leave this command out, or check the kind.",
  },
  BranchStandsThere: {
    says: "The branch {branch} stands under {parent} already.",
    remedy: "Leave this command out, or check where {branch} moved to.",
  },
  MayNotStandUnder: {
    says: [
      "The branch {branch}, of kind {kind}, may not stand under {parent}, of kind {parentKind}.",
      "The branch {branch}, of kind {kind}, may not stand under {parent}.",
      "The branch {branch}, of kind {kind}, may not stand at the top, under no other branch.",
    ],
    remedy: "Choose a kind and a place that the rules in force on that day allow together.",
  },
  MayNotHoldMembers: {
    says: "The branch {branch}, of kind {kind}, has no members of its own.",
    remedy: "Name the branch below {branch} in which the member is.",
  },
  HasMembers: {
    says: "The branch {branch} still has {members:count} {members|member|members} on that day.",
    remedy: "Record first where its members went.",
  },
  HasBranchesBelow: {
    says: "Below the branch {branch} there still stand {below}.",
    remedy: "Move or dissolve the branches below it first.",
  },
  HasOfficers: {
    says: "In the branch {branch} these people still hold office: {persons}.",
    remedy: "Release them from their offices first.",
  },
  BodyExists: {
    says: "The branch {branch} has a body {body} already.",
    remedy: "Give the new body another id, or leave this command out.",
  },
  BodyUnknown: {
    says: "The branch {branch} has no body {body} by that day.",
    remedy: "Check the id, or form the body first.",
  },
  OfficeTaken: {
    says: "The office {office} in {branch} has one holder only, and {holder} holds it.",
    remedy: "Release {holder} first, or check the office.",
  },
  HoldsOfficeAlready: {
    says: "{person} holds the office {office} there already.",
    remedy: "Leave this command out, or check the person and the office.",
  },
  HoldsNoSuchOffice: {
    says: "{person} does not hold the office {office} there on that day.",
    remedy: "Check person, office and place, or record the appointment first.",
  },
  WouldCloseRing: {
    says: "{to} stands below {branch}: moving {branch} there would make a ring.",
    remedy: "Choose a branch that does not stand below {branch}.",
  },
  BaseOrganisationDiffers: {
    says: [
      "The base organisation of {branch} is {is}, not {stated}.",
      "The base organisation of {branch} is {is}, and it was left out.",
      "There is no base organisation at or above {branch}, so it is not {stated}.",
      "The base organisation of {branch} is not as stated.",
    ],
    remedy: "State the base organisation as the tree has it on that day.",
  },
  NotInVocabulary: {
    says: "The rules in force on that day do not know “{term}” among the {vocabulary:word}.",
    remedy: "Use a word that they know, or register a rule pack that has it.",
  },
  NoStructurePackInForce: {
    says: "No rules on the structure of organisations are in force on that day, for {branch}.",
    remedy: "Check the date and the regime of the ledger, or register a rule pack.",
  },
  // Membership
  IsMemberAlready: {
    says: "{person} is a member already, in the branch {branch}.",
    remedy: "Check the person, or transfer the member instead of admitting again.",
  },
  IsNoMember: {
    says: [
      "{person} is no member in {branch} on {on:date}.",
      "{person} is no member on that day, so not in {branch} either.",
      "{person} is no member on that day.",
    ],
    remedy: "Check the id and the date, or record first how {person} became a member.",
  },
  IsMemberElsewhere: {
    says: [
      "{person} is a member in {is} on {on:date}, not in {stated}.",
      "{person} is a member in {is} on that day, not in {stated}.",
    ],
    remedy: "Name the branch {is}, or record the transfer first.",
  },
  StatusDiffers: {
    says: "{person} is {is:word} on that day, not {stated:word}.",
    remedy: "Check the person and the date: the status follows from what is recorded.",
  },
  DecidedAfterEffect: {
    says: "It takes effect on {effectiveOn:date}, before it was decided on {decidedOn:date}.",
    remedy: "Let it take effect on the day of the decision or later.",
  },
  ProbationNotOver: {
    says:
      "The probation of {person} runs to {due:date}; recognition was decided on " +
      "{decidedOn:date}, to take effect on {effectiveOn:date}.",
    remedy: "Recognise on {due:date} or later, by a decision of that day or later.",
  },
  ProbationOver: {
    says: "The probation of {person} ended on {due:date}, before {effectiveOn:date}.",
    remedy: "Let the extension take effect while probation still runs.",
  },
  ProbationStartUnknown: {
    says: "It is not recorded since when {person} is on probation.",
    remedy: "Correct the entry that carried {person} in, and give the day in `since`.",
  },
  IsNotInTransit: {
    says: "{person} is not in transit to a branch on that day.",
    remedy: "Record the transfer first, or say with `from` and `status` where {person} comes from.",
  },
  IsInTransit: {
    says: "{person} is in transit from {from} to {to} on that day.",
    remedy: "Record first that {to} received {person}.",
  },
  TransferLeadsNowhere: {
    says: "{person} is in the branch {branch} already: a transfer leads to another branch.",
    remedy: "Name the branch that {person} goes to.",
  },
  IsExemptAlready: {
    says: "{person} is exempt already on that day.",
    remedy: "Leave this command out, or check the person and the date.",
  },
  IsNotExempt: {
    says: "{person} is not exempt on that day.",
    remedy: "Leave this command out, or record the exemption first.",
  },
  IsSuspendedAlready: {
    says: "{person} is suspended already on that day.",
    remedy: "Leave this command out, or check the person and the date.",
  },
  IsNotSuspended: {
    says: "{person} is not suspended on that day.",
    remedy: "Leave this command out, or record the suspension first.",
  },
  HoldsOffice: {
    says: "{person} still holds the office {office} in {branch} on that day.",
    remedy: "Release {person} from the office first.",
  },
  WasNotAdmittedThatYear: {
    says: [
      "{person} was not admitted in the year {year} as this ledger has it.",
      "This ledger records no admission of {person} that could be annulled.",
    ],
    remedy: "Check the person: only an admission that this ledger counted is annulled.",
  },
  HoldsThatSeat: {
    says: "{person} holds the office {office} in that place already.",
    remedy: "Leave this command out, or check the person and the place.",
  },
  HoldsNoSuchSeat: {
    says: "{person} does not hold the office {office} in that place on that day.",
    remedy: "Check person, office and place, or record the appointment first.",
  },
  FormNotForStatus: {
    says: "The discipline “{form}” is not for members who are {status:word}.",
    remedy: "Use a form that the rules in force have for that status.",
  },
  // The ledger itself
  CommandIdReused: {
    says: "The command id {id} stands at position {position} with another command.",
    remedy: "Give this command an id of its own; to change what stands there, correct it.",
  },
  CommitTooLarge: {
    says:
      "This would make one entry of {bytes:count} bytes; " +
      "an entry has {bytesMax:count} bytes at most.",
    remedy: "Split it into several commands, or record without --atomic.",
  },
  ClockBehindLedger: {
    says: "The clock says {now}, but the last entry of the ledger was made at {last}.",
    remedy: "Set the clock of this machine, or find out which machine's clock was ahead.",
  },
  EffectiveInFuture: {
    says: "It takes effect on {effectiveOn:date}, and today is {today:date}.",
    remedy: "Record it on the day it takes effect or later, or check the date.",
  },
  UnknownEvent: {
    says: "The ledger has no event {target}.",
    remedy: "Look the address up with `tongket log`; it is POSITION.INDEX, such as 412.0.",
  },
  AlreadyReversed: {
    says: "The event {target} ({type}) is reversed already.",
    remedy: "Nothing is left to reverse; record the fact anew where it is to stand again.",
  },
  MayNotBeReversed: {
    says: "The event {target} is of type {type}, and that is never reversed.",
    remedy: "Record the fact anew that was reversed; what was erased is gone for good.",
  },
  HasDependants: {
    says: "Later facts rest on what is to be reversed: {events} (they would be {because}).",
    remedy: "Reverse those in the same commit, the latest first, and record anew what still holds.",
  },
  ContradictsLater: {
    says: "Facts already recorded for later days contradict this: {events} (they would be {because}).",
    remedy: "Check the date, or correct those facts first.",
  },
  PersonIsErased: {
    says: "The personal data of {person} were erased for good.",
    remedy: "Use a new person id where this is another person.",
  },
} as const satisfies { readonly [Name in RefusalName]: Message };
