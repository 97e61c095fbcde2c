import type { DomainEvent, Place } from "../kernel/event.ts";
import { addressOf } from "../kernel/event.ts";
import type { AnyEventType } from "./event-catalogue.ts";
import { LedgerFault } from "./event-store.ts";

/** The current version of every type of event. NOTE: without their shapes, which load Schema. */
const versions = {
  BranchEstablished: 1,
  BranchCarriedIn: 1,
  BranchRenamed: 1,
  BranchKindChanged: 1,
  BranchMoved: 1,
  BranchDissolved: 1,
  BranchDisciplined: 1,
  SuperiorNamed: 1,
  BodyFormed: 1,
  BodyCarriedIn: 1,
  OfficerAppointed: 1,
  OfficerCarriedIn: 1,
  OfficerReleased: 1,
  MemberAdmitted: 1,
  MemberCarriedIn: 1,
  MemberRecognised: 1,
  ProbationExtended: 1,
  MemberTransferred: 1,
  MemberReceived: 1,
  MemberDeparted: 1,
  MemberExempted: 1,
  MemberResumed: 1,
  MemberSuspended: 1,
  MemberReinstated: 1,
  MemberDisciplined: 1,
  MemberLeft: 1,
  AdmissionAnnulled: 1,
  DirectiveIssued: 1,
  DirectiveCarriedIn: 1,
  DirectiveStudied: 1,
  DirectiveClosed: 1,
  TrainingCompleted: 1,
  MeetingHeld: 1,
  AttendanceNoted: 1,
  SpeechGiven: 1,
  ContributionMade: 1,
  GoodPracticeNoted: 1,
  ProgrammeAdopted: 1,
  BranchInspected: 1,
  FindingRecorded: 1,
  FindingRemedied: 1,
  SelfRatingSubmitted: 1,
  CriterionRecorded: 1,
  RatingProposed: 1,
  RatingAssigned: 1,
  RatingRevised: 1,
  RatingExempted: 1,
  RatingsClosed: 1,
  CapBreachNoted: 1,
  TargetSet: 1,
  TargetRevised: 1,
  TargetDropped: 1,
  EvidenceDeclared: 1,
  AwardGranted: 1,
  AwardPresented: 1,
  AwardRevoked: 1,
  ReviewOpened: 1,
  RulePackRegistered: 1,
  ResultNoted: 1,
  ShortcomingNoted: 1,
  ShortcomingRemedied: 1,
  DirectionSet: 1,
  DirectionNoted: 1,
  PlanAdopted: 1,
  ReportPresented: 1,
  ReportAdopted: 1,
  FigureReported: 1,
  ReviewClosed: 1,
  EventReversed: 1,
  PersonProfiled: 1,
  PersonErased: 1,
} satisfies { readonly [Type in AnyEventType]: number };

export const eventVersions: ReadonlyMap<string, number> = new Map(Object.entries(versions));

/**
 * Throws where an event is of a type, or of a version of it, that is not known here: it would be
 * left out of totals without a word.
 */
export const demandKnown = (
  event: Pick<DomainEvent, "type" | "version"> & Pick<Place, "position" | "index">,
): void => {
  const { type, version, position } = event;
  const known = eventVersions.get(type);
  if (known !== undefined && version >= 1 && version <= known) return;
  const facts = { position, address: addressOf(event), type, version };
  throw new LedgerFault("EventUnknown", facts);
};
