import { statSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import {
  type AppendCondition,
  commandIdsOf,
  type Head,
  hasMatch,
  headOf,
  type LinesAsked,
  type Query,
  type StoredCommit,
} from "@tongket/core/log";
import { isLocked } from "./file-lock.ts";
import { soughtBy, soughtById } from "./index-part.ts";
import {
  demandStanding,
  endOfRecords,
  isStanding,
  type LedgerFile,
  readingFile,
  type Source,
  withFile,
} from "./ledger-file.ts";
import type { IndexOptions } from "./ledger-index.ts";
import { LiveIndex } from "./live-index.ts";
import { markOf } from "./mark-of.ts";
import type { Mark } from "./record-line.ts";
import {
  commitsAfter,
  commitsAt,
  commitsBefore,
  lastMark,
  linesAfter,
  type PlacedCommit,
} from "./record-reader.ts";
import { faultsOfStorage } from "./storage-fault.ts";
import { type TailBytes, tailAfter } from "./tail-after.ts";

/** What stands behind the last whole line: the rest of a write whose process was killed. */
export interface TornTail extends TailBytes {
  readonly line: number;
}

/** After so much text of records others of the process get a turn: some 3 ms. */
const lengthPerTurn = 128 * 1024;

interface Reading {
  readonly after: number;
  readonly limit: number;
  readonly query: Query;
  readonly backwards: boolean;
}

/** Reads a ledger's file. Without a query it needs no index, and no memory but for a block. */
export class LedgerReader {
  readonly index: LiveIndex;
  readonly #ledger: LedgerFile;
  /** Up to here the file is known to be on disk for good. */
  #durableTo = 0;
  /** Of the last commit that was read forwards: `lines` is mostly asked to go on behind one. */
  #lastRead: Mark | undefined;

  constructor(ledger: LedgerFile, options: IndexOptions) {
    this.#ledger = ledger;
    this.index = new LiveIndex(ledger, options);
  }

  async head(): Promise<Head> {
    const { position, hash, recordedAt } = this.index.isBuilt
      ? (await this.index.current()).last
      : await withFile(this.#ledger, "read", (source) => this.last(source));
    return { position, hash, recordedAt };
  }

  async *read(reading: Reading): AsyncGenerator<readonly StoredCommit[], void> {
    if (reading.query === "all") {
      yield* readingFile(this.#ledger, (source) => this.#all(source, reading));
    } else if (await faultsOfStorage(this.#ledger.path, () => this.#mayMatch(reading))) {
      yield* readingFile(this.#ledger, (source) => this.#matching(source, reading));
    }
  }

  /** Where nothing may, no file is opened: of what is new to a ledger nothing stands in it. */
  async #mayMatch({ query, after }: Reading): Promise<boolean> {
    return (await this.index.current()).hasPlace({ sought: soughtBy(query), after });
  }

  lines(asked: LinesAsked): AsyncGenerator<Uint8Array, void> {
    return readingFile(this.#ledger, (source) => this.#lines(source, asked));
  }

  async *#lines(source: Source, { after, to: last = Number.POSITIVE_INFINITY }: LinesAsked) {
    const to = endOfRecords(source);
    const from = await this.#markOf(source, after.position, to);
    yield* linesAfter(source, { ...from, ...after }, { to, last });
  }

  async *#all(source: Source, { after, limit, backwards }: Reading) {
    const to = endOfRecords(source);
    const batches = backwards
      ? commitsBefore(source, { to, after, limit })
      : commitsAfter(source, await this.#markOf(source, after, to), { to, limit });
    for await (const batch of batches) {
      if (!backwards) this.#lastRead = batch.at(-1)?.mark;
      yield batch.map(({ stored }) => stored);
    }
  }

  async *#matching(source: Source, { after, limit, query, backwards }: Reading) {
    const index = await this.index.current();
    const sought = soughtBy(query);
    let left = limit;
    let sinceTurn = 0;
    for await (const places of index.places({ sought, after, backwards })) {
      for await (const batch of commitsAt(source, places)) {
        const found = batch.filter(({ commit }) => hasMatch(query, commit)).slice(0, left);
        if (found.length > 0) yield found;
        left -= found.length;
        if (left <= 0) return;
        for (const { text } of batch) sinceTurn += text.length;
        if (sinceTurn >= lengthPerTurn) {
          await setImmediate();
          sinceTurn = 0;
        }
      }
    }
  }

  /** The last record: by the index where it is built, else by the end of the file. */
  async last(source: Source): Promise<Mark> {
    if (this.index.isBuilt) return (await this.index.catchUp(source)).last;
    return lastMark(source, endOfRecords(source));
  }

  /** The first position that matches the condition of an append. */
  async firstMatch(source: Source, condition: AppendCondition): Promise<number | undefined> {
    const { failIfMatch: query, after } = condition;
    const reading = { query, after, limit: 1, backwards: false };
    for await (const [first] of this.#matching(source, reading)) return first?.commit.position;
    return undefined;
  }

  /** The commit of a command id. It is on disk for good before anyone is told of it. */
  async find(commandId: string): Promise<StoredCommit | undefined> {
    const asked = { sought: soughtById(commandId), after: 0 };
    if (!(await (await this.index.current()).hasPlace(asked))) return undefined;
    return withFile(this.#ledger, "read", (source) => this.known(source, commandId));
  }

  /** The same in an open file, among what the index holds. */
  async known(source: Source, commandId: string): Promise<StoredCommit | undefined> {
    const index = await this.index.current();
    const asked = { sought: soughtById(commandId), after: 0, backwards: true };
    for await (const places of index.places(asked)) {
      for (const place of places) {
        for await (const [stored] of commitsAt(source, [place])) {
          if (stored === undefined || !commandIdsOf(stored.commit).includes(commandId)) continue;
          await this.#demandDurable(source, { to: place.end, known: index.last.end });
          return stored;
        }
      }
    }
    return undefined;
  }

  async #demandDurable({ file }: Source, { to, known }: { to: number; known: number }) {
    // Windows flushes no file that is open for reading only.
    if (to <= this.#durableTo || process.platform === "win32") return;
    await file.datasync();
    this.markDurable(known);
  }

  /** The commit of the first of several command ids that has one. */
  async knownOf(source: Source, ids: readonly string[]): Promise<StoredCommit | undefined> {
    for (const id of ids) {
      const stored = await this.known(source, id);
      if (stored !== undefined) return stored;
    }
    return undefined;
  }

  markDurable(to: number): void {
    this.#durableTo = Math.max(this.#durableTo, to);
  }

  /** The mark of a position, or of the last record before it. */
  markOf(position: number): Promise<Mark> {
    return withFile(this.#ledger, "read", async (source) =>
      this.#markOf(source, position, endOfRecords(source)),
    );
  }

  async #markOf(source: Source, position: number, to: number): Promise<Mark> {
    const index = this.index.isBuilt ? await this.index.current() : undefined;
    if (index === undefined || position <= 0) {
      const last = this.#lastRead;
      if (last?.position === position && isStanding(source, last)) return last;
      return markOf(source, position, to);
    }
    if (index.last.position === 0) return source.header;
    const place = await index.place(Math.min(position, index.last.position));
    for await (const [stored] of commitsAt(source, [place])) {
      if (stored !== undefined) return { ...place, ...headOf(stored) };
    }
    return index.last;
  }

  /** What stands behind a mark by now. */
  async *behind(mark: Mark): AsyncGenerator<readonly PlacedCommit[], void> {
    if (statSync(this.#ledger.path).size === mark.end) return;
    yield* readingFile(this.#ledger, async function* (source) {
      demandStanding(source, mark);
      yield* commitsAfter(source, mark, { to: endOfRecords(source) });
    });
  }

  /** Bytes behind the last whole line that no living writer is at work on. */
  tornTail(): Promise<TornTail | undefined> {
    return withFile(this.#ledger, "read", async (source) => {
      for (;;) {
        const { size } = await source.file.stat();
        const end = endOfRecords(source, size);
        if (end === size || isLocked(this.#ledger.path)) return undefined;
        if ((await source.file.stat()).size !== size) continue;
        const last = await lastMark(source, end);
        const tail = await tailAfter(last, { file: source.file, from: end, to: size });
        return { line: last.position + 2, ...tail };
      }
    });
  }
}
