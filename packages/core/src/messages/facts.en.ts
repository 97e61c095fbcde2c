import type { Template } from "./template.ts";

/** What a fact says, in English: of each type of event that a figure can be followed back to. */
export const factsEn = {
  MemberAdmitted: "{member} admitted to {branch}",
  AdmissionAnnulled: "admission of {member} annulled",
  DirectiveStudied: "{directive} brought to {reached:count} of {eligible:count} in {branch}",
  TrainingCompleted: "{person} finished {course}",
  RatingAssigned: ["{subject} rated {level}, {distinction}", "{subject} rated {level}"],
  RatingRevised: "rating of {subject} changed from {fromLevel} to {toLevel}",
  BranchInspected: "{kind} of {branch} by {by}",
  AwardGranted: "award {award} granted: {category}",
  AwardRevoked: "award {award} revoked: {category}",
  ShortcomingNoted: "{text:whole}",
  DirectionSet: "direction {ordinal}: {text:whole}",
  PlanAdopted: "plan “{title:whole}”, {items:count} {items|item|items}",
  MeetingHeld: ["{kind}: {title:whole}", "{kind} of {branch}"],
  BranchEstablished: "{branch} established",
  BranchCarriedIn: "{branch} stood before the ledger",
  BranchKindChanged: "{branch} became {to}",
  BranchMoved: "{branch} moved from {from} to {to}",
  OfficerAppointed: "{person} appointed {office} of {branch}",
  OfficerCarriedIn: "{person} was {office} of {branch} before the ledger",
  TargetSet: "target set: {text:whole}",
  TargetRevised: "target revised to {goal:goal}",
  EvidenceDeclared: "evidence declared: {text:whole}",
  FigureReported: "reported: “{phrase:whole}”",
} as const satisfies { readonly [type: string]: Template };
