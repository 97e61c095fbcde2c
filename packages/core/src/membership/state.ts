import { type BranchEvent, seatKey } from "../branch/events.ts";
import { addMonths, type CalendarDate, yearOf } from "../kernel/date.ts";
import type { Discipline } from "../kernel/discipline.ts";
import type { DomainEvent } from "../kernel/event.ts";
import { type BranchId, type PersonId, type Tag, tagKey } from "../kernel/ids.ts";
import type { MembershipEvent, Status } from "./events.ts";

/** Where a person stands: outside, a member in a branch, or sent on and not yet received. */
export type Place =
  | { readonly place: "outside" }
  | { readonly place: "member"; readonly branch: BranchId; readonly status: Status }
  | {
      readonly place: "transit";
      readonly from: BranchId;
      readonly to: BranchId;
      readonly status: Status;
    };

/** From a day on: the branch the person was a member in, and the one that rates; or none. */
export interface Spell {
  readonly from: CalendarDate;
  readonly branch: BranchId | undefined;
  /** On the way the branch that sent the person on. */
  readonly ratedIn: BranchId | undefined;
}

/** One person as the person's own timeline tells it. */
export interface PersonState {
  readonly person: PersonId;
  place: Place;
  /** Where the person stood from each day on. */
  spells: Spell[];
  admittedOn: CalendarDate | undefined;
  admissionYear: number | undefined;
  admittedIn: BranchId | undefined;
  /** Months by which probation was extended. */
  extensionMonths: number;
  /** The day of leaving the organisation for good, and how often the person came back since. */
  leftOn: CalendarDate | undefined;
  readmissions: number;
  /** Whether the last admission was one of those. */
  isReadmitted: boolean;
  exempt: boolean;
  suspended: boolean;
  disciplines: Discipline[];
  /** Offices held, by seat. */
  offices: Map<string, { readonly branch: BranchId | undefined; readonly office: string }>;
}

export const initialPerson = (subject: Tag): PersonState => ({
  person: tagKey(subject) as PersonId,
  place: { place: "outside" },
  spells: [],
  admittedOn: undefined,
  admissionYear: undefined,
  admittedIn: undefined,
  extensionMonths: 0,
  leftOn: undefined,
  readmissions: 0,
  isReadmitted: false,
  exempt: false,
  suspended: false,
  disciplines: [],
  offices: new Map(),
});

export const evolvePerson = (
  state: PersonState,
  event: MembershipEvent | BranchEvent | DomainEvent,
): void => {
  const { type, data, effectiveOn: from } = event as MembershipEvent | BranchEvent;
  const stands = (branch: BranchId | undefined, place: Place, ratedIn = branch): void => {
    state.place = place;
    state.spells.push({ from, branch, ratedIn });
  };
  switch (type) {
    case "MemberAdmitted":
      stands(data.branch, { place: "member", branch: data.branch, status: "probationary" });
      state.admittedOn = from;
      state.admissionYear = yearOf(data.decidedOn);
      state.admittedIn = data.branch;
      state.isReadmitted = state.leftOn !== undefined;
      if (state.isReadmitted) state.readmissions += 1;
      state.extensionMonths = 0;
      return;
    case "MemberCarriedIn":
      stands(data.branch, { place: "member", branch: data.branch, status: data.status });
      state.admittedOn = data.since;
      state.admissionYear = undefined;
      state.admittedIn = undefined;
      state.extensionMonths = 0;
      return;
    case "MemberRecognised":
      stands(data.branch, { place: "member", branch: data.branch, status: "official" });
      return;
    case "ProbationExtended":
      state.extensionMonths += data.months;
      return;
    case "MemberTransferred": {
      const { from: sender, to, status } = data;
      stands(undefined, { place: "transit", from: sender, to, status }, sender);
      return;
    }
    case "MemberReceived":
      stands(data.to, { place: "member", branch: data.to, status: data.status });
      // Of one who comes from outside, this ledger knows of probation only what it is told here.
      if ("external" in data.from) {
        state.admittedOn = data.since;
        state.extensionMonths = 0;
      }
      return;
    case "MemberDeparted":
    case "MemberLeft":
    case "AdmissionAnnulled":
      stands(undefined, { place: "outside" });
      if (type === "MemberLeft") state.leftOn = from;
      if (type === "AdmissionAnnulled") forgetAdmission(state);
      state.exempt = false;
      state.suspended = false;
      return;
    case "MemberExempted":
    case "MemberResumed":
      state.exempt = type === "MemberExempted";
      return;
    case "MemberSuspended":
    case "MemberReinstated":
      state.suspended = type === "MemberSuspended";
      return;
    case "MemberDisciplined":
      state.disciplines.push({ on: from, violation: data.violation });
      return;
    default:
      return evolveOffices(state, event as BranchEvent);
  }
};

/** What was annulled never was an admission. */
const forgetAdmission = (state: PersonState): void => {
  if (state.isReadmitted) state.readmissions -= 1;
  state.admissionYear = undefined;
  state.admittedIn = undefined;
};

const evolveOffices = (state: PersonState, { type, data }: BranchEvent): void => {
  switch (type) {
    case "OfficerAppointed":
    case "OfficerCarriedIn": {
      const branch = "branch" in data.in ? data.in.branch : undefined;
      state.offices.set(seatKey(data), { branch, office: data.office });
      return;
    }
    case "OfficerReleased":
      state.offices.delete(seatKey(data));
      return;
  }
};

/** The branch in which the person was a member at the end of a day. */
export const branchOn = (state: PersonState, day: CalendarDate): BranchId | undefined =>
  state.spells.findLast(({ from }) => from <= day)?.branch;

/** The branch to which the person belonged for ratings at the end of a day, be it on the way. */
export const ratedInOn = (state: PersonState, day: CalendarDate): BranchId | undefined =>
  state.spells.findLast(({ from }) => from <= day)?.ratedIn;

/** The first day, from a day on, on which the person stood in a branch. */
export const firstStandingFrom = (
  state: PersonState,
  day: CalendarDate,
): CalendarDate | undefined =>
  branchOn(state, day) === undefined
    ? state.spells.find(({ from, branch }) => from > day && branch !== undefined)?.from
    : day;

/** The first day on which a probationary member may be official; undefined where not known. */
export const probationEnd = (
  state: PersonState,
  probationMonths: number,
): CalendarDate | undefined =>
  state.admittedOn === undefined
    ? undefined
    : addMonths(state.admittedOn, probationMonths + state.extensionMonths);
