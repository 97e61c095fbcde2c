import type { EventStore } from "./event-store.ts";

/** The hash of the record at a position, 0 being the header; undefined behind the end. */
export const hashAt = async (store: EventStore, position: number): Promise<string | undefined> => {
  if (position === 0) return store.headerHash;
  for await (const [found] of store.read({ after: position - 1, limit: 1 })) return found?.hash;
  return undefined;
};
