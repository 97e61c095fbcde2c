import { type BranchEvent, seatKey } from "../branch/events.ts";
import type { Claim, DomainEvent } from "../kernel/event.ts";
import type { BranchId } from "../kernel/ids.ts";
import { type Refusal, refusing } from "../kernel/refusal.ts";
import { hasTerm, type RuleContext, structureOn, unknownWord } from "../rulebook/rulebook.ts";
import type { StructurePack } from "../rulebook/structure-pack.ts";
import type { MembershipEvent, Status } from "./events.ts";
import { branchOn, type PersonState, probationEnd } from "./state.ts";

export const membershipRefusals = [
  "IsMemberAlready",
  "IsNoMember",
  "IsMemberElsewhere",
  "StatusDiffers",
  "SinceAfterEntry",
  "DecidedAfterEffect",
  "ProbationNotOver",
  "ProbationOver",
  "ProbationStartUnknown",
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
  "NotInVocabulary",
  "FormNotForStatus",
] as const;
export type MembershipRefusal = (typeof membershipRefusals)[number];

const refuse = refusing<MembershipRefusal>();

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
    const branch = branchOn(state, on);
    if (branch === claim.branch) return [];
    const { person } = state;
    return branch === undefined
      ? [refuse("IsNoMember", { person, branch: claim.branch, on })]
      : [refuse("IsMemberElsewhere", { person, stated: claim.branch, is: branch, on })];
  });
  if (claimed.length > 0) return claimed;
  const own = event as MembershipEvent | BranchEvent;
  return objectionsToOwn(state, own, structureOn(rulebook, own.effectiveOn));
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
      return mayBeReceived(state, event.data);
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
      return (
        mayLeave(state, event.data) ??
        wordOf(pack, "leavingReasons", event.data.reason) ??
        mustHoldNoOffice(state)
      );
    case "MemberExempted":
    case "MemberResumed":
    case "MemberSuspended":
    case "MemberReinstated":
      return mustStand(state, event.data) ?? toggles(state, event.type);
    case "MemberDisciplined":
      return mustStand(state, event.data) ?? formFits(event.data, pack);
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
  const { person, place } = state;
  if (stated.onTheWayTo === undefined) return mustStand(state, stated);
  if (place.place !== "transit") return [refuse("IsNotInTransit", { person })];
  if (place.from !== stated.branch || place.to !== stated.onTheWayTo) {
    return [refuse("IsInTransit", { person, from: place.from, to: place.to })];
  }
  return place.status === stated.status
    ? undefined
    : [refuse("StatusDiffers", { person, stated: stated.status, is: place.status })];
};

/** An opening entry is of someone who was a member on its day already. */
const wasBefore = (
  { effectiveOn, data: { since } }: Extract<MembershipEvent, { type: "MemberCarriedIn" }>,
  person: string,
): readonly Refusal[] =>
  since !== undefined && since > effectiveOn
    ? [refuse("SinceAfterEntry", { person, since, effectiveOn })]
    : [];

const decidedInTime = (decidedOn: string, { effectiveOn }: DomainEvent): readonly Refusal[] =>
  decidedOn <= effectiveOn ? [] : [refuse("DecidedAfterEffect", { decidedOn, effectiveOn })];

/** Recognition takes effect on the day probation ends, and was decided on that day or later. */
const isDue = (
  state: PersonState,
  { effectiveOn, data }: Extract<MembershipEvent, { type: "MemberRecognised" }>,
  pack: StructurePack | undefined,
): readonly Refusal[] => {
  const { person } = state;
  const due = probationEnd(state, pack?.parameters.probationMonths.value ?? 0);
  if (due === undefined) return [];
  const { decidedOn } = data;
  return effectiveOn < due || decidedOn < due
    ? [byPack(pack, refuse("ProbationNotOver", { person, due, effectiveOn, decidedOn }))]
    : [];
};

const isRunning = (
  state: PersonState,
  { effectiveOn }: DomainEvent,
  pack: StructurePack | undefined,
): readonly Refusal[] => {
  const { person } = state;
  const due = probationEnd(state, pack?.parameters.probationMonths.value ?? 0);
  if (due === undefined) return [refuse("ProbationStartUnknown", { person })];
  return effectiveOn > due
    ? [byPack(pack, refuse("ProbationOver", { person, due, effectiveOn }))]
    : [];
};

/** The refusal with the rule parameter that it rests on, and its source. */
const byPack = (pack: StructurePack | undefined, refusal: Refusal): Refusal => {
  if (pack === undefined) return refusal;
  const { source, verification } = pack.parameters.probationMonths;
  const { instrument, locator } = source;
  const place = locator === undefined ? instrument : `${instrument}, ${locator}`;
  const parameter = { pack: pack.pack, name: "probationMonths", source: place, verification };
  return { ...refusal, parameter };
};

const mustHoldNoOffice = (state: PersonState, leaving?: BranchId): readonly Refusal[] => {
  const held = [...state.offices.values()].filter(
    ({ branch }) => branch !== undefined && (leaving === undefined || branch === leaving),
  );
  return held.map(({ branch, office }) =>
    refuse("HoldsOffice", { person: state.person, office, branch }),
  );
};

const mayBeReceived = (
  state: PersonState,
  data: Extract<MembershipEvent, { type: "MemberReceived" }>["data"],
): readonly Refusal[] => {
  const { person, place } = state;
  if ("external" in data.from) return mustBeOutside(state) ?? [];
  if (place.place !== "transit") return [refuse("IsNotInTransit", { person })];
  if (place.from !== data.from.branch || place.to !== data.to) {
    return [refuse("IsInTransit", { person, from: place.from, to: place.to })];
  }
  return place.status === data.status
    ? []
    : [refuse("StatusDiffers", { person, stated: data.status, is: place.status })];
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
  { form, status }: { readonly form: string; readonly status: Status },
  pack: StructurePack | undefined,
): readonly Refusal[] => {
  const entry = pack?.parameters.memberDisciplineForms.value.find((one) => one.term === form);
  if (entry === undefined) {
    return [refuse("NotInVocabulary", unknownWord(pack, "memberDisciplineForms", form))];
  }
  return entry.against.includes(status) ? [] : [refuse("FormNotForStatus", { form, status })];
};

const wordOf = (
  pack: StructurePack | undefined,
  vocabulary: "leavingReasons",
  term: string,
): readonly Refusal[] | undefined =>
  hasTerm(pack?.parameters[vocabulary], term)
    ? undefined
    : [refuse("NotInVocabulary", unknownWord(pack, vocabulary, term))];
