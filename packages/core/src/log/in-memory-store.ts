import type { Instant } from "../kernel/date.ts";
import type { Tag } from "../kernel/ids.ts";
import {
  type Commit,
  type CommitDraft,
  commitAfter,
  type Head,
  hashOfText,
  headOf,
  type LedgerHeader,
  type StoredCommit,
  sealText,
} from "./commit.ts";
import { type AppendCondition, matches, type Query } from "./condition.ts";
import {
  type AppendResult,
  type EventStore,
  LedgerFault,
  type ReadOptions,
  type Subscription,
} from "./event-store.ts";
import { parseRecord } from "./record.ts";

const batchSize = 1000;

/** A ledger in the memory of one process, for tests, what-if questions and short scripts. */
export const inMemoryStore = (header: LedgerHeader): EventStore => {
  const headerHash = sealText(header).hash;
  const log: StoredCommit[] = [];
  const byCommand = new Map<string, StoredCommit>();
  const byTag = new Map<Tag, number[]>();
  const waiting = new Set<() => void>();

  const head = (): Head => {
    const last = log.at(-1);
    return last === undefined
      ? { position: 0, hash: headerHash, recordedAt: header.createdAt }
      : headOf(last);
  };
  const write = (stored: StoredCommit): void => {
    log.push(stored);
    byCommand.set(stored.commit.commandId, stored);
    for (const one of new Set(stored.commit.events.flatMap((event) => event.tags))) {
      const positions = byTag.get(one);
      if (positions === undefined) byTag.set(one, [stored.commit.position]);
      else positions.push(stored.commit.position);
    }
    for (const wake of waiting) wake();
    waiting.clear();
  };
  const selected = function* (query: Query, after: number): Iterable<StoredCommit> {
    const few = log.length - after < 100;
    const asked = few ? undefined : candidates(query, byTag);
    for (const position of asked ?? positionsBehind(after, log.length)) {
      const stored = log[position - 1];
      if (position > after && stored && hasMatch(query, stored.commit)) yield stored;
    }
  };
  const append = (draft: CommitDraft, condition: AppendCondition, now: Instant): AppendResult => {
    const known = byCommand.get(draft.commandId);
    if (known !== undefined) return { append: "CommandKnown", stored: known };
    if (condition.after > log.length) {
      throw new LedgerFault("PositionBeyondHead", { after: condition.after, head: log.length });
    }
    for (const { commit } of selected(condition.failIfMatch, condition.after)) {
      return { append: "Conflict", position: commit.position };
    }
    const stored = commitAfter(head(), draft, now);
    write(stored);
    return { append: "Appended", stored };
  };
  const read = async function* (options: ReadOptions = {}) {
    const { after = 0, limit = Number.POSITIVE_INFINITY, query = "all" } = options;
    const found = [...selected(query, after)];
    if (options.backwards === true) found.reverse();
    const all = found.slice(0, limit);
    for (let at = 0; at < all.length; at += batchSize) yield all.slice(at, at + batchSize);
  };
  const subscribe = ({ after }: { readonly after: number }): Subscription => {
    let closed = false;
    let wakeUp = (): void => {};
    return {
      close: () => {
        closed = true;
        wakeUp();
      },
      async *[Symbol.asyncIterator]() {
        let seen = after;
        while (!closed) {
          if (seen < log.length) {
            const news = log.slice(seen);
            seen = log.length;
            yield news;
          } else {
            await new Promise<void>((resolve) => {
              wakeUp = resolve;
              waiting.add(resolve);
            });
          }
        }
      },
    };
  };
  return {
    header,
    headerHash,
    head: async () => head(),
    append: async (draft, condition, now) => append(draft, condition, now),
    appendVerbatim: async (texts, onto) => {
      const { position, hash } = head();
      if (onto.after !== position || onto.prev !== hash) {
        throw new LedgerFault("UnequalPrefix", { after: onto.after, head: position });
      }
      for (const stored of chained(texts, head())) write(stored);
      return head();
    },
    read,
    subscribe,
    find: async (commandId) => byCommand.get(commandId),
    close: async () => {},
  };
};

/** Whether any event of a commit answers the query. */
export const hasMatch = (query: Query, commit: Commit): boolean =>
  query === "all" || commit.events.some((event) => matches(query, event));

/** Parses records that follow a head and checks that each names the one before. */
export const chained = (texts: readonly string[], onto: Head): readonly StoredCommit[] => {
  let head = onto;
  return texts.map((text) => {
    const hash = hashOfText(text);
    const commit = hash === undefined ? undefined : parseRecord(text);
    if (hash === undefined || commit === undefined) {
      throw new LedgerFault("BrokenRecord", { position: head.position + 1 });
    }
    if (commit.position !== head.position + 1 || commit.prev !== head.hash) {
      throw new LedgerFault("BrokenChain", { position: head.position + 1 });
    }
    const stored = { commit, hash, text };
    head = headOf(stored);
    return stored;
  });
};

/** Positions that may match, from the smallest tag list of each item; undefined: look at all. */
const candidates = (
  query: Query,
  byTag: ReadonlyMap<Tag, readonly number[]>,
): readonly number[] | undefined => {
  if (query === "all") return undefined;
  const found = new Set<number>();
  for (const { tags } of query.items) {
    if (tags.length === 0) return undefined;
    const lists = tags.map((one) => byTag.get(one) ?? []);
    const shortest = lists.reduce((a, b) => (b.length < a.length ? b : a));
    for (const position of shortest) found.add(position);
  }
  return [...found].sort((a, b) => a - b);
};

const positionsBehind = function* (after: number, head: number): Iterable<number> {
  for (let position = after + 1; position <= head; position += 1) yield position;
};
