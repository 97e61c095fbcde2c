import type { Horizon } from "./log/effective.ts";
import type { EventStore } from "./log/event-store.ts";
import { type Books, keepBooks } from "./projections/books.ts";
import { readInto } from "./read-into.ts";

/** Replays a whole ledger into its books, in memory that does not grow with its events. */
export const readBooks = (store: EventStore, horizon: Horizon = {}): Promise<Books> =>
  readInto(store, keepBooks(horizon));
