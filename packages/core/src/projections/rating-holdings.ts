import { type BranchEvent, seatKey } from "../branch/events.ts";
import { yearEnd, yearOf } from "../kernel/date.ts";
import type { Discipline } from "../kernel/discipline.ts";
import { addressOf, type RecordedEvent } from "../kernel/event.ts";
import type { BranchId, Id, PersonId, Tag, Term } from "../kernel/ids.ts";
import type { MembershipEvent } from "../membership/events.ts";
import { isMember, type RatingEvent } from "../rating/events.ts";
import type { ReviewEvent } from "../review/events.ts";
import type { Held } from "../rulebook/held-facts.ts";
import { seatOf } from "./rating-record.ts";
import { treeOn } from "./tree.ts";

/** The standing events of a subject's record, in order of effect. */
export type StandingRecord = readonly RecordedEvent[];

type Punished = Map<string, (Discipline & Held)[]>;

/** Every discipline, by the person or the branch that it met. */
export const disciplinesIn = (
  record: StandingRecord,
): { readonly person: Punished; readonly branch: Punished } => {
  const [person, branch]: [Punished, Punished] = [new Map(), new Map()];
  for (const event of record) {
    const { type, data, effectiveOn: on } = event as RecordedEvent<MembershipEvent | BranchEvent>;
    const held = { on, events: [addressOf(event)] };
    const add = (to: Punished, id: string, violation: Id | undefined): void =>
      void to.set(id, [...(to.get(id) ?? []), { ...held, violation }]);
    if (type === "MemberDisciplined") add(person, data.member, data.violation);
    if (type === "BranchDisciplined") add(branch, data.branch, data.violation);
  }
  return { person, branch };
};

interface Flag extends Held {
  readonly is: boolean;
}

/** Whether the member is exempt, and whether suspended, with the event that last made it so. */
export const standingIn = (record: StandingRecord, member: PersonId) => {
  const standing: { exempt: Flag; suspended: Flag } = { exempt: never, suspended: never };
  for (const event of record) {
    const { type, data } = event as unknown as MembershipEvent;
    if ((data as { readonly member?: string }).member !== member) continue;
    const turn = (is: boolean): Flag => ({ is, events: [addressOf(event)] });
    switch (type) {
      case "MemberExempted":
      case "MemberResumed":
        standing.exempt = turn(type === "MemberExempted");
        break;
      case "MemberSuspended":
      case "MemberReinstated":
        standing.suspended = turn(type === "MemberSuspended");
        break;
      case "MemberDeparted":
      case "MemberLeft":
      case "AdmissionAnnulled":
        if (standing.exempt.is) standing.exempt = turn(false);
        if (standing.suspended.is) standing.suspended = turn(false);
        break;
    }
  }
  return standing;
};

const never: Flag = { is: false, events: [] };

/** The branches directly below at the end of the year, with the facts that put them there. */
export const belowIn = (
  record: StandingRecord,
  { branch, year }: { readonly branch: BranchId; readonly year: number },
) => {
  const { nodes, below, made } = treeOn(record, yearEnd(year));
  return (below.get(branch) ?? []).flatMap((child) => {
    if (nodes.get(child)?.alive !== true) return [];
    const { began, place } = made.get(child) ?? {};
    return [{ child, events: [began, place].flatMap((one) => (one ? [addressOf(one)] : [])) }];
  });
};

interface RatedOne extends Held {
  readonly subjectKind: Term;
  readonly branch: BranchId;
  readonly level: Term;
  readonly distinction?: Term;
}

/** The ratings of one cohort as they stand, by subject. */
export const ratingsIn = (record: StandingRecord, cohort: Tag): ReadonlyMap<string, RatedOne> => {
  const ratings = new Map<string, RatedOne>();
  for (const event of record) {
    const { type, data, tags } = event as RecordedEvent<RatingEvent>;
    if (!(type === "RatingAssigned" || type === "RatingRevised") || !tags.includes(cohort))
      continue;
    const key = isMember(data) ? `member:${data.subject}` : `branch:${data.branch}`;
    const { level, distinction } = type === "RatingRevised" ? data.to : data;
    const { subjectKind, branch } = data;
    const events = [...(ratings.get(key)?.events ?? []), addressOf(event)];
    const marked = distinction === undefined ? {} : { distinction };
    ratings.set(key, { subjectKind, branch, level, ...marked, events });
  }
  return ratings;
};

/** Who held an office in the branch or a body of it at any time of a year, by appointments. */
export const officersIn = (
  record: StandingRecord,
  branch: BranchId,
  year: number,
): ReadonlyMap<string, readonly string[]> => {
  const officers = new Map<string, string[]>();
  const seats = new Map<string, { readonly person: string; readonly address: string }[]>();
  const count = (person: string, address: string): void => {
    officers.set(person, [...(officers.get(person) ?? []), address]);
  };
  for (const event of record) {
    const { type, data } = event as unknown as BranchEvent;
    if (!type.startsWith("Officer") || seatOf(data) !== branch) continue;
    const { person, in: seat, office } = data as Parameters<typeof seatKey>[0] & { person: string };
    const key = seatKey({ in: seat, office });
    const held = seats.get(key) ?? [];
    if (type === "OfficerReleased") {
      const ended = held.find((one) => one.person === person);
      seats.set(
        key,
        held.filter((one) => one !== ended),
      );
      if (ended !== undefined && yearOf(event.effectiveOn) >= year) count(person, ended.address);
    } else if (yearOf(event.effectiveOn) <= year) {
      seats.set(key, [...held, { person, address: addressOf(event) }]);
    }
  }
  for (const held of seats.values()) for (const one of held) count(one.person, one.address);
  return officers;
};

export const shortcomingsIn = (record: StandingRecord, review: Tag) => {
  const shortcomings = new Map<string, Held & { readonly open: boolean }>();
  for (const event of record) {
    const { type, data, tags } = event as RecordedEvent<ReviewEvent>;
    if (!(type === "ShortcomingNoted" || type === "ShortcomingRemedied")) continue;
    if (!tags.includes(review)) continue;
    const events = [...(shortcomings.get(data.shortcoming)?.events ?? []), addressOf(event)];
    shortcomings.set(data.shortcoming, { open: type === "ShortcomingNoted", events });
  }
  return [...shortcomings.values()];
};
