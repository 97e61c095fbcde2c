import type { RefusalName } from "../deciders.ts";
import { joined, type Message } from "./message.ts";

/** What each refusal says, and what to do about it, in English. */
export const refusalsEn = {
  // Branches
  BranchExists: {
    says: "The branch {branch} exists already.",
    remedy: "Give the new branch another id, or record what changed in {branch}.",
  },
  BranchUnknown: {
    says: ["There is no branch {branch} on {on:date}.", "There is no branch {branch} by that day."],
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
    says: [
      joined(
        "The branch {branch}, from now on of kind {kind}, may have no members of its own, ",
        "and still has {members:count}.",
      ),
      "The branch {branch} still has {members:count} {members|member|members} on that day.",
    ],
    remedy: [
      "Transfer them to a branch below {branch} that holds members; kind {kind} holds none.",
      "Record first where its members went.",
    ],
  },
  AwaitsMembers: {
    says: "{members:count} {members|member is|members are} on the way to the branch {branch}.",
    remedy: "Record first that they were received, or reverse their transfer.",
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
    says: [
      "The office {office} in {branch} has one holder only, and {holder} holds it.",
      "The office {office} in {branch} has one holder only, and is taken.",
    ],
    remedy: "Release the holder first, or check the office.",
  },
  HoldsOfficeAlready: {
    says: "{person} holds the office {office} there already.",
    remedy: "Leave this command out, or check the person and the office.",
  },
  HoldsNoSuchOffice: {
    says: "{person} does not hold the office {office} there on that day.",
    remedy: "Check person, office and place, or record the appointment first.",
  },
  HasBranchAbove: {
    says: "{branch} stands under {parent} in this ledger, so no other ledger has its superior.",
    remedy: "Name the superior of the branch at the top.",
  },
  WouldCloseRing: {
    says: "{to} stands below {branch}: moving {branch} there would make a ring.",
    remedy: "Choose a branch that does not stand below {branch}.",
  },
  StandsNotAbove: {
    says: "{by} does not stand above {branch}, so it neither inspects nor rates there.",
    remedy: "Name a committee above {branch} as it stood at the time.",
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
    says: [
      joined(
        "The rules in force on that day do not know “{term}” among the {vocabulary:word}; ",
        "near are {nearest}.",
      ),
      "The rules in force on that day do not know “{term}” among the {vocabulary:word}.",
    ],
    remedy:
      "Use a word that docs/reference/vocabulary.md lists, or register a rule pack that has it.",
  },
  NoStructurePackInForce: {
    says: "No rules on the structure of organisations are in force on {effectiveOn:date}.",
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
      "{person} is no member on {on:date}.",
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
  VoteNotCarried: {
    says: joined(
      "The branch did not carry it for {subject}: {inFavour:count} of {of:count} votes in ",
      "favour, where {needed} is needed.",
    ),
    remedy: "Vote again, or correct the count where it is wrong.",
  },
  CommitteeVoteNotCarried: {
    says: joined(
      "The committee did not carry it for {subject}: {inFavour:count} of {of:count} votes ",
      "in favour, where {needed} is needed.",
    ),
    remedy: "Vote again, or correct the count where it is wrong.",
  },
  MoreVotesThanSummoned: {
    says: "On {subject} {votes:count} votes were counted, of {summoned:count} called to vote.",
    remedy: "Correct the count.",
  },
  TooYoung: {
    says: "{person} is {ageMonths:count} months old; admission is from {least:count} months on.",
    remedy: "Admit when the age is reached, or correct the age.",
  },
  TooOld: {
    says: "{person} is {ageMonths:count} months old; admission is up to {most:count} months.",
    remedy: "Correct the age where it is wrong.",
  },
  CertificateTooOld: {
    says: joined(
      "The certificate of {person} is {certificateAgeMonths:count} months old; it is valid ",
      "for {most:count}.",
    ),
    remedy: "Record the certificate of a later course, or correct its age.",
  },
  TooFewIntroducers: {
    says: "{person} is introduced by {introducedBy:count}, and {least:count} are needed.",
    remedy: "Name every introducer.",
  },
  IntroducerKnownTooShort: {
    says: joined(
      "{introducer} has known {person} for {knownMonths:count} months, and {least:count} ",
      "are needed.",
    ),
    remedy: "Name another introducer, or correct the months.",
  },
  ReadmittedTooSoon: {
    says: joined(
      "{person} left on {leftOn:date} and may be admitted again from {mayBeFrom:date} on; ",
      "it was decided on {decidedOn:date}.",
    ),
    remedy: "Decide on {mayBeFrom:date} or later.",
  },
  ReadmittedTooOften: {
    says: joined(
      "{person} came back {readmissions:count} {readmissions|time|times} already, and ",
      "{most:count} may be.",
    ),
    remedy: "Check whether it is the same person.",
  },
  DecidedInExtension: {
    says: joined(
      "On {person} it was decided {workingDays:count} working days after the file was ",
      "received: over {most:count}, within the extension to {longest:count}.",
    ),
    remedy: "See to it that the term was extended.",
  },
  DecidedTooLate: {
    says: joined(
      "On {person} it was decided on {decidedOn:date}, {workingDays:count} working days ",
      "after the file was received on {receivedOn:date}; {longest:count} are allowed.",
    ),
    remedy: "Check the days; where they are right, decide anew on a new file.",
  },
  CeremonyTooLate: {
    says: joined(
      "{person} was admitted on {effectiveOn:date}, {workingDays:count} working days after ",
      "the decision of {decidedOn:date}; {most:count} are allowed.",
    ),
    remedy: "Check the days; where they are right, decide anew.",
  },
  DecidedAfterEffect: {
    says: "It takes effect on {effectiveOn:date}, before it was decided on {decidedOn:date}.",
    remedy: "Let it take effect on the day of the decision or later.",
  },
  DecidedInFuture: {
    says: "It was decided on {decidedOn:date}, and today is {today:date}.",
    remedy: "Record it on the day it is decided or later, or check the date.",
  },
  SinceAfterEntry: {
    says: [
      joined(
        "{person}, received from {external} on {effectiveOn:date}, is said to be a member since ",
        "{since:date}, a later day.",
      ),
      "An opening entry of {effectiveOn:date} says a member since {since:date}, a later day.",
    ],
    remedy: [
      "Give in `since` the day on which membership began before {external} sent the member on.",
      "Record as an opening entry only who was a member before; else admit the member.",
    ],
  },
  SinceIsKnown: {
    says: "{person} comes from {from}, so this ledger has since when {person} is a member.",
    remedy: "Leave `since` out: it is told of one who comes from outside.",
  },
  TransferStaysInside: {
    says: "{person} comes from {from} of this ledger: {transfer} is no transfer between ledgers.",
    remedy: "Leave `transfer` out: it is told of one who comes from outside.",
  },
  ProbationNotOver: {
    says: joined(
      "The probation of {person} runs to {due:date}; recognition was decided on ",
      "{decidedOn:date}, to take effect on {effectiveOn:date}.",
    ),
    remedy: "Recognise on {due:date} or later, by a decision of that day or later.",
  },
  ProbationOver: {
    says: "The probation of {person} ended on {due:date}, before {effectiveOn:date}.",
    remedy: "Let the extension take effect while probation still runs.",
  },
  ProbationStartUnknown: {
    says: "It is not recorded since when {person} is on probation.",
    remedy: joined(
      "Correct the entry that carried {person} in, or received {person} from outside, ",
      "and give the day in `since`.",
    ),
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
    says: [
      "{person} still holds the office {office} in {branch} on that day.",
      "{person} still holds the office {office} on that day.",
    ],
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
  // Directives and training
  DirectiveExists: {
    says: "The directive {directive} exists already.",
    remedy: "Give the new directive another id, or leave this command out.",
  },
  DirectiveUnknown: {
    says: "There is no directive {directive} by that day.",
    remedy: "Check the id, or record first that it was issued.",
  },
  DirectiveIsClosed: {
    says: "The directive {directive} is closed by that day.",
    remedy: "Check the date: it is studied and closed while it is open.",
  },
  AlreadyStudied: {
    says: "{branch} studied the directive {directive} with “{audience}” in {year} already.",
    remedy: "To change the numbers, correct that entry.",
  },
  MoreReachedThanEligible: {
    says: "{reached:count} people were reached, and only {eligible:count} were eligible.",
    remedy: "Check the two numbers.",
  },
  YearDiffers: {
    says: "The year is stated as {year}, and it took effect on {effectiveOn:date}.",
    remedy: "State the year of that day, or correct the day.",
  },
  CompletedAlready: {
    says: "{person} completed the course “{course}” in {year} already.",
    remedy: "Leave this command out, or check person, course and date.",
  },
  // Meetings
  MeetingExists: {
    says: "The meeting {meeting} is recorded already.",
    remedy: "Give the new meeting another id, or leave this command out.",
  },
  MeetingUnknown: {
    says: "There is no meeting {meeting} by that day.",
    remedy: "Check the id, or record the meeting first.",
  },
  MorePresentThanEligible: {
    says: "{present:count} were present, and only {eligible:count} were eligible.",
    remedy: "Check the two numbers.",
  },
  AttendanceNotedAlready: {
    says: "The attendance of {attendee:found} at the meeting {meeting} is noted already.",
    remedy: "Leave this command out.",
  },
  SpeechExists: {
    says: "The meeting {meeting} has a speech {speech} already.",
    remedy: "Give the new speech another id, or leave this command out.",
  },
  ContributedAlready: {
    says: "The contribution of {branch} to the meeting {meeting} is recorded already.",
    remedy: "To change what it said, correct that entry.",
  },
  PracticeExists: {
    says: "The meeting {meeting} has a good practice {practice} already.",
    remedy: "Give the new one another id, or leave this command out.",
  },
  // Inspection
  ProgrammeExists: {
    says: "{committee} has adopted its programme for {year} already.",
    remedy: "To change the programme, correct that entry.",
  },
  ItemRepeated: {
    says: "The programme of {committee} for {year} has the item {item} twice.",
    remedy: "Give each item an id of its own.",
  },
  ItemUnknown: {
    says: "The programme of {committee} for {year} has no item {item} by that day.",
    remedy: "Check the id, or leave `item` out where no item asked for it.",
  },
  ItemDiffers: {
    says: "The item {item} of the programme names {is}, not {stated}.",
    remedy: "Check the item, or leave `item` out where no item asked for it.",
  },
  InspectionExists: {
    says: "The inspection {inspection} is recorded already.",
    remedy: "Give the new inspection another id, or leave this command out.",
  },
  InspectionUnknown: {
    says: "There is no inspection {inspection} by that day.",
    remedy: "Check the id, or record the inspection first.",
  },
  InspectsItself: {
    says: "{branch} cannot inspect or supervise itself.",
    remedy: "Name in `by` the committee that held it.",
  },
  InspectedBranchDiffers: {
    says: "The finding is about {is}, not {stated}.",
    remedy: "Name the branch that was inspected, {is}.",
  },
  FindingExists: {
    says: "The finding {finding} is recorded already.",
    remedy: "Give the new finding another id, or leave this command out.",
  },
  FindingUnknown: {
    says: "There is no finding {finding} by that day.",
    remedy: "Check the id, or record the finding first.",
  },
  RemediedAlready: {
    says: "The finding {finding} is remedied already.",
    remedy: "Leave this command out.",
  },
  // Ratings
  YearNotBegun: {
    says: "The year {year}, for which {subject} is rated, begins after {effectiveOn:date}.",
    remedy: "Check the year and the day.",
  },
  RatedAlready: {
    says: "{subject} is rated for {year} already.",
    remedy: "Revise the rating, with the reason.",
  },
  ExemptedFromRating: {
    says: "{subject} is exempted from the rating of {year}.",
    remedy: "Check the subject, or reverse the exemption first.",
  },
  SelfRatedAlready: {
    says: "{subject} has rated itself for {year} already.",
    remedy: "To change it, correct that entry.",
  },
  CriterionRecordedAlready: {
    says: "In {year} the criterion “{criterion}” of {subject} is {is:amount}, not {stated:amount}.",
    remedy: "To change it, correct that entry.",
  },
  NoRatingPackInForce: {
    says: "No rules on ratings are in force on {effectiveOn:date}.",
    remedy: "Check the date and the regime of the ledger, or register a rule pack.",
  },
  PackUnknown: {
    says: "There is no rule pack {pack} on ratings.",
    remedy: "Check the id, or register the pack first.",
  },
  PackNotInForce: {
    says: [
      joined(
        "The rule pack {pack} is in force from {inForceFrom:date} to {inForceTo:date}, ",
        "not on {effectiveOn:date}.",
      ),
      "The rule pack {pack} is in force from {inForceFrom:date} on, not on {effectiveOn:date}.",
    ],
    remedy: "Rate under the pack that was in force on the day of the decision.",
  },
  LevelNotInPack: {
    says: "The rule pack {pack} has no level “{level}” for the kind {subjectKind}.",
    remedy: "Use a level that the pack has for it.",
  },
  DistinctionNotAtLevel: {
    says: "The rule pack {pack} has no distinction “{distinction}” at the level “{level}”.",
    remedy: "Use a distinction that the pack has at that level, or leave it out.",
  },
  NotRated: {
    says: "{subject} is not rated for {year} by that day.",
    remedy: "Assign a rating first: only a rating is revised.",
  },
  RatingDiffers: {
    says: [
      "The rating of {subject} for {year} has {is}, not {stated}.",
      "The rating of {subject} for {year} has {is}, and that was left out.",
      "The rating of {subject} for {year} does not have {stated}.",
      "The rating of {subject} for {year} is not as stated.",
    ],
    remedy: "State the rating as it stands on that day.",
  },
  RatingUnchanged: {
    says: "The rating of {subject} for {year} is “{is}” already.",
    remedy: "Leave this command out, or check the level.",
  },
  RatingsClosedAlready: {
    says: "{committee} has closed its ratings of {year}.",
    remedy: "Revise a rating that must change, with the reason.",
  },
  NothingRated: {
    says: "{committee} has rated nothing for {year} by that day.",
    remedy: "Record the ratings first, then close them.",
  },
  RatingsNotClosed: {
    says: "{committee} has not closed its ratings of {year} by that day.",
    remedy: "Close them first: a cap is judged over closed ratings.",
  },
  CapExceeded: {
    says: joined(
      "For {committee} in {year} the cap “{cap}” is not kept: {part:count} of {base:count} ",
      "({of}), and {allowed:count} may be.",
    ),
    remedy: "Revise ratings until the cap is kept, and close them then.",
  },
  ConditionNotMet: {
    says: joined(
      "{subject} may not be rated “{level}” for {year}: the condition “{condition}” is not met ",
      "({found}).",
    ),
    remedy: "Choose another level, or correct the fact where it is wrong.",
  },
  NotToBeRated: {
    says: "{subject} is not rated for {year}, being {because}.",
    remedy: "Exempt {subject} from the rating of that year.",
  },
  // Targets
  MeasureUnknown: {
    says: "There is no measure “{measure}” to set a target for.",
    remedy: "Name a measure of the reference, or “declared” for what no count decides.",
  },
  MeasureLacksWord: {
    says: "The measure {measure} asks for a word of the vocabulary {vocabulary}.",
    remedy: "Write it behind a slash, as {measure}/WORD.",
  },
  GoalNotOfMeasure: {
    says: "The measure {measure} is a {is}, and the goal is a {stated}.",
    remedy: "State the goal as the measure is: a count, or a share as num and den.",
  },
  GoalAboveWhole: {
    says: "The goal {num:count}/{den:count} for {measure} is more than all.",
    remedy: "State a share of at most 1.",
  },
  CountDecides: {
    says: "Whether the target {target} is reached is counted, by {measure}, not told by evidence.",
    remedy: "Record the facts that are counted; evidence is for targets of the measure “declared”.",
  },
  TargetExists: {
    says: "The target {target} exists already.",
    remedy: "Give the new target another id, or revise {target}.",
  },
  TargetUnknown: {
    says: "There is no target {target} by that day.",
    remedy: "Check the id, or set the target first.",
  },
  TargetDropped: {
    says: "The target {target} is dropped by that day.",
    remedy: "Set a new target with another id.",
  },
  TargetDiffers: {
    says: "The target {target} is that of {is}, not of {stated}.",
    remedy: "Check the id, the committee and the year.",
  },
  GoalDiffers: {
    says: "The goal of the target {target} is {is:goal}, not {stated:goal}.",
    remedy: "Start the revision from the goal as it stands.",
  },
  GoalUnchanged: {
    says: "The goal of the target {target} is {is:goal} already.",
    remedy: "Leave this command out, or check the goal.",
  },
  // Awards
  AwardExists: {
    says: "The award {award} is recorded already.",
    remedy: "Give the new award another id, or leave this command out.",
  },
  RecipientBranchDiffers: {
    says: "The award {award} goes to {is}, and is counted in {stated}.",
    remedy: "Name the same branch twice, or leave `branch` out.",
  },
  NotEligible: {
    says: [
      "{recipient}, of kind {kind}, is not one for whom the awards “{category}” are.",
      joined(
        "{recipient} stands under {under}, and the awards “{category}” are for those ",
        "elsewhere.",
      ),
      joined(
        "{recipient} was rated {rating} for {brokenIn}, which does not count for the awards ",
        "“{category}”; they ask {yearsRunning:count} {yearsRunning|year|years running}.",
      ),
      joined(
        "{recipient} was not rated for {brokenIn}; the awards “{category}” ask ",
        "{yearsRunning:count} {yearsRunning|year|years running}.",
      ),
      "{recipient} is not eligible for the awards “{category}”.",
    ],
    remedy: "Choose another category, or correct the fact where it is wrong.",
  },
  BasisYearsNotAscending: {
    says: "The years on which the award {award} rests are not in order: {basisYears}.",
    remedy: "Write each year once, the earliest first.",
  },
  BasisYearAfterAward: {
    says: "The award {award} of {year} cannot rest on the year {basisYear}.",
    remedy: "Check the years.",
  },
  AwardUnknown: {
    says: "There is no award {award} by that day.",
    remedy: "Check the id, or record first that it was granted.",
  },
  AwardIsRevoked: {
    says: "The award {award} is revoked by that day.",
    remedy: "Check the id; a revoked award is granted anew with another id.",
  },
  PresentedAlready: {
    says: "The award {award} is presented already.",
    remedy: "Leave this command out.",
  },
  AwardDiffers: {
    says: "The award {award} was granted with {is}, not with {stated}.",
    remedy: "State the award as it was granted.",
  },
  // Reviews
  ReviewOpenedAlready: {
    says: "The review of {committee} for {year} is open already.",
    remedy: "Leave this command out.",
  },
  ReviewNotOpen: {
    says: "The review of {committee} for {year} is not open by that day.",
    remedy: "Open the review first.",
  },
  ReviewIsClosed: {
    says: "The review of {committee} for {year} is closed by that day.",
    remedy: "Check the date; to add to a closed review, reverse its closing first.",
  },
  ReportNotPresented: {
    says: "The report of {committee} for {year} has not been presented by that day.",
    remedy: "Record first that it was presented.",
  },
  ReportAdoptedAlready: {
    says: "The report of {committee} for {year} is adopted already.",
    remedy: "Leave this command out.",
  },
  ResultExists: {
    says: "The review of {committee} for {year} has a result {result} already.",
    remedy: "Give the new result another id, or leave this command out.",
  },
  ShortcomingExists: {
    says: "The review of {committee} for {year} has a shortcoming {shortcoming} already.",
    remedy: "Give the new shortcoming another id, or leave this command out.",
  },
  ShortcomingUnknown: {
    says: "The review of {committee} for {year} has no shortcoming {shortcoming} by that day.",
    remedy: "Check the id, or note the shortcoming first.",
  },
  ShortcomingRemediedAlready: {
    says: "The shortcoming {shortcoming} of {committee} in {year} is remedied already.",
    remedy: "Leave this command out.",
  },
  DirectionExists: {
    says: "{committee} has a direction number {ordinal} for {year} already.",
    remedy: "Give the new direction the next number, or correct that entry.",
  },
  RequestExists: {
    says: "{committee} has a request {direction} for {year} already.",
    remedy: "Give the new one another id, or leave this command out.",
  },
  PlanExists: {
    says: "{committee} has a plan {plan} for {year} already.",
    remedy: "Give the new plan another id, or correct that entry.",
  },
  DraftDiffers: {
    says: [
      joined(
        "The plan {plan} of {committee} for {year} takes the place of a draft of {stated:count} ",
        "{stated|item|items}, but the one that stands then has {is:count}.",
      ),
      joined(
        "The plan {plan} of {committee} for {year} takes the place of a draft of {stated:count} ",
        "{stated|item|items}, but none stands then.",
      ),
      joined(
        "The plan {plan} of {committee} for {year} takes the place of no draft, ",
        "but one of {is:count} {is|item|items} stands then.",
      ),
      "The plan {plan} of {committee} for {year} takes the place of another draft.",
    ],
    remedy: "Reverse what was adopted after the draft, and record it anew in the same commit.",
  },
  ReportedAlready: {
    says: "For {branch} in {year} the figure “{measure}” is reported already.",
    remedy: "To change it, correct that entry.",
  },
  FigureContradictsItself: {
    says: "The figure “{measure}” of {branch} in {year} contradicts itself: {value:figure}.",
    remedy: "Check the percentage against the two numbers.",
  },
  RegimeDiffers: {
    says: "The rule pack {pack} is of the regime {stated}, and this ledger lives under {is}.",
    remedy: "Register it in a ledger of its regime.",
  },
  PackExists: {
    says: "There is a rule pack {pack} with another content.",
    remedy: "Give the new pack another id: a pack never changes.",
  },
  PackFaulty: {
    says: [
      "The rule pack {pack} has the fault {fault} at {path}; received {value}.",
      "The rule pack {pack} has the fault {fault} at {path}.",
    ],
    remedy: "Mend the file: `tongket rules check FILE` tells each fault and its remedy.",
  },
  PackOverlaps: {
    says: joined(
      "The rule packs {pack} and {other} would both be in force from {from:date} ",
      "to {to:date}.",
    ),
    remedy: "Let one of them end before the other begins.",
  },
  PackLeavesGap: {
    says: joined(
      "Between the rule packs {pack} and {other} nothing would be in force from {from:date} ",
      "to {to:date}.",
    ),
    remedy: "Let one of them begin the day after the other ends, or leave `inForceTo` out.",
  },
  // The ledger itself
  CommandIdReused: {
    says: "The command id {id} stands at position {position} with another command.",
    remedy: "Give this command an id of its own; to change what stands there, correct it.",
  },
  CommitTooLarge: {
    says: joined(
      "This would make one entry of {bytes:count} bytes; ",
      "an entry has {bytesMax:count} bytes at most.",
    ),
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
    says: joined(
      "Later facts rest on what is to be reversed: {events}. ",
      "Without it they would be refused [{because}].",
    ),
    remedy: joined(
      "Reverse those in the same commit, and record anew what still holds; what replaces a fact ",
      'on its own day takes its place with "inPlaceOf".',
    ),
  },
  ContradictsLater: {
    says: joined(
      "Facts recorded for later days contradict this: {events}. ",
      "With it they would be refused [{because}].",
    ),
    remedy: joined(
      "Check the date; or record it in one commit (`--atomic`) with what makes it lawful; ",
      "or reverse those facts in the same commit and record them anew as they are with this one.",
    ),
  },
  PlaceNotFreed: {
    says: "A fact is to stand in place of {inPlaceOf}, which this commit does not reverse.",
    remedy: "Reverse {inPlaceOf} in the same commit, or leave out inPlaceOf.",
  },
  EventTooLarge: {
    says: "This fact ({type}) is larger than {bytesMax:count} bytes, the most one fact may have.",
    remedy: "Shorten its texts and lists, or split it into several facts.",
  },
  PersonIsErased: {
    says: "The personal data of {person} were erased for good.",
    remedy: "Use a new person id where this is another person.",
  },
} as const satisfies { readonly [Name in RefusalName]: Message };
