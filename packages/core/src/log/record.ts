import type { DomainEvent } from "../kernel/event.ts";
import {
  type Commit,
  type Head,
  hashOfText,
  headOf,
  type LedgerHeader,
  type StoredCommit,
} from "./commit.ts";
import { LedgerFault } from "./event-store.ts";

/**
 * The commit in a record of a ledger whose chain was verified (the trusted way): parsed, not
 * validated. Undefined where the text is no JSON object.
 */
export const parseRecord = (text: string): Commit | undefined => {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return undefined;
  const { hash: _, ...commit } = parsed as Commit & { readonly hash: string };
  return commit;
};

/** What the last members of a record say. */
export interface RecordTail extends Head {
  readonly prev: string;
}

const lastMembers = new RegExp(
  [
    ',"position":([1-9]\\d{0,15})',
    '"prev":"([0-9a-f]{64})"',
    '"recordedAt":"([0-9TZ:.-]{24})"',
    '"hash":"([0-9a-f]{64})"\\}$',
  ].join(","),
);

/** Reads them by their place in the text, which is not parsed; undefined where they are not so. */
export const tailIn = (text: string): RecordTail | undefined => {
  const [, position, prev, recordedAt, hash] = lastMembers.exec(text.slice(-240)) ?? [];
  if (prev === undefined || hash === undefined) return undefined;
  return { position: Number(position), prev, recordedAt: recordedAt as Head["recordedAt"], hash };
};

/**
 * A record as its text states it (the trusted way): parsed, not hashed again. Throws where it is
 * kept at another position than its own: who reads on from there would skip or repeat some.
 */
export const storedOf = (text: string, keptAt?: number): StoredCommit => {
  const [, hash] = /,"hash":"([0-9a-f]{64})"\}$/.exec(text.slice(-80)) ?? [];
  const commit = hash === undefined ? undefined : parseRecord(text);
  const place = keptAt === undefined ? {} : { position: keptAt };
  if (hash === undefined || commit === undefined) throw new LedgerFault("BrokenRecord", place);
  const { position } = commit;
  if (keptAt !== undefined && position !== keptAt) {
    const facts = { position: keptAt, expected: keptAt, found: String(position) };
    throw new LedgerFault("PositionGap", facts);
  }
  demandReadable(commit);
  return { commit, hash, text };
};

/** Throws unless records kept at the positions asked for are all there, and in that order. */
export const demandAll = (found: readonly StoredCommit[], asked: readonly number[]): void => {
  for (const [at, expected] of asked.entries()) {
    if (found[at]?.commit.position === expected) continue;
    throw new LedgerFault("PositionGap", { position: expected, expected });
  }
};

/** The same of all from a position on, or back from it; one at least. */
export const demandUnbroken = (
  found: readonly StoredCommit[],
  { from, backwards }: { readonly from: number; readonly backwards: boolean },
): void => {
  const step = backwards ? -1 : 1;
  const length = Math.max(1, found.length);
  demandAll(
    found,
    Array.from({ length }, (_, at) => from + at * step),
  );
};

/** The header in the first record of a ledger, and the head that it is. */
export const readHeader = (
  text: string,
): { readonly header: LedgerHeader; readonly head: Head } => {
  const hash = hashOfText(text);
  const header = parseRecord(text) as Partial<LedgerHeader> | undefined;
  if (hash === undefined || typeof header?.ledger !== "string" || header.createdAt === undefined) {
    throw new LedgerFault("NotALedger", { found: "no header of a ledger" });
  }
  const head = { position: 0, hash, recordedAt: header.createdAt };
  return { header: header as LedgerHeader, head };
};

/**
 * Throws `RecordUnreadable` where a parsed commit has no ids, or no events that can be read at all.
 * What they say is looked at by `decodeCommit`: this is what every reader can afford.
 */
export const demandReadable = ({ commandId, furtherIds = [], events, position }: Commit): void => {
  const isNamed = typeof commandId === "string" && areTexts(furtherIds);
  if (isNamed && Array.isArray(events) && events.every(isEvent)) return;
  throw new LedgerFault("RecordUnreadable", { position });
};

const areTexts = (all: unknown): boolean =>
  Array.isArray(all) && all.every((one) => typeof one === "string");

/** Whether an event of a record can be read. */
export const isEvent = (one: unknown): one is DomainEvent => {
  if (!isObject(one)) return false;
  const { type, effectiveOn, tags, data } = one;
  if (typeof type !== "string" || typeof effectiveOn !== "string") return false;
  if (!isObject(data) || !areTexts(tags)) return false;
  const { original } = data as { readonly original?: unknown };
  return type !== "EventReversed" || (isObject(original) && typeof original["type"] === "string");
};

const isObject = (value: unknown): value is { readonly [member: string]: unknown } =>
  typeof value === "object" && value !== null;

/**
 * Parses records that follow a head. Throws `BrokenRecord` where a text is none or its hash is not
 * true, `BrokenChain` where it does not follow, and `RecordUnreadable`.
 */
export const chained = (texts: readonly string[], onto: Head): readonly StoredCommit[] => {
  let head = onto;
  return texts.map((text) => {
    const position = head.position + 1;
    const hash = hashOfText(text);
    const commit = hash === undefined ? undefined : parseRecord(text);
    if (hash === undefined || commit === undefined) {
      throw new LedgerFault("BrokenRecord", { position });
    }
    if (commit.position !== position || commit.prev !== head.hash) {
      throw new LedgerFault("BrokenChain", { position });
    }
    demandReadable(commit);
    const stored = { commit, hash, text };
    head = headOf(stored);
    return stored;
  });
};
