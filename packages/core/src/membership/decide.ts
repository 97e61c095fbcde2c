import * as Schema from "effect/Schema";
import { commandType, completes, type Given, states } from "../kernel/command.ts";
import { CalendarDate } from "../kernel/date.ts";
import { newEvent } from "../kernel/event.ts";
import { BranchId, Id, PersonId, type Tag, Term, tag } from "../kernel/ids.ts";
import type { Law } from "../kernel/law.ts";
import { accepted, type Decision, refused } from "../kernel/refusal.ts";
import { Label, Text } from "../kernel/text.ts";
import { voteFields } from "../kernel/vote.ts";
import { type RuleContext, structureOn } from "../rulebook/rulebook.ts";
import {
  AdmissionAnnulled,
  MemberAdmitted,
  MemberCarriedIn,
  MemberDeparted,
  MemberDisciplined,
  MemberExempted,
  MemberLeft,
  MemberReceived,
  MemberRecognised,
  MemberReinstated,
  MemberResumed,
  MemberSuspended,
  MemberTransferred,
  Origin,
  ProbationExtended,
  type Status,
} from "./events.ts";
import { objectionsToPerson, refuse } from "./rules.ts";
import {
  branchOn,
  evolvePerson,
  firstStandingFrom,
  initialPerson,
  type PersonState,
  probationEnd,
} from "./state.ts";

export const personLaw: Law<PersonState, never, RuleContext> = {
  on: "person",
  initial: initialPerson,
  evolve: evolvePerson,
  objections: objectionsToPerson,
};

const personTag = (member: PersonId): Tag => tag("person", member);
const readsMember = ({ member }: { readonly member: PersonId }): readonly Tag[] => [
  personTag(member),
];

/** The branch and status of a member on the day, or the refusal that the person is none. */
const memberOn = (
  member: PersonId,
  { stateOn }: Given<RuleContext>,
): { readonly branch: BranchId; readonly status: Status } | Decision<never> => {
  const { place } = stateOn(personLaw, personTag(member));
  switch (place.place) {
    case "member":
      return { branch: place.branch, status: place.status };
    case "outside":
      return refused(refuse("IsNoMember", { person: member }));
    case "transit":
      return refused(refuse("IsInTransit", { person: member, from: place.from, to: place.to }));
  }
};

/** The same of one who leaves, who may be on the way to another branch. */
const leavingOn = (
  member: PersonId,
  given: Given<RuleContext>,
):
  | { readonly branch: BranchId; readonly status: Status; readonly onTheWayTo?: BranchId }
  | Decision<never> => {
  const { place } = given.stateOn(personLaw, personTag(member));
  return place.place === "transit"
    ? { branch: place.from, status: place.status, onTheWayTo: place.to }
    : memberOn(member, given);
};

/** What commands about a current member read, and what they find: branch and status. */
const ofMember = {
  reads: readsMember,
  find: ({ member }: { readonly member: PersonId }, given: Given<RuleContext>) =>
    memberOn(member, given),
};
const ofLeaving = {
  reads: readsMember,
  find: ({ member }: { readonly member: PersonId }, given: Given<RuleContext>) =>
    leavingOn(member, given),
};

/**
 * Recognition takes effect when probation ends, in the branch of that day, whatever the day it
 * was decided: a later `effectiveOn` of the command is only the day of the decision.
 */
export const RecogniseMember = commandType("RecogniseMember", {
  fields: {
    member: PersonId,
    decidedOn: Schema.optionalKey(CalendarDate),
    receivedOn: Schema.optionalKey(CalendarDate),
    ...voteFields,
  },
  reads: readsMember,
  decide: ({ member, decidedOn, ...rest }, given: Given<RuleContext>) => {
    const { effectiveOn, context } = given;
    const state = given.stateOn(personLaw, personTag(member));
    const found = memberOn(member, given);
    if ("decision" in found) return found;
    const { today } = context;
    if (decidedOn !== undefined && decidedOn > today) {
      return refused(refuse("DecidedInFuture", { decidedOn, today }));
    }
    const months = structureOn(context.rulebook, effectiveOn)?.parameters.probationMonths.value;
    const due = months === undefined ? undefined : probationEnd(state, months);
    const late = due !== undefined && due < effectiveOn;
    const day = (late ? firstStandingFrom(state, due) : undefined) ?? effectiveOn;
    const data = {
      member,
      branch: branchOn(state, day) ?? found.branch,
      decidedOn: decidedOn ?? effectiveOn,
      ...rest,
    };
    return found.status === "official"
      ? refused(refuse("StatusDiffers", { person: member, stated: "probationary", is: "official" }))
      : accepted(newEvent(MemberRecognised, data, day));
  },
});

export const ExtendProbation = commandType("ExtendProbation", {
  fields: {
    member: PersonId,
    months: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 60 })),
  },
  reads: readsMember,
  decide: ({ member, months }, given: Given<RuleContext>) => {
    const found = memberOn(member, given);
    if ("decision" in found) return found;
    const data = { member, branch: found.branch, months };
    return accepted(newEvent(ProbationExtended, data, given.effectiveOn));
  },
});

export const TransferMember = commandType("TransferMember", {
  fields: { member: PersonId, to: BranchId },
  reads: readsMember,
  decide: ({ member, to }, given: Given<RuleContext>) => {
    const found = memberOn(member, given);
    if ("decision" in found) return found;
    const data = { member, from: found.branch, to, status: found.status };
    return accepted(newEvent(MemberTransferred, data, given.effectiveOn));
  },
});

/**
 * Without `from` the member comes from the branch that sent the member on. `since` and
 * `transfer` are of one who comes from outside.
 */
export const ReceiveMember = commandType("ReceiveMember", {
  fields: {
    member: PersonId,
    to: BranchId,
    from: Schema.optionalKey(Origin),
    status: Schema.optionalKey(Schema.Literals(["probationary", "official"])),
    since: Schema.optionalKey(CalendarDate),
    transfer: Schema.optionalKey(Id),
  },
  reads: readsMember,
  decide: ({ from, status, ...rest }, given: Given<RuleContext>) => {
    const { member } = rest;
    const { place } = given.stateOn(personLaw, personTag(member));
    const isSent = place.place === "transit";
    const sent = isSent ? { from: { branch: place.from }, status: place.status } : undefined;
    const origin = { from: from ?? sent?.from, status: status ?? sent?.status };
    if (origin.from === undefined || origin.status === undefined) {
      return refused(refuse("IsNotInTransit", { person: member }));
    }
    const data = { ...rest, from: origin.from, status: origin.status };
    return accepted(newEvent(MemberReceived, data, given.effectiveOn));
  },
});

export const AnnulAdmission = commandType("AnnulAdmission", {
  fields: { member: PersonId, reason: Text },
  reads: readsMember,
  decide: ({ member, reason }, given: Given<RuleContext>) => {
    const { admissionYear, admittedIn } = given.stateOn(personLaw, personTag(member));
    const found = leavingOn(member, given);
    if ("decision" in found) return found;
    if (admissionYear === undefined || admittedIn === undefined) {
      return refused(refuse("WasNotAdmittedThatYear", { person: member }));
    }
    const data = { member, ...found, admittedIn, admissionYear, reason };
    return accepted(newEvent(AdmissionAnnulled, data, given.effectiveOn));
  },
});

export const membershipCommands = [
  states("AdmitMember", MemberAdmitted),
  states("CarryInMember", MemberCarriedIn),
  RecogniseMember,
  ExtendProbation,
  TransferMember,
  ReceiveMember,
  completes("DepartMember", MemberDeparted, {
    fields: { to: Label, transfer: Schema.optionalKey(Id), member: PersonId },
    ...ofLeaving,
  }),
  completes("ExemptMember", MemberExempted, { fields: { member: PersonId }, ...ofMember }),
  completes("ResumeMember", MemberResumed, { fields: { member: PersonId }, ...ofMember }),
  completes("SuspendMember", MemberSuspended, { fields: { member: PersonId }, ...ofMember }),
  completes("ReinstateMember", MemberReinstated, { fields: { member: PersonId }, ...ofMember }),
  completes("DisciplineMember", MemberDisciplined, {
    fields: {
      form: Term,
      violation: Schema.optionalKey(Id),
      ...voteFields,
      member: PersonId,
    },
    ...ofMember,
  }),
  completes("RemoveMember", MemberLeft, {
    fields: { reason: Term, ...voteFields, member: PersonId },
    ...ofLeaving,
  }),
  AnnulAdmission,
] as const;
