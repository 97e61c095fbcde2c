import type { RecordedEvent } from "./kernel/event.ts";
import { eventsOf } from "./log/commit.ts";
import type { EventStore } from "./log/event-store.ts";

/** Hands every event of a ledger over in position order, and gives what came of them. */
export const readInto = async <Kept>(
  store: EventStore,
  kept: {
    readonly take: (event: RecordedEvent, actor: string) => void;
    readonly close: () => Kept;
  },
): Promise<Kept> => {
  for await (const batch of store.read()) {
    for (const { commit } of batch) {
      for (const event of eventsOf(commit)) kept.take(event, commit.actor);
    }
  }
  return kept.close();
};
