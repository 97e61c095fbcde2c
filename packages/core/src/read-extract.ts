import type { Horizon } from "./log/effective.ts";
import type { EventStore } from "./log/event-store.ts";
import { readInto } from "./read-into.ts";
import { type Extract, keepExtract } from "./report/extract.ts";

/**
 * An extract of a ledger, of what is within the horizon. Undefined where that would be more than
 * `eventsMax` events.
 */
export const readExtract = (
  store: EventStore,
  horizon: Horizon,
  { eventsMax }: { readonly eventsMax: number },
): Promise<Extract | undefined> => readInto(store, keepExtract(horizon, { eventsMax }));
