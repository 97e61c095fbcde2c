import { eventsOf } from "./log/commit.ts";
import type { EventStore } from "./log/event-store.ts";
import type { Keeping } from "./projections/keeping.ts";

/** Hands every event of a ledger over in position order, and gives what came of them. */
export const readInto = async <Kept>(store: EventStore, kept: Keeping<Kept>): Promise<Kept> => {
  for await (const batch of store.read()) {
    for (const { commit } of batch) {
      for (const event of eventsOf(commit)) kept.take(event, commit.actor);
    }
  }
  return kept.close();
};
