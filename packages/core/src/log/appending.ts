import type { Instant } from "../kernel/date.ts";
import { utf8Length } from "../kernel/utf8.ts";
import {
  type CommitDraft,
  commitAfter,
  commitBytesMax,
  type Head,
  type StoredCommit,
} from "./commit.ts";
import type { AppendCondition } from "./condition.ts";
import { type AppendResult, LedgerFault } from "./event-store.ts";

/** What a store found in a ledger, as of its head. */
export interface Found {
  readonly head: Head;
  /** The commit of any of the draft's command ids. */
  readonly known: StoredCommit | undefined;
  /** The first position behind the condition's `after` with an event that matches. */
  readonly match: number | undefined;
}

/** What an append is asked with. */
export interface AppendAsked {
  readonly draft: CommitDraft;
  readonly condition: AppendCondition;
  readonly now: Instant;
}

/**
 * What an append comes to, the same on every store: a known command before a conflict, a conflict
 * before a commit. What is `Appended` is the store's to write, and only while that head is still
 * the ledger's: under its lock, or by comparing the hash.
 */
export const judgeAppend = ({ head, known, match }: Found, asked: AppendAsked): AppendResult => {
  if (known !== undefined) return { append: "CommandKnown", stored: known };
  const { after } = asked.condition;
  if (after > head.position) {
    throw new LedgerFault("PositionBeyondHead", { after, head: head.position });
  }
  if (match !== undefined) return { append: "Conflict", position: match };
  return { append: "Appended", stored: recordAfter(head, asked) };
};

/** The record that a draft becomes behind a head. Throws a RangeError where it can be none. */
export const recordAfter = (
  head: Head,
  { draft, now }: Pick<AppendAsked, "draft" | "now">,
): StoredCommit => {
  if (draft.events.length === 0) throw new RangeError("a commit has one event at least");
  const stored = commitAfter(head, draft, now);
  // A unit of text is three bytes at most: most commits need no counting.
  if (stored.text.length * 3 <= commitBytesMax) return stored;
  const bytes = utf8Length(stored.text);
  if (bytes <= commitBytesMax) return stored;
  throw new RangeError(`a commit of ${bytes} bytes; ${commitBytesMax} at most`);
};

/** Throws unless the head is where a copy is to go on. */
export const demandPrefix = (
  head: Head,
  onto: { readonly after: number; readonly prev: string },
): void => {
  if (onto.after === head.position && onto.prev === head.hash) return;
  throw new LedgerFault("UnequalPrefix", { after: onto.after, head: head.position });
};
