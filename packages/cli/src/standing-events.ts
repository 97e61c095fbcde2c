import { addressOf, type RecordedEvent } from "@tongket/core";
import {
  type EventStore,
  eventsOf,
  type Horizon,
  isReversal,
  matches,
  ofTypes,
  type Query,
  within,
} from "@tongket/core/log";

/** Which events of a ledger to read. */
export interface Selection {
  readonly query: Query;
  readonly horizon: Horizon;
  /** Also the reversed ones and their reversals. */
  readonly all: boolean;
}

/**
 * The events of a ledger as it stands when reading starts, in position order: those within the
 * horizon that stand in it, as core's `within` and `effective` tell, in memory of the reversals.
 */
export async function* standingEvents(
  store: EventStore,
  { query, horizon, all }: Selection,
): AsyncIterable<RecordedEvent> {
  const { position: head } = await store.head();
  const dropped = all ? new Set<string>() : await reversals(store, horizon, head);
  for await (const batch of store.read({ query })) {
    for (const { commit } of batch) {
      if (commit.position > head) return;
      for (const event of eventsOf(commit)) {
        if (!within(event, horizon) || !matches(query, event)) continue;
        if (!dropped.has(addressOf(event))) yield event;
      }
    }
  }
}

/** The addresses of the reversals known within the horizon, and of what they reverse. */
const reversals = async (
  store: EventStore,
  horizon: Horizon,
  head: number,
): Promise<ReadonlySet<string>> => {
  const dropped = new Set<string>();
  for await (const batch of store.read({ query: ofTypes("EventReversed") })) {
    for (const { commit } of batch) {
      if (commit.position > head) return dropped;
      for (const event of eventsOf(commit)) {
        if (!isReversal(event) || !within(event, horizon)) continue;
        dropped.add(addressOf(event)).add(event.data.target);
      }
    }
  }
  return dropped;
};
