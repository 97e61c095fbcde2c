import { type PackedTally, packTally, unpackTally } from "./kernel/packed-tally.ts";
import { postInto, repost } from "./kernel/tally.ts";
import type { Head } from "./log/commit.ts";
import type { Horizon } from "./log/effective.ts";
import { type EventStore, LedgerFault } from "./log/event-store.ts";
import { headAt } from "./log/head-at.ts";
import { type Books, emptyBooks, keepOpenBooks, type OpenBooks } from "./projections/books.ts";
import { readBehind } from "./read-into.ts";

/** Which part of a ledger to read: the commits behind one position, up to another. */
export interface PartAsked {
  readonly after: number;
  readonly to: number;
  readonly horizon: Horizon;
}

/** The books of a part of a ledger: a value that another thread or machine may have made. */
export interface BooksPart extends Pick<OpenBooks, "kept"> {
  readonly tally: PackedTally;
  /** The head that it was read behind, and the one that it was read to. */
  readonly from: Head;
  readonly to: Head;
}

/**
 * Reads a part of a ledger, as `readBooks` reads the whole. Rejects with `PositionBeyondHead` where
 * the ledger ends before the part begins.
 */
export const readPart = async (
  store: EventStore,
  { after, to, horizon }: PartAsked,
): Promise<BooksPart> => {
  const from = await headAt(store, after);
  if (from === undefined) {
    const { position: head } = await store.head();
    throw new LedgerFault("PositionBeyondHead", { after, head });
  }
  const kept = keepOpenBooks(horizon);
  const end = await readBehind(store, { after: from, to }, kept);
  const books = kept.close();
  return { kept: books.kept, tally: packTally(books.tally), from, to: end };
};

/**
 * Adds up parts that follow each other from one head to another, onto the books of what stands
 * before, if any does. Throws the fault `BrokenChain` where one does not follow.
 */
export const joinParts = (
  parts: readonly BooksPart[],
  { from, to }: Pick<BooksPart, "from" | "to">,
  before: Books = emptyBooks(),
): OpenBooks => {
  const kept = [...before.facts];
  const post = postInto(before.tally);
  let head = from;
  for (const part of parts) {
    demandSame(head, part.from);
    repost(unpackTally(part.tally), post);
    kept.push(...part.kept);
    head = part.to;
  }
  demandSame(head, to);
  return { tally: before.tally, kept };
};

const demandSame = ({ position, hash }: Head, next: Head): void => {
  if (hash === next.hash) return;
  const facts = { position: position + 1, expected: hash, found: next.hash };
  throw new LedgerFault("BrokenChain", facts);
};
