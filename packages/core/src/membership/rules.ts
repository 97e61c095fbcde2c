import { type BranchEvent, seatKey } from "../branch/events.ts";
import type { Claim, DomainEvent } from "../kernel/event.ts";
import type { BranchId } from "../kernel/ids.ts";
import { type Refusal, refusing } from "../kernel/refusal.ts";
import { objectionsToDiscipline } from "../rulebook/discipline-votes.ts";
import { type Rulebook, type RuleContext, structureOn } from "../rulebook/rulebook.ts";
import type { StructurePack } from "../rulebook/structure-pack.ts";
import { objectionsToTerm } from "../rulebook/vocabulary.ts";
import { admissionRefusals, objectionsToAdmission, objectionsToRecognition } from "./admission.ts";
import type { MembershipEvent, Status } from "./events.ts";
import { isDue, isRunning, probationRefusals } from "./probation.ts";
import { type PersonState, ratedInOn } from "./state.ts";

export const membershipRefusals = [
  "IsMemberAlready",
  "IsNoMember",
  "IsMemberElsewhere",
  "StatusDiffers",
  "SinceAfterEntry",
  "SinceIsKnown",
  "TransferStaysInside",
  "DecidedAfterEffect",
  "DecidedInFuture",
  "IsNotInTransit",
  "IsInTransit",
  "TransferLeadsNowhere",
  "IsExemptAlready",
  "IsNotExempt",
  "IsSuspendedAlready",
  "IsNotSuspended",
  "HoldsOffice",
  "WasNotAdmittedThatYear",
  "HoldsThatSeat",
  "HoldsNoSuchSeat",
  "NoStructurePackInForce",
  "NotInVocabulary",
  "FormNotForStatus",
  ...probationRefusals,
  ...admissionRefusals,
] as const;
export type MembershipRefusal = (typeof membershipRefusals)[number];

export const refuse = refusing<MembershipRefusal>();

type Of<Type extends MembershipEvent["type"]> = Extract<MembershipEvent, { type: Type }>;

/** What speaks against an event in the timeline of one person. */
export const objectionsToPerson = (
  state: PersonState,
  event: DomainEvent,
  claims: readonly Claim[],
  { rulebook }: RuleContext,
): readonly Refusal[] => {
  const claimed = claims.flatMap((claim) => {
    if (claim.of !== "person" || claim.person !== state.person) return [];
    const on = claim.on ?? event.effectiveOn;
    const branch = ratedInOn(state, on);
    if (branch === claim.branch) return [];
    const { person } = state;
    return branch === undefined
      ? [refuse("IsNoMember", { person, branch: claim.branch, on })]
      : [refuse("IsMemberElsewhere", { person, stated: claim.branch, is: branch, on })];
  });
  if (claimed.length > 0) return claimed;
  const own = event as MembershipEvent | BranchEvent;
  const objections = objectionsToOwn(state, own, structureOn(rulebook, own.effectiveOn));
  return objections.length > 0 ? objections : objectionsByPacks(state, own, rulebook);
};

/** What speaks against a decision that the person's own timeline would let pass. */
const objectionsByPacks = (
  state: PersonState,
  event: MembershipEvent | BranchEvent,
  rulebook: Rulebook,
): readonly Refusal[] => {
  const { type, data, effectiveOn: on } = event;
  switch (type) {
    case "MemberAdmitted":
      return objectionsToAdmission(state, event, rulebook);
    case "MemberRecognised":
      return objectionsToRecognition(event, rulebook);
    case "MemberDisciplined":
    case "MemberLeft":
      return objectionsToDiscipline(data, { ...data, subject: state.person, on }, rulebook);
    default:
      return [];
  }
};

const objectionsToOwn = (
  state: PersonState,
  event: MembershipEvent | BranchEvent,
  pack: StructurePack | undefined,
): readonly Refusal[] => {
  const { person } = state;
  switch (event.type) {
    case "MemberAdmitted":
      return mustBeOutside(state) ?? decidedInTime(event.data.decidedOn, event);
    case "MemberCarriedIn":
      return mustBeOutside(state) ?? wasBefore(event, person);
    case "MemberRecognised":
      return (
        mustStand(state, { ...event.data, status: "probationary" }) ?? isDue(state, event, pack)
      );
    case "ProbationExtended":
      return (
        mustStand(state, { ...event.data, status: "probationary" }) ?? isRunning(state, event, pack)
      );
    case "MemberTransferred":
      return (
        mustStand(state, { ...event.data, branch: event.data.from }) ??
        (event.data.from === event.data.to
          ? [refuse("TransferLeadsNowhere", { person, branch: event.data.to })]
          : mustHoldNoOffice(state, event.data.from))
      );
    case "MemberReceived":
      return mayBeReceived(state, event);
    case "MemberDeparted":
    case "AdmissionAnnulled":
      return (
        mayLeave(state, event.data) ??
        (event.type === "AdmissionAnnulled" &&
        (event.data.admissionYear !== state.admissionYear ||
          event.data.admittedIn !== state.admittedIn)
          ? [refuse("WasNotAdmittedThatYear", { person, year: event.data.admissionYear })]
          : mustHoldNoOffice(state))
      );
    case "MemberLeft":
      return mayLeave(state, event.data) ?? hasReason(event, pack) ?? mustHoldNoOffice(state);
    case "MemberExempted":
    case "MemberResumed":
    case "MemberSuspended":
    case "MemberReinstated":
      return mustStand(state, event.data) ?? toggles(state, event.type);
    case "MemberDisciplined":
      return mustStand(state, event.data) ?? formFits(event, pack);
    case "OfficerAppointed":
    case "OfficerCarriedIn":
      return state.offices.has(seatKey(event.data))
        ? [refuse("HoldsThatSeat", { person, office: event.data.office })]
        : [];
    case "OfficerReleased":
      return state.offices.has(seatKey(event.data))
        ? []
        : [refuse("HoldsNoSuchSeat", { person, office: event.data.office })];
    default:
      return [];
  }
};

const mustBeOutside = (state: PersonState): readonly Refusal[] | undefined => {
  const { person, place } = state;
  if (place.place === "outside") return undefined;
  return place.place === "member"
    ? [refuse("IsMemberAlready", { person, branch: place.branch })]
    : [refuse("IsInTransit", { person, from: place.from, to: place.to })];
};

const mustStand = (
  state: PersonState,
  stated: { readonly branch: BranchId; readonly status: Status },
): readonly Refusal[] | undefined => {
  const { person, place } = state;
  const { branch, status } = stated;
  switch (place.place) {
    case "outside":
      return [refuse("IsNoMember", { person, branch })];
    case "transit":
      return [refuse("IsInTransit", { person, from: place.from, to: place.to })];
    case "member":
      if (place.branch !== branch) {
        return [refuse("IsMemberElsewhere", { person, stated: branch, is: place.branch })];
      }
      return place.status === status
        ? undefined
        : [refuse("StatusDiffers", { person, stated: status, is: place.status })];
  }
};

/** One leaves from where one stands, or from the way to where one was sent. */
const mayLeave = (
  state: PersonState,
  stated: {
    readonly branch: BranchId;
    readonly status: Status;
    readonly onTheWayTo?: BranchId;
  },
): readonly Refusal[] | undefined => {
  const { branch: from, status, onTheWayTo: to } = stated;
  return to === undefined ? mustStand(state, stated) : mustBeOnTheWay(state, { from, to, status });
};

const mustBeOnTheWay = (
  { person, place }: PersonState,
  stated: { readonly from: BranchId; readonly to: BranchId; readonly status: Status },
): readonly Refusal[] | undefined => {
  if (place.place !== "transit") return [refuse("IsNotInTransit", { person })];
  if (place.from !== stated.from || place.to !== stated.to) {
    return [refuse("IsInTransit", { person, from: place.from, to: place.to })];
  }
  return place.status === stated.status
    ? undefined
    : [refuse("StatusDiffers", { person, stated: stated.status, is: place.status })];
};

/** Who is carried in, or comes from outside, was a member on that day already. */
const wasBefore = (
  { effectiveOn, data: { since } }: Of<"MemberCarriedIn" | "MemberReceived">,
  person: string,
  external?: string,
): readonly Refusal[] =>
  since !== undefined && since > effectiveOn
    ? [refuse("SinceAfterEntry", { person, since, effectiveOn, external })]
    : [];

const decidedInTime = (decidedOn: string, { effectiveOn }: DomainEvent): readonly Refusal[] =>
  decidedOn <= effectiveOn ? [] : [refuse("DecidedAfterEffect", { decidedOn, effectiveOn })];

const mustHoldNoOffice = (state: PersonState, leaving?: BranchId): readonly Refusal[] => {
  const held = [...state.offices.values()].filter(
    ({ branch }) => branch !== undefined && (leaving === undefined || branch === leaving),
  );
  return held.map(({ branch, office }) =>
    refuse("HoldsOffice", { person: state.person, office, branch }),
  );
};

const mayBeReceived = (state: PersonState, own: Of<"MemberReceived">): readonly Refusal[] => {
  const { person } = state;
  const { from, to, status, since, transfer } = own.data;
  if ("external" in from) return mustBeOutside(state) ?? wasBefore(own, person, from.external);
  const { branch } = from;
  if (since !== undefined) return [refuse("SinceIsKnown", { person, since, from: branch })];
  return transfer === undefined
    ? (mustBeOnTheWay(state, { from: branch, to, status }) ?? [])
    : [refuse("TransferStaysInside", { person, transfer, from: branch })];
};

const toggles = (
  { person, exempt, suspended }: PersonState,
  type: "MemberExempted" | "MemberResumed" | "MemberSuspended" | "MemberReinstated",
): readonly Refusal[] => {
  switch (type) {
    case "MemberExempted":
      return exempt ? [refuse("IsExemptAlready", { person })] : [];
    case "MemberResumed":
      return exempt ? [] : [refuse("IsNotExempt", { person })];
    case "MemberSuspended":
      return suspended ? [refuse("IsSuspendedAlready", { person })] : [];
    case "MemberReinstated":
      return suspended ? [] : [refuse("IsNotSuspended", { person })];
  }
};

const formFits = (
  { data, effectiveOn: on }: Of<"MemberDisciplined">,
  pack: StructurePack | undefined,
): readonly Refusal[] => {
  const { form, status } = data;
  const entry = pack?.parameters.memberDisciplineForms.value.find((one) => one.term === form);
  if (entry === undefined) {
    return objectionsToTerm(pack, { vocabulary: "memberDisciplineForms", term: form, on });
  }
  return entry.against.includes(status) ? [] : [refuse("FormNotForStatus", { form, status })];
};

const hasReason = (
  { data, effectiveOn: on }: Of<"MemberLeft">,
  pack: StructurePack | undefined,
): readonly Refusal[] | undefined => {
  const asked = { vocabulary: "leavingReasons", term: data.reason, on } as const;
  const unknown = objectionsToTerm(pack, asked);
  return unknown.length > 0 ? unknown : undefined;
};
