import {
  type AppendCondition,
  type AppendResult,
  type CommitDraft,
  chained,
  commandIdsOf,
  demandPrefix,
  type EventStore,
  type Head,
  hashedText,
  headOf,
  judgeAppend,
  type LedgerHeader,
  type LinesAsked,
  OpenHandle,
  type ReadOptions,
  type StoredCommit,
  type Subscription,
} from "@tongket/core/log";
import { acquireLock } from "./file-lock.ts";
import { follow } from "./follow.ts";
import { headerOf, type LedgerFile, makeLedgerFile, type Source, withFile } from "./ledger-file.ts";
import { type Indexing, type PartCommits, partCommits } from "./ledger-index.ts";
import { LedgerReader, type TornTail } from "./ledger-reader.ts";
import { type AtMoment, appendLines, demandReadBack, mendTail } from "./ledger-writer.ts";
import type { Mark } from "./record-line.ts";
import { faultsOfStorage } from "./storage-fault.ts";

/** A ledger in one file of JSON Lines: the header, then one line a commit. */
export interface JsonlLedger extends EventStore {
  lines(asked: LinesAsked): AsyncIterable<Uint8Array>;
  /**
   * What a killed writer left behind the last whole line, unless a living one is at work there.
   * Every reading goes without it; the next append cuts it, or ends a record that is whole.
   */
  tornTail(): Promise<TornTail | undefined>;
}

export interface JsonlOptions {
  /** How long an append waits for the lock before it is a `LedgerLocked` fault; 30 s. */
  readonly lockWaitMs?: number;
  /** How often a subscription looks for news at least; 100 ms. */
  readonly pollMs?: number;
  /**
   * Watches how the index is made or brought up: `at` hears of each segment of 8,192 commits by
   * its last position, and where it rejects, so does the call that needs the index; what was kept
   * until then is of use to the next. `end` is called in any case.
   */
  readonly indexing?: Indexing;
}

/** What a test may put in the place of the real thing. */
export interface Trial extends Partial<PartCommits> {
  readonly lock?: typeof acquireLock;
  readonly at?: AtMoment;
}

/**
 * Makes a ledger and opens it. Rejects with `LedgerExists` where anything stands at the path, with
 * `StorageDenied` or `StorageFailed` where no file can be made there.
 */
export const createJsonlLedger = async (
  path: string,
  header: LedgerHeader,
  options: JsonlOptions = {},
): Promise<JsonlLedger> => {
  await faultsOfStorage(path, () => makeLedgerFile(path, `${hashedText(header).text}\n`));
  return openJsonlLedger(path, options);
};

/**
 * Opens a ledger by reading its header only; the rest is read when it is asked for. Rejects with
 * `LedgerMissing` where there is none, with `NotALedger` where it is something else, with
 * `BrokenRecord` or `TornTail` where its header is damaged, and with `StorageDenied` or
 * `StorageFailed` where it cannot be read.
 */
export const openJsonlLedger = (path: string, options: JsonlOptions = {}): Promise<JsonlLedger> =>
  openLedger(path, options, {});

export const openLedger = async (
  path: string,
  options: JsonlOptions,
  trial: Trial,
): Promise<JsonlLedger> => {
  const { header, mark } = await faultsOfStorage(path, () => headerOf(path));
  return new FileLedger({ path, header: mark }, header, { ...defaults, ...options, ...trial });
};

const defaults = {
  lockWaitMs: 30_000,
  pollMs: 100,
  indexing: () => ({ at: async () => {}, end: () => {} }),
  lock: acquireLock,
  at: () => {},
  ...partCommits,
};

class FileLedger implements JsonlLedger {
  readonly header: LedgerHeader;
  readonly headerHash: string;
  readonly #file: LedgerFile;
  readonly #options: Required<JsonlOptions & Trial>;
  readonly #reader: LedgerReader;
  readonly #handle: OpenHandle;
  /** Ends the subscriptions. */
  readonly #closing = new AbortController();

  constructor(file: LedgerFile, header: LedgerHeader, options: Required<JsonlOptions & Trial>) {
    this.header = header;
    this.headerHash = file.header.hash;
    this.#file = file;
    this.#options = options;
    this.#reader = new LedgerReader(file, options);
    this.#handle = new OpenHandle(file.path, (work) => faultsOfStorage(file.path, work));
  }

  head(): Promise<Head> {
    return this.#handle.asked(() => this.#reader.head());
  }

  find(commandId: string): Promise<StoredCommit | undefined> {
    return this.#handle.asked(() => this.#reader.find(commandId));
  }

  tornTail(): Promise<TornTail | undefined> {
    return this.#handle.asked(() => this.#reader.tornTail());
  }

  async *read(options: ReadOptions = {}): AsyncGenerator<readonly StoredCommit[], void> {
    this.#handle.demandOpen();
    const { after = 0, limit = Number.POSITIVE_INFINITY, query = "all" } = options;
    if (limit <= 0) return;
    const backwards = options.backwards === true;
    yield* this.#reader.read({ after: Math.max(0, after), limit, query, backwards });
  }

  isIndexed(): Promise<boolean> {
    return this.#handle.asked(() => this.#reader.index.isNear());
  }

  lines(asked: LinesAsked): AsyncIterable<Uint8Array> {
    this.#handle.demandOpen();
    return this.#reader.lines(asked);
  }

  subscribe({ after }: { readonly after: number }): Subscription {
    this.#handle.demandOpen();
    const { signal } = this.#closing;
    const { pollMs } = this.#options;
    return follow(this.#reader, { path: this.#file.path, after, pollMs, signal });
  }

  append(
    draft: CommitDraft,
    condition: AppendCondition,
    now: Head["recordedAt"],
  ): Promise<AppendResult> {
    const index = this.#reader.index;
    // Built before the lock is taken: for the first append that is a reading of the whole file.
    const built = () => index.current();
    return this.#writing(built, async (source): Promise<AppendResult> => {
      const last = await this.#mendedLast(source);
      const found = {
        head: last,
        known: await this.#reader.knownOf(source, commandIdsOf(draft)),
        match: await this.#reader.firstMatch(source, condition),
      };
      const result = judgeAppend(found, { draft, condition, now });
      if (result.append !== "Appended") return result;
      const { stored } = result;
      const end = await this.#write(source, last, [stored]);
      await index.add({ stored, mark: { ...headOf(stored), start: last.end, end } });
      return result;
    });
  }

  appendVerbatim(
    texts: readonly string[],
    onto: { readonly after: number; readonly prev: string },
  ): Promise<Head> {
    const nothing = async () => {};
    return this.#writing(nothing, async (source) => {
      const last = await this.#mendedLast(source);
      demandPrefix(last, onto);
      const commits = chained(texts, last);
      if (commits.length > 0) await this.#write(source, last, commits);
      return this.#reader.head();
    });
  }

  /** Ends the subscriptions, and waits for the appends that were asked for before. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#handle.close();
  }

  /** One after another in this process, each under the lock that keeps out all others. */
  #writing<T>(before: () => Promise<unknown>, work: (source: Source) => Promise<T>): Promise<T> {
    const { lock, lockWaitMs, at } = this.#options;
    return this.#handle.inTurn(async () => {
      await before();
      const release = await lock(this.#file.path, { waitMs: lockWaitMs, at });
      try {
        at("locked");
        return await withFile(this.#file, "append", work);
      } finally {
        release();
      }
    });
  }

  /** The last record, with nothing behind it. */
  async #mendedLast(source: Source): Promise<Mark> {
    const { size } = await source.file.stat();
    const last = await this.#reader.last(source);
    if (last.end === size) return last;
    await mendTail(source.file, last, size);
    return this.#reader.last(source);
  }

  /** Gives the end of the file. */
  async #write(source: Source, last: Mark, commits: readonly StoredCommit[]): Promise<number> {
    const lines = Buffer.from(`${commits.map(({ text }) => text).join("\n")}\n`);
    demandReadBack(lines, last);
    await appendLines(source.file, { lines, size: last.end, at: this.#options.at });
    const end = last.end + lines.length;
    this.#reader.markDurable(end);
    return end;
  }
}
