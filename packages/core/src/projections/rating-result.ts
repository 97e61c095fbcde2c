import type { CalendarDate, Instant } from "../kernel/date.ts";
import { addressOf } from "../kernel/event.ts";
import type { BranchId, Tag } from "../kernel/ids.ts";
import { cohortTag, type Rated, type RatingEvent } from "../rating/events.ts";
import type { ToldEvent } from "./rating-record.ts";

/** An event that something rests on, as it can be told. */
export interface CitedEvent {
  readonly address: string;
  readonly type: string;
  readonly effectiveOn: CalendarDate;
  readonly recordedAt: Instant;
  readonly actor: string;
  readonly data: unknown;
}

export const cited = (event: ToldEvent): CitedEvent => {
  const { type, effectiveOn, recordedAt, actor, data } = event;
  return { address: addressOf(event), type, effectiveOn, recordedAt, actor, data };
};

/** What the year has come to for a subject: its rating as it stands, with all that led to it. */
export type RatingResult =
  | { readonly is: "open" }
  | { readonly is: "exempted"; readonly by: BranchId; readonly event: CitedEvent }
  | {
      readonly is: "rated";
      readonly rated: Rated;
      readonly by: BranchId;
      readonly assigned: Where;
      /** The assignment, then the revisions. */
      readonly events: readonly CitedEvent[];
    };

/** Where the subject stood when it was rated. */
type Where = Pick<Assigned, "subjectKind" | "branch" | "baseOrganisation">;
type Assigned = Extract<RatingEvent, { type: "RatingAssigned" }>["data"];

export const resultIn = (record: readonly ToldEvent[], rating: Tag): RatingResult => {
  let result: RatingResult = { is: "open" };
  for (const event of record) {
    if (!event.tags.includes(rating)) continue;
    const { type, data } = event as unknown as RatingEvent;
    if (type === "RatingExempted") {
      result = { is: "exempted", by: data.by, event: cited(event) };
    } else if (type === "RatingAssigned") {
      const { level, distinction, pack, by } = data;
      const rated = { level, ...(distinction === undefined ? {} : { distinction }), pack };
      result = { is: "rated", rated, by, assigned: data, events: [cited(event)] };
    } else if (type === "RatingRevised") {
      result = revised(result, data, cited(event));
    }
  }
  return result;
};

const revised = (
  result: RatingResult,
  { to, by }: Extract<RatingEvent, { type: "RatingRevised" }>["data"],
  event: CitedEvent,
): RatingResult =>
  result.is === "rated" ? { ...result, rated: to, by, events: [...result.events, event] } : result;

/** The close of the ratings of a committee and year, with the caps as judged then. */
export interface ClosedCohort {
  readonly committee: BranchId;
  readonly event: CitedEvent;
  /** Breaches noted since. */
  readonly breaches: readonly CitedEvent[];
}

export const closedIn = (
  record: readonly ToldEvent[],
  cohort: { readonly committee: BranchId; readonly year: number },
): ClosedCohort | undefined => {
  const tag = cohortTag(cohort.committee, cohort.year);
  const own = record.filter(({ tags }) => tags.includes(tag));
  const closed = own.findLast(({ type }) => type === "RatingsClosed");
  if (closed === undefined) return undefined;
  const breaches = own.filter(({ type }) => type === "CapBreachNoted").map(cited);
  return { committee: cohort.committee, event: cited(closed), breaches };
};
