import { addressOf, type RecordedEvent } from "@tongket/core";

/**
 * The events that were not taken back, in the order given; written with plain sets, apart from
 * core's own fold, so that laws can hold the one against the other.
 */
export const standingAmong = (events: readonly RecordedEvent[]): readonly RecordedEvent[] => {
  const targets = new Set(
    events.flatMap(({ type, data }) =>
      type === "EventReversed" ? [(data as { readonly target: string }).target] : [],
    ),
  );
  return events.filter((event) => event.type !== "EventReversed" && !targets.has(addressOf(event)));
};

/** In order of effect: by day, and on one day by place in the ledger. */
export const inOrderOfEffect = (events: readonly RecordedEvent[]): readonly RecordedEvent[] =>
  events.toSorted(
    (a, b) =>
      (a.effectiveOn < b.effectiveOn ? -1 : Number(a.effectiveOn > b.effectiveOn)) ||
      a.position - b.position ||
      a.index - b.index,
  );

/** The standing events of each subject in order of effect. */
export const timelinesOf = (
  events: readonly RecordedEvent[],
): ReadonlyMap<string, readonly RecordedEvent[]> => {
  const timelines = new Map<string, RecordedEvent[]>();
  for (const event of inOrderOfEffect(standingAmong(events))) {
    for (const tag of event.tags) {
      const timeline = timelines.get(tag);
      if (timeline === undefined) timelines.set(tag, [event]);
      else timeline.push(event);
    }
  }
  return timelines;
};
