export { assessCaps, assessRating } from "./assess.ts";
export { type BooksPart, type PartAsked, readPart } from "./books-part.ts";
export { allCommands, allLaws, allRefusals, type RefusalName, standingsOf } from "./deciders.ts";
export { type AskedOf, explain, explainTarget } from "./explain.ts";
export { canonicalJson, type Json } from "./kernel/canonical-json.ts";
export { CalendarDate, Instant } from "./kernel/date.ts";
export {
  addressOf,
  type DomainEvent,
  type RecordedEvent,
  withoutPlace,
} from "./kernel/event.ts";
export type { Fault } from "./kernel/fault.ts";
export { BranchId, Id, PersonId, Tag, Term, tagKey, tagPrefix } from "./kernel/ids.ts";
export type { Amounts } from "./kernel/many-amounts.ts";
export { type PackedTally, packTally, unpackTally } from "./kernel/packed-tally.ts";
export { answerOf, type Projection, replay, step } from "./kernel/projection.ts";
export { compareRatios, percentText, type Ratio, ratio } from "./kernel/ratio.ts";
export { isBlocking, type Refusal } from "./kernel/refusal.ts";
export {
  type Account,
  addInto,
  addTallies,
  emptyTally,
  equalTallies,
  negative,
  type Post,
  postInto,
  type Tally,
} from "./kernel/tally.ts";
export { type DecodedCommit, decodeCommit } from "./log/codec.ts";
export {
  type Command,
  commandDecoder,
  type DecodedCommand,
  hashOfCommands,
} from "./log/command.ts";
export { type AnyEvent, allEvents, claimsOf, tagsOf } from "./log/event-catalogue.ts";
export { type Handler, type Outcome, openHandler } from "./log/handle.ts";
export { rulebookFor } from "./log/rulebook-for.ts";
export { decodeCommand, openLedger } from "./open-ledger.ts";
export { factsAbout, type JudgedSubject, type Sight } from "./rating/facts.ts";
export { type BooksOptions, type Checkpoints, readBooks } from "./read-books.ts";
export { readExtract } from "./read-extract.ts";
export { unratedMembers } from "./unrated-members.ts";
