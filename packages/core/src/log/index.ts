export {
  type Commit,
  type CommitDraft,
  commandHashOf,
  commandIdsOf,
  commitAfter,
  commitBytesMax,
  eventsOf,
  type Head,
  hashedText,
  hashOfText,
  headOf,
  type LedgerHeader,
  type StoredCommit,
} from "./commit.ts";
export {
  type AppendCondition,
  aboutAny,
  hasMatch,
  matches,
  nothing,
  ofTypes,
  type Query,
  type QueryItem,
  typesOf,
} from "./condition.ts";
export { byEffect, effective, type Horizon, placeLeftBy, within } from "./effective.ts";
export {
  type AppendResult,
  type EventStore,
  LedgerFault,
  type LedgerFaultName,
  type ReadOptions,
  type Subscription,
} from "./event-store.ts";
export type { EventReversed } from "./events.ts";
export { inMemoryStore } from "./in-memory-store.ts";
export { chained, isReadable, parseRecord } from "./record.ts";
export { isReversal } from "./reversal.ts";
export { irreversible } from "./rules.ts";
