import { type CalendarDate, lastDay } from "../kernel/date.ts";
import { addressOf, type RecordedEvent } from "../kernel/event.ts";
import type { Law } from "../kernel/law.ts";
import { byEffect, type Moment } from "./effective.ts";
import { claimsOf } from "./event-catalogue.ts";
import { isReversal } from "./reversal.ts";

/**
 * One subject's history: its standing events in order of effect, with the state each law has
 * reached at their end. Adding in order costs one step; adding in the past drops the end states,
 * which are then folded anew when asked for.
 */
export interface Timeline {
  readonly events: RecordedEvent[];
  readonly ends: Map<Law<unknown>, unknown>;
}

export const emptyTimeline = (): Timeline => ({ events: [], ends: new Map() });

/** Takes in the next recorded event of the subject; a reversal takes its target out. */
export const extend = (timeline: Timeline, event: RecordedEvent): void => {
  const { events, ends } = timeline;
  if (isReversal(event)) {
    const at = events.findIndex((one) => addressOf(one) === event.data.target);
    if (at >= 0) events.splice(at, 1);
    ends.clear();
    return;
  }
  const last = events.at(-1);
  if (last === undefined || byEffect(last, event) < 0) {
    events.push(event);
    for (const [law, state] of ends) law.evolve(state, event, claimsOf(event));
  } else {
    events.splice(placeOf(events, event), 0, event);
    ends.clear();
  }
};

/** Behind all that is recorded of a day. */
export const endOfDay = (effectiveOn: CalendarDate): Moment => ({
  effectiveOn,
  position: Number.MAX_SAFE_INTEGER,
  index: Number.MAX_SAFE_INTEGER,
});

export const endOfTime: Moment = endOfDay(lastDay);

/** The index of the first event that comes after `event`. */
export const placeOf = (events: readonly RecordedEvent[], event: RecordedEvent): number => {
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byEffect(events[middle] as RecordedEvent, event) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** How many of the events took effect on or before the day. */
export const countUntil = (events: readonly RecordedEvent[], day: CalendarDate): number => {
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle] as RecordedEvent).effectiveOn <= day) low = middle + 1;
    else high = middle;
  }
  return low;
};
