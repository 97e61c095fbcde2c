import type { EventStore, Query } from "@tongket/core/log";

/** Whether anything at all was ever recorded about a subject, by its tag. */
export const isKnown = async (store: EventStore, tag: string): Promise<boolean> => {
  const query: Query = { items: [{ tags: [tag as never], types: [] }] };
  for await (const batch of store.read({ query, limit: 1 })) return batch.length > 0;
  return false;
};
