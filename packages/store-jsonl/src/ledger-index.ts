import { isReadable, LedgerFault, PositionIndex, type Query } from "@tongket/core/log";
import type { Mark } from "./record-line.ts";
import type { Place, PlacedCommit } from "./record-reader.ts";

/** Where the commits of a ledger stand, and where in its file each of them begins. */
export class LedgerIndex {
  /** The last record taken in. */
  last: Mark;
  readonly #starts: number[];
  readonly #positions = new PositionIndex();

  constructor(header: Mark) {
    this.last = header;
    this.#starts = [header.start];
  }

  /** Takes in the commit that follows the last one. Throws where its events cannot be read. */
  add({ stored: { commit }, mark }: PlacedCommit): void {
    if (!isReadable(commit)) throw new LedgerFault("RecordUnreadable", { position: mark.position });
    this.#starts.push(mark.start);
    this.#positions.add(commit);
    this.last = mark;
  }

  place(position: number): Place {
    const [start = 0, end = this.last.end] = this.#starts.slice(position, position + 2);
    return { position, start, end };
  }

  positionOf(commandId: string): number | undefined {
    return this.#positions.positionOf(commandId);
  }

  candidates(query: Query, after: number): readonly number[] {
    return this.#positions.candidates(query, after);
  }
}
