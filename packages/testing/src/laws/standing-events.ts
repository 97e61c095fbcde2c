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

/** In order of effect: by day, on one day by the place in the ledger that each has or took. */
export const inOrderOfEffect = (events: readonly RecordedEvent[]): readonly RecordedEvent[] => {
  const key = (event: RecordedEvent): string => {
    const own = addressOf(event);
    const places = [...(event.inPlaceOf?.split("/") ?? []), own];
    const numbers = places.flatMap((address) => address.split("."));
    return [event.effectiveOn, ...numbers.map((number) => number.padStart(16, "0"))].join(" ");
  };
  return events
    .map((event) => ({ event, key: key(event) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ event }) => event);
};

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
