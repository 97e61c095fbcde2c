import type { RecordedEvent } from "../kernel/event.ts";
import type { Head } from "../log/commit.ts";
import { LedgerFault } from "../log/event-store.ts";
import { newline } from "./bytes.ts";
import { RecordEnds } from "./record-ends.ts";

/** A record among the bytes of lines, and what its end says. It is good for the call. */
export interface RecordLine {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly ends: RecordEnds;
}

export interface ReadRecord {
  readonly events: readonly RecordedEvent[];
  readonly actor: string;
}

/** A way to read records. */
export interface Way {
  /** Reads one. Throws a LedgerFault where its events cannot be read. */
  readonly record: (line: RecordLine) => ReadRecord;
  /** Reads many at once. */
  readonly walking?: (lines: LinesRead) => Walking;
}

/** Takes the events of a ledger in position order, each with who recorded it. */
export type Take = (event: RecordedEvent, actor: string) => void;

/** Whole lines, the end of the record before them, and who takes their events. */
export interface LinesRead {
  readonly bytes: Uint8Array;
  readonly ends: RecordEnds;
  readonly take: Take;
}

/** A reading of many records. */
export interface Walking {
  /**
   * Takes records from the one that begins there on, as far as it knows them and they follow each
   * other, and moves the ends on. Gives where the first begins that was not taken.
   */
  walk(start: number): number;
}

/**
 * Reads records from their lines. Each has to follow the one before; whether their hashes are true
 * is for `verify` to say.
 */
export class Replaying {
  readonly #ends: RecordEnds;
  readonly #way: Way;
  readonly #take: Take;

  constructor(from: Head, way: Way, take: Take) {
    this.#ends = new RecordEnds(from);
    this.#way = way;
    this.#take = take;
  }

  /** The record that was read last. */
  get head(): Head {
    return this.#ends.head;
  }

  /** Takes whole lines. Throws a LedgerFault at the first that does not follow or is unreadable. */
  lines(bytes: Uint8Array): void {
    try {
      this.#lines(bytes);
    } finally {
      this.#ends.letGo();
    }
  }

  #lines(bytes: Uint8Array): void {
    const [ends, take] = [this.#ends, this.#take];
    const walking = this.#way.walking?.({ bytes, ends, take });
    for (let start = 0; start < bytes.length; ) {
      start = walking?.walk(start) ?? start;
      if (start === bytes.length) return;
      const end = bytes.indexOf(newline, start);
      if (end < 0) throw new LedgerFault("BrokenRecord", { position: ends.position + 1 });
      ends.read(bytes, start, end);
      const { events, actor } = this.#read({ bytes, start, end, ends });
      for (const event of events) take(event, actor);
      start = end + 1;
    }
  }

  #read(line: RecordLine): ReadRecord {
    try {
      return this.#way.record(line);
    } catch (fault) {
      if (!(fault instanceof LedgerFault) || fault.fault !== "NotUtf8") throw fault;
      throw new LedgerFault("NotUtf8", { position: line.ends.position }, { cause: fault });
    }
  }
}
