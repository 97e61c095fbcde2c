/** Hand-made ledgers for the tests of this package; no event of them is of the catalogue. */
import {
  type CommitDraft,
  commitAfter,
  type Head,
  hashedText,
  type LedgerHeader,
  nothing,
  type StoredCommit,
} from "@tongket/core/log";

export const newYear = "2012-01-01T00:00:00.000Z" as Head["recordedAt"];

export const header: LedgerHeader = {
  createdAt: newYear,
  ledger: "sample",
  regime: "vn-party",
  tongket: 1,
};

export const anyway = { failIfMatch: nothing, after: 0 };

type Event = CommitDraft["events"][number];

export const eventOf = ({ type = "X", tags = ["branch:b1"], data = {} as object } = {}): Event => ({
  type,
  version: 1,
  effectiveOn: "2012-01-01" as Event["effectiveOn"],
  tags: tags as unknown as Event["tags"],
  data,
});

export const draftOf = (
  commandId: string,
  events: readonly Event[] = [eventOf()],
): CommitDraft => ({
  actor: "clerk",
  commandHash: "0".repeat(64),
  commandId,
  events,
});

/** The records of a ledger that no store has written: its header's text, then its commits. */
export const recordsOf = (
  drafts: readonly CommitDraft[],
): { readonly first: string; readonly commits: readonly StoredCommit[] } => {
  const { text: first, hash } = hashedText(header);
  let head: Head = { position: 0, hash, recordedAt: header.createdAt };
  const commits = drafts.map((draft) => {
    const stored = commitAfter(head, draft, newYear);
    head = { position: stored.commit.position, hash: stored.hash, recordedAt: newYear };
    return stored;
  });
  return { first, commits };
};

/** The bytes of such a ledger, line by line. */
export const linesOf = (drafts: readonly CommitDraft[]): readonly string[] => {
  const { first, commits } = recordsOf(drafts);
  return [first, ...commits.map(({ text }) => text)].map((text) => `${text}\n`);
};
