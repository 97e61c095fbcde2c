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
 * The order of facts in time: by the day they took effect, then by the place each stands in or
 * was put into, then by their own place.
 */
export const byEffect = (a: Moment, b: Moment): number => {
  if (a.effectiveOn !== b.effectiveOn) return a.effectiveOn < b.effectiveOn ? -1 : 1;
  if (a.inPlaceOf !== undefined || b.inPlaceOf !== undefined) {
    const order = byPlace(placeInDay(a), placeInDay(b));
    if (order !== 0) return order;
  }
  return byPlace(a, b);
};

type InLedger = Pick<Moment, "position" | "index">;

const byPlace = (a: InLedger, b: InLedger): number => a.position - b.position || a.index - b.index;

const placeInDay = (moment: Moment): InLedger => {
  if (moment.inPlaceOf === undefined) return moment;
  const [position = 0, index = 0] = moment.inPlaceOf.split(".").map(Number);
  return { position, index };
};

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
