import { eventsOf } from "./log/commit.ts";
import type { EventStore } from "./log/event-store.ts";
import type { Keeping } from "./projections/keeping.ts";
import { projected } from "./replay/projected.ts";
import { Replaying } from "./replay/replaying.ts";

/** Hands every event of a ledger over in position order, and gives what came of them. */
export const readInto = async <Kept>(store: EventStore, kept: Keeping<Kept>): Promise<Kept> => {
  const { wantedOf } = kept;
  if (store.lines !== undefined && wantedOf !== undefined) {
    const after = { position: 0, hash: store.headerHash, recordedAt: store.header.createdAt };
    const replaying = new Replaying(after, projected(wantedOf), kept.take);
    for await (const lines of store.lines({ after })) replaying.lines(lines);
    return kept.close();
  }
  for await (const batch of store.read()) {
    for (const { commit } of batch) {
      for (const event of eventsOf(commit)) kept.take(event, commit.actor);
    }
  }
  return kept.close();
};
