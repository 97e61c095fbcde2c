import { type Head, headOf } from "./commit.ts";
import type { EventStore } from "./event-store.ts";

/** The head of a ledger before its first commit. */
export const beginOf = ({ header, headerHash }: EventStore): Head => ({
  position: 0,
  hash: headerHash,
  recordedAt: header.createdAt,
});

/** The head of a ledger as it was at a position; undefined behind the end. */
export const headAt = async (store: EventStore, position: number): Promise<Head | undefined> => {
  if (position === 0) return beginOf(store);
  for await (const [found] of store.read({ after: position - 1, limit: 1 })) {
    return found === undefined ? undefined : headOf(found);
  }
  return undefined;
};

/** The hash of the record at a position, 0 being the header; undefined behind the end. */
export const hashAt = async (store: EventStore, position: number): Promise<string | undefined> =>
  (await headAt(store, position))?.hash;
