import { eventsOf } from "./log/commit.ts";
import type { Horizon } from "./log/effective.ts";
import type { EventStore } from "./log/event-store.ts";
import { type Books, keepBooks } from "./projections/books.ts";

/** Replays a whole ledger into its books, in memory that does not grow with its events. */
export const readBooks = async (store: EventStore, horizon: Horizon = {}): Promise<Books> => {
  const books = keepBooks(horizon);
  for await (const batch of store.read()) {
    for (const { commit } of batch) for (const event of eventsOf(commit)) books.take(event);
  }
  return books.close();
};
