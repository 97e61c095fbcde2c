import type { Instant } from "../kernel/date.ts";
import { utf8Length } from "../kernel/text.ts";
import {
  type CommitDraft,
  commandIdsOf,
  commitAfter,
  commitBytesMax,
  type Head,
  type StoredCommit,
} from "./commit.ts";
import type { AppendCondition } from "./condition.ts";
import { type AppendResult, LedgerFault } from "./event-store.ts";

/** What a store looks up in a ledger while it holds the ledger's lock. */
export interface LockedLedger {
  readonly head: Head;
  find(commandId: string): Promise<StoredCommit | undefined>;
  /** The first position behind `after` with an event that matches. */
  firstMatch(condition: AppendCondition): Promise<number | undefined>;
}

/**
 * What an append comes to, the same on every store: a known command before a conflict, a conflict
 * before a commit. What is `Appended` is the store's to write before it lets go of the lock.
 */
export const judgeAppend = async (
  ledger: LockedLedger,
  {
    draft,
    condition,
    now,
  }: {
    readonly draft: CommitDraft;
    readonly condition: AppendCondition;
    readonly now: Instant;
  },
): Promise<AppendResult> => {
  for (const id of commandIdsOf(draft)) {
    const known = await ledger.find(id);
    if (known !== undefined) return { append: "CommandKnown", stored: known };
  }
  const { head } = ledger;
  if (condition.after > head.position) {
    throw new LedgerFault("PositionBeyondHead", { after: condition.after, head: head.position });
  }
  const position = await ledger.firstMatch(condition);
  if (position !== undefined) return { append: "Conflict", position };
  return { append: "Appended", stored: recordAfter(head, draft, now) };
};

/** Throws a RangeError where the draft can be no record of a ledger. */
const recordAfter = (head: Head, draft: CommitDraft, now: Instant): StoredCommit => {
  if (draft.events.length === 0) throw new RangeError("a commit has one event at least");
  const stored = commitAfter(head, draft, now);
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
