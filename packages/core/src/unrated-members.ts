import type { AskedOf } from "./explain.ts";
import type { EventStore } from "./log/event-store.ts";
import { keepUnrated, type UnratedMembers } from "./projections/unrated-members.ts";
import { readInto } from "./read-into.ts";

/** Who of the members at the end of the year was neither rated nor exempted, by branch. */
export const unratedMembers = (
  store: EventStore,
  { view, horizon }: AskedOf,
): Promise<readonly UnratedMembers[]> => readInto(store, keepUnrated(view, horizon));
