import { canonicalJson, canonicalOf } from "../kernel/canonical-json.ts";
import type { CalendarDate, Instant } from "../kernel/date.ts";
import type { DomainEvent, RecordedEvent } from "../kernel/event.ts";
import { sha256 } from "../kernel/sha256.ts";
import { upcast } from "./upcast.ts";

/** The first record of every ledger, at position 0. */
export interface LedgerHeader {
  readonly createdAt: Instant;
  readonly ledger: string;
  /** The body of rules the ledger lives under; see `Rulebook`. */
  readonly regime: string;
  /** Made with `--simulated`: its clock is told, not read. */
  readonly simulated?: true;
  readonly tongket: 1;
}

/** What the handler gives a store: one atomic entry, without its place in the chain. */
export interface CommitDraft {
  readonly actor: string;
  /** SHA-256 of the canonical command with its actor, without server time. */
  readonly commandHash: string;
  /** Unique for ever in its ledger. */
  readonly commandId: string;
  readonly events: readonly DomainEvent[];
  /** The ids of the other commands recorded with it, unique for ever too. */
  readonly furtherIds?: readonly string[];
  readonly note?: string;
}

/** Every command id that a commit takes: its own first. */
export const commandIdsOf = (draft: CommitDraft): readonly string[] => [
  draft.commandId,
  ...(draft.furtherIds ?? []),
];

/** One record of a ledger: a line, a row or a message. */
export interface Commit extends CommitDraft {
  /** 1, 2, 3 … without a gap: commit order is replay order on every store. */
  readonly position: number;
  /** The hash of the record before. */
  readonly prev: string;
  readonly recordedAt: Instant;
}

/** A commit with the text that is its truth: stored and copied verbatim, never re-serialised. */
export interface StoredCommit {
  readonly commit: Commit;
  readonly hash: string;
  readonly text: string;
}

/** The last record of a ledger; position 0 is the header. */
export interface Head {
  readonly position: number;
  readonly hash: string;
  readonly recordedAt: Instant;
}

/** 900 KiB: the most text of one commit that every store takes. */
export const commitBytesMax = 900 * 1024;

/** 256 KiB: the most text of one event, so that it can be reversed and recorded anew together. */
export const eventBytesMax = 256 * 1024;

const beforeHash = ',"hash":"';
const hashMemberLength = `${beforeHash}"}`.length + 64;
const [comma, closeBrace] = [0x2c, 0x7d];

/** Canonical text with `hash` at its very end, over the text without that member. */
export const hashedText = (record: object): { readonly text: string; readonly hash: string } =>
  hashedBody(canonicalJson(record));

const hashedBody = (body: string): { readonly text: string; readonly hash: string } => {
  const hash = sha256(body);
  return { text: `${body.slice(0, -1)},"hash":"${hash}"}`, hash };
};

/** The text of a record that its hash is over. */
export const bodyOf = (text: string): string => `${text.slice(0, -hashMemberLength)}}`;

/** The hash a record states when it is true of its own bytes; undefined when it is not. */
export const hashOfText = (text: string): string | undefined => {
  const at = text.length - hashMemberLength;
  if (!text.startsWith(beforeHash, at) || !text.endsWith('"}')) return undefined;
  const hash = sha256(bodyOf(text));
  return text.startsWith(hash, at + beforeHash.length) ? hash : undefined;
};

/**
 * The hash of the record between two offsets, over the stored bytes: without its hash member, and
 * without copying them.
 */
export const hashOfBytes = (bytes: Uint8Array, start: number, end: number): string => {
  // The text that was hashed ends in a brace, which stands in for the comma meanwhile.
  const at = end - hashMemberLength;
  bytes[at] = closeBrace;
  const hash = sha256(bytes.subarray(start, at + 1));
  bytes[at] = comma;
  return hash;
};

/**
 * Places a draft behind the head. The clock never goes back inside a ledger. The commit is
 * that of its text, so that it is the same for who wrote it and for whoever reads it.
 */
export const commitAfter = (head: Head, draft: CommitDraft, now: Instant): StoredCommit => {
  const { text, value } = canonicalOf({
    ...draft,
    position: head.position + 1,
    prev: head.hash,
    recordedAt: now > head.recordedAt ? now : head.recordedAt,
  } satisfies Commit);
  return { commit: value, ...hashedBody(text) };
};

export const headOf = ({ commit, hash }: StoredCommit): Head => ({
  position: commit.position,
  hash,
  recordedAt: commit.recordedAt,
});

/** Each event of a commit with its place, in its current shape. */
export const eventsOf = (commit: Commit): readonly RecordedEvent[] =>
  commit.events.map((event, index) => ({
    ...upcast(event),
    position: commit.position,
    index,
    recordedAt: commit.recordedAt,
  }));

/** SHA-256 of what the caller asked for: the same request hashes alike on every machine. */
export const commandHashOf = (request: {
  readonly actor: string;
  readonly commands: readonly {
    readonly command: string;
    readonly effectiveOn?: CalendarDate;
    readonly inPlaceOf?: string;
    readonly data: unknown;
  }[];
}): string => sha256(canonicalJson(request));
