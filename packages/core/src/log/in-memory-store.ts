import type { Instant } from "../kernel/date.ts";
import { demandPrefix, judgeAppend } from "./appending.ts";
import {
  type CommitDraft,
  commandIdsOf,
  type Head,
  hashedText,
  headOf,
  type LedgerHeader,
  type StoredCommit,
} from "./commit.ts";
import { type AppendCondition, hasMatch, type Query } from "./condition.ts";
import {
  type AppendResult,
  type EventStore,
  LedgerFault,
  type LedgerStorage,
  type ReadOptions,
  type Subscription,
} from "./event-store.ts";
import { OpenHandle } from "./open-handle.ts";
import { PositionIndex } from "./position-index.ts";
import { chained } from "./record.ts";

const batchSize = 1000;

/** A ledger in the memory of one process, for tests, what-if questions and short scripts. */
export const inMemoryStore = (header: LedgerHeader): EventStore =>
  new InMemoryStore(new Log(header));

/** Ledgers in the memory of one process. Each handle of a ledger works on the same log. */
export const inMemoryStorage = (): LedgerStorage => {
  const logs = new Map<string, Log>();
  return {
    create: async (header) => {
      const { ledger } = header;
      if (logs.has(ledger)) throw new LedgerFault("LedgerExists", { ledger });
      const log = new Log(header);
      logs.set(ledger, log);
      return new InMemoryStore(log);
    },
    open: async (ledger) => {
      const log = logs.get(ledger);
      if (log === undefined) throw new LedgerFault("LedgerMissing", { ledger });
      return new InMemoryStore(log);
    },
    list: async () => [...logs.keys()].toSorted(),
  };
};

/** The records of one ledger; whoever waits for more is woken by each. */
class Log {
  readonly header: LedgerHeader;
  readonly headerHash: string;
  readonly index = new PositionIndex();
  readonly #commits: StoredCommit[] = [];
  readonly #waiting = new Set<() => void>();

  constructor(header: LedgerHeader) {
    this.header = header;
    this.headerHash = hashedText(header).hash;
  }

  get head(): Head {
    const last = this.#commits.at(-1);
    const { headerHash: hash, header } = this;
    return last === undefined ? { position: 0, hash, recordedAt: header.createdAt } : headOf(last);
  }

  write(stored: StoredCommit): void {
    this.#commits.push(frozen(stored));
    this.index.add(stored.commit);
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }

  /** Resolves when there is a record behind the position. */
  async more(after: number): Promise<void> {
    if (this.#commits.length <= after) {
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }

  behind(position: number): readonly StoredCommit[] {
    return this.#commits.slice(Math.max(0, position));
  }

  find(commandId: string): StoredCommit | undefined {
    const position = this.index.positionOf(commandId);
    return position === undefined ? undefined : this.#commits[position - 1];
  }

  known(commandIds: readonly string[]): StoredCommit | undefined {
    for (const id of commandIds) {
      const stored = this.find(id);
      if (stored !== undefined) return stored;
    }
    return undefined;
  }

  firstMatch({ failIfMatch, after }: AppendCondition): number | undefined {
    for (const { commit } of this.selected(failIfMatch, after)) return commit.position;
    return undefined;
  }

  *selected(query: Query, after: number): Iterable<StoredCommit> {
    for (const position of this.index.candidates(query, after)) {
      const stored = this.#commits[position - 1];
      if (stored && hasMatch(query, stored.commit)) yield stored;
    }
  }
}

/** All readers are given the same record, so nobody may change it. */
const frozen = <T>(value: T): T => {
  if (typeof value !== "object" || value === null) return value;
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
};

class InMemoryStore implements EventStore {
  readonly header: LedgerHeader;
  readonly headerHash: string;
  readonly #log: Log;
  readonly #handle: OpenHandle;

  constructor(log: Log) {
    this.header = log.header;
    this.headerHash = log.headerHash;
    this.#log = log;
    this.#handle = new OpenHandle(log.header.ledger);
  }

  async head(): Promise<Head> {
    this.#handle.demandOpen();
    return this.#log.head;
  }

  async append(
    draft: CommitDraft,
    condition: AppendCondition,
    now: Instant,
  ): Promise<AppendResult> {
    this.#handle.demandOpen();
    const log = this.#log;
    const found = {
      head: log.head,
      known: log.known(commandIdsOf(draft)),
      match: log.firstMatch(condition),
    };
    const result = judgeAppend(found, { draft, condition, now });
    if (result.append === "Appended") log.write(result.stored);
    return result;
  }

  async appendVerbatim(
    texts: readonly string[],
    onto: { readonly after: number; readonly prev: string },
  ): Promise<Head> {
    this.#handle.demandOpen();
    const log = this.#log;
    demandPrefix(log.head, onto);
    for (const stored of chained(texts, log.head)) log.write(stored);
    return log.head;
  }

  async *read(options: ReadOptions = {}): AsyncGenerator<readonly StoredCommit[], void> {
    this.#handle.demandOpen();
    const { after = 0, limit = Number.POSITIVE_INFINITY, query = "all" } = options;
    const found = [...this.#log.selected(query, after)];
    if (options.backwards === true) found.reverse();
    const all = found.slice(0, Math.max(0, limit));
    for (let at = 0; at < all.length; at += batchSize) yield all.slice(at, at + batchSize);
  }

  subscribe({ after }: { readonly after: number }): Subscription {
    const log = this.#log;
    return this.#handle.follow(
      {
        async *read(seen) {
          const news = log.behind(seen);
          if (news.length > 0) yield news;
        },
        wait: (seen) => log.more(seen),
      },
      after,
    );
  }

  async find(commandId: string): Promise<StoredCommit | undefined> {
    this.#handle.demandOpen();
    return this.#log.find(commandId);
  }

  close(): Promise<void> {
    return this.#handle.close();
  }
}
