import type { CalendarDate, Instant } from "../kernel/date.ts";
import { addressOf, type RecordedEvent } from "../kernel/event.ts";
import { isReversal } from "./reversal.ts";

/** The two axes of a reading: what had taken effect by a day, as far as known at an instant. */
export interface Horizon {
  /** Facts that took effect on or before this whole day. */
  readonly asOf?: CalendarDate;
  /** Facts recorded at or before this instant. */
  readonly knownAt?: Instant;
}

export const within = (event: RecordedEvent, { asOf, knownAt }: Horizon): boolean =>
  (asOf === undefined || event.effectiveOn <= asOf) &&
  (knownAt === undefined || event.recordedAt <= knownAt);

/** Where a fact stands in time: what `byEffect` orders by. */
export type Moment = Pick<RecordedEvent, "effectiveOn" | "inPlaceOf" | "position" | "index">;

/**
 * The order of facts in time: by the day they took effect, then by the places that each was put
 * into, the outermost first, and by its own.
 */
export const byEffect = (a: Moment, b: Moment): number => {
  if (a.effectiveOn !== b.effectiveOn) return a.effectiveOn < b.effectiveOn ? -1 : 1;
  if (a.inPlaceOf === undefined && b.inPlaceOf === undefined) return byPlace(a, b);
  const [ours, theirs] = [placesOf(a), placesOf(b)];
  for (const [at, place] of ours.entries()) {
    const other = theirs[at];
    const order = other === undefined ? 1 : byPlace(place, other);
    if (order !== 0) return order;
  }
  return ours.length - theirs.length;
};

type InLedger = Pick<Moment, "position" | "index">;

const byPlace = (a: InLedger, b: InLedger): number => a.position - b.position || a.index - b.index;

const placesOf = (moment: Moment): readonly InLedger[] => [
  ...(moment.inPlaceOf?.split("/") ?? []).map((address) => {
    const [position = 0, index = 0] = address.split(".").map(Number);
    return { position, index };
  }),
  moment,
];

/** The place that an event leaves to what is recorded in its stead. */
export const placeLeftBy = (target: string, original: Pick<RecordedEvent, "inPlaceOf">): string =>
  original.inPlaceOf === undefined ? target : `${original.inPlaceOf}/${target}`;

/**
 * The events that stand: without the reversed ones and their reversals, in the order given.
 * Give it what lies within the horizon: a reversal not known yet does not reverse.
 */
export const effective = (events: Iterable<RecordedEvent>): readonly RecordedEvent[] => {
  const standing = new Map<string, RecordedEvent>();
  for (const event of events) {
    if (isReversal(event)) standing.delete(event.data.target);
    else standing.set(addressOf(event), event);
  }
  return [...standing.values()];
};
