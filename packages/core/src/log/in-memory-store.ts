import type { Instant } from "../kernel/date.ts";
import type { Tag } from "../kernel/ids.ts";
import {
  type CommitDraft,
  commandIdsOf,
  commitAfter,
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
  type ReadOptions,
  type Subscription,
} from "./event-store.ts";
import { chained } from "./record.ts";

const batchSize = 1000;

/** A ledger in the memory of one process, for tests, what-if questions and short scripts. */
export const inMemoryStore = (header: LedgerHeader): EventStore => new InMemoryStore(header);

class InMemoryStore implements EventStore {
  readonly header: LedgerHeader;
  readonly headerHash: string;
  readonly #log: StoredCommit[] = [];
  readonly #byCommand = new Map<string, StoredCommit>();
  readonly #byTag = new Map<Tag, number[]>();
  readonly #waiting = new Set<() => void>();

  constructor(header: LedgerHeader) {
    this.header = header;
    this.headerHash = hashedText(header).hash;
  }

  async head(): Promise<Head> {
    return this.#head();
  }

  async append(
    draft: CommitDraft,
    condition: AppendCondition,
    now: Instant,
  ): Promise<AppendResult> {
    for (const id of commandIdsOf(draft)) {
      const known = this.#byCommand.get(id);
      if (known !== undefined) return { append: "CommandKnown", stored: known };
    }
    const head = this.#head();
    if (condition.after > head.position) {
      throw new LedgerFault("PositionBeyondHead", {
        after: condition.after,
        head: head.position,
      });
    }
    for (const { commit } of this.#selected(condition.failIfMatch, condition.after)) {
      return { append: "Conflict", position: commit.position };
    }
    const stored = commitAfter(head, draft, now);
    this.#write(stored);
    return { append: "Appended", stored };
  }

  async appendVerbatim(
    texts: readonly string[],
    onto: { readonly after: number; readonly prev: string },
  ): Promise<Head> {
    const head = this.#head();
    if (onto.after !== head.position || onto.prev !== head.hash) {
      throw new LedgerFault("UnequalPrefix", { after: onto.after, head: head.position });
    }
    for (const stored of chained(texts, head)) this.#write(stored);
    return this.#head();
  }

  async *read(options: ReadOptions = {}): AsyncIterable<readonly StoredCommit[]> {
    const { after = 0, limit = Number.POSITIVE_INFINITY, query = "all" } = options;
    const found = [...this.#selected(query, after)];
    if (options.backwards === true) found.reverse();
    const all = found.slice(0, limit);
    for (let at = 0; at < all.length; at += batchSize) yield all.slice(at, at + batchSize);
  }

  subscribe({ after }: { readonly after: number }): Subscription {
    const [log, waiting] = [this.#log, this.#waiting];
    let closed = false;
    let wakeUp = (): void => {};
    return {
      close: () => {
        closed = true;
        wakeUp();
      },
      async *[Symbol.asyncIterator]() {
        for (let seen = after; !closed; ) {
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
  }

  async find(commandId: string): Promise<StoredCommit | undefined> {
    return this.#byCommand.get(commandId);
  }

  async close(): Promise<void> {}

  #head(): Head {
    const last = this.#log.at(-1);
    const { headerHash: hash, header } = this;
    return last === undefined ? { position: 0, hash, recordedAt: header.createdAt } : headOf(last);
  }

  #write(stored: StoredCommit): void {
    this.#log.push(stored);
    for (const id of commandIdsOf(stored.commit)) this.#byCommand.set(id, stored);
    for (const one of new Set(stored.commit.events.flatMap((event) => event.tags))) {
      const positions = this.#byTag.get(one);
      if (positions === undefined) this.#byTag.set(one, [stored.commit.position]);
      else positions.push(stored.commit.position);
    }
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }

  *#selected(query: Query, after: number): Iterable<StoredCommit> {
    const log = this.#log;
    const few = log.length - after < 100;
    const asked = few ? undefined : candidates(query, this.#byTag);
    for (const position of asked ?? positionsBehind(after, log.length)) {
      const stored = log[position - 1];
      if (position > after && stored && hasMatch(query, stored.commit)) yield stored;
    }
  }
}

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
