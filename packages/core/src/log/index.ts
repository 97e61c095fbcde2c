export {
  type AppendAsked,
  demandPrefix,
  type Found,
  judgeAppend,
  recordAfter,
} from "./appending.ts";
export { batchSizeMax, nextBatchSize } from "./batch-size.ts";
export {
  ChainCheck,
  type ChainVerdict,
  type FaultyRecord,
  type KeptText,
  type KnownHead,
  linkFaultOf,
  type RecordFault,
  type VerifyOptions,
  verifyTexts,
} from "./chain-check.ts";
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
  hashOfBytes,
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
  wordsAsked,
  wordsIn,
} from "./condition.ts";
export { byEffect, effective, type Horizon, placeLeftBy, within } from "./effective.ts";
export {
  type AppendResult,
  type EventStore,
  LedgerFault,
  type LedgerFaultName,
  type LedgerStorage,
  type LinesAsked,
  type ReadOptions,
  type Subscription,
} from "./event-store.ts";
export { demandKnown } from "./event-versions.ts";
export type { EventReversed } from "./events.ts";
export { GatheringStore } from "./gathering-store.ts";
export { beginOf, hashAt, headAt } from "./head-at.ts";
export { inMemoryStorage, inMemoryStore } from "./in-memory-store.ts";
export { type FaultsOf, type Followed, OpenHandle } from "./open-handle.ts";
export { PositionIndex } from "./position-index.ts";
export {
  chained,
  demandAll,
  demandReadable,
  demandUnbroken,
  parseRecord,
  type RecordTail,
  readHeader,
  storedOf,
  tailIn,
} from "./record.ts";
export { isReversal } from "./reversal.ts";
export { irreversible } from "./rules.ts";
export { openValue, type SealedValue, sealValue, type ValueForm } from "./sealed-value.ts";
export { type Shelf, ShelfUnreadable } from "./shelf.ts";
export { yearsOf } from "./years-of.ts";
