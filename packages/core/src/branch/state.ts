import { type CalendarDate, yearOf } from "../kernel/date.ts";
import type { Discipline } from "../kernel/discipline.ts";
import type { Claim, DomainEvent } from "../kernel/event.ts";
import { type BranchId, type PersonId, type Tag, type Term, tagKey } from "../kernel/ids.ts";
import { type BranchEvent, type Superior, seatKey } from "./events.ts";

/** Where a branch stood from a day on. */
export interface Standing {
  readonly from: CalendarDate;
  readonly kind: Term;
  readonly parent: BranchId | undefined;
}

/** One branch as its own timeline tells it. */
export interface BranchState {
  readonly branch: BranchId;
  life: "unknown" | "alive" | "dissolved";
  dissolvedOn: CalendarDate | undefined;
  name: string;
  /** Every standing it had, the last one current. */
  standings: Standing[];
  /** The branch of another ledger that it stands under. */
  superior: Superior | undefined;
  /** The branches directly below, with their kinds. */
  children: Map<BranchId, Term>;
  members: number;
  /** Sent here and not yet received. */
  expected: number;
  disciplines: Discipline[];
  bodies: Map<string, Term>;
  /** Who holds each seat and office. */
  holders: Map<string, PersonId[]>;
  /** Every time that someone held an office, in the branch or in a body of it. */
  tenures: {
    readonly person: PersonId;
    readonly seat: string;
    readonly from: CalendarDate;
    to?: CalendarDate;
  }[];
}

export const initialBranch = (subject: Tag): BranchState => ({
  branch: tagKey(subject) as BranchId,
  life: "unknown",
  dissolvedOn: undefined,
  name: "",
  standings: [],
  superior: undefined,
  children: new Map(),
  members: 0,
  expected: 0,
  disciplines: [],
  bodies: new Map(),
  holders: new Map(),
  tenures: [],
});

export const evolveBranch = (
  state: BranchState,
  event: BranchEvent | DomainEvent,
  claims: readonly Claim[],
): void => {
  for (const claim of claims) {
    if (claim.of === "branch" && claim.branch === state.branch) {
      state.members += claim.members ?? 0;
      state.expected += claim.expected ?? 0;
    }
  }
  const { type, data, effectiveOn } = event as BranchEvent;
  switch (type) {
    case "BranchEstablished":
    case "BranchCarriedIn":
      if (data.branch === state.branch) {
        state.life = "alive";
        state.name = data.name;
        state.standings.push({ from: effectiveOn, kind: data.kind, parent: data.parent });
      } else {
        state.children.set(data.branch, data.kind);
      }
      return;
    case "BranchRenamed":
      state.name = data.name;
      return;
    case "BranchKindChanged":
      if (data.branch === state.branch) {
        state.standings.push({ from: effectiveOn, kind: data.to, parent: data.parent });
      } else {
        state.children.set(data.branch, data.to);
      }
      return;
    case "BranchMoved":
      if (data.branch === state.branch) {
        state.standings.push({ from: effectiveOn, kind: data.kind, parent: data.to });
      }
      if (data.from === state.branch) state.children.delete(data.branch);
      if (data.to === state.branch) state.children.set(data.branch, data.kind);
      return;
    case "SuperiorNamed":
      state.superior = data.superior;
      return;
    case "BranchDissolved":
      if (data.branch === state.branch) {
        state.life = "dissolved";
        state.dissolvedOn = effectiveOn;
      } else {
        state.children.delete(data.branch);
      }
      return;
    case "BranchDisciplined":
      state.disciplines.push({ on: effectiveOn, violation: data.violation });
      return;
    case "BodyFormed":
    case "BodyCarriedIn":
      state.bodies.set(data.body, data.kind);
      return;
    default:
      return evolveOffices(state, event as BranchEvent);
  }
};

const evolveOffices = (state: BranchState, { type, data, effectiveOn }: BranchEvent): void => {
  switch (type) {
    case "OfficerAppointed":
    case "OfficerCarriedIn": {
      const key = seatKey(data);
      state.holders.set(key, [...(state.holders.get(key) ?? []), data.person]);
      state.tenures.push({ person: data.person, seat: key, from: effectiveOn });
      return;
    }
    case "OfficerReleased": {
      const key = seatKey(data);
      const others = (state.holders.get(key) ?? []).filter((person) => person !== data.person);
      if (others.length > 0) state.holders.set(key, others);
      else state.holders.delete(key);
      const tenure = state.tenures.findLast(
        ({ person, seat, to }) => person === data.person && seat === key && to === undefined,
      );
      if (tenure !== undefined) tenure.to = effectiveOn;
      return;
    }
  }
};

/** The current standing; undefined for a branch that was never there. */
export const currentStanding = (state: BranchState): Standing | undefined => state.standings.at(-1);

/** The standing at the end of a day. */
export const standingOn = (state: BranchState, day: CalendarDate): Standing | undefined =>
  state.standings.findLast(({ from }) => from <= day);

/** Who held an office in the branch or in a body of it at any time of a year. */
export const officersIn = ({ tenures }: BranchState, year: number): readonly PersonId[] => [
  ...new Set(
    tenures.flatMap(({ person, from, to }) =>
      yearOf(from) <= year && (to === undefined || yearOf(to) >= year) ? [person] : [],
    ),
  ),
];
