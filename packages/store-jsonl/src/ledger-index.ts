import { IndexFolder } from "./index-folder.ts";
import { HeldPart, type IndexPart, mayMatch, placesIn, type SoughtItem } from "./index-part.ts";
import { demandStanding, type LedgerFile, type Source, withFile } from "./ledger-file.ts";
import type { Mark } from "./record-line.ts";
import { commitsAfter, type Place, type PlacedCommit } from "./record-reader.ts";
import { SegmentLost } from "./segment-file.ts";

/** How many commits a segment of the index covers. */
export const segmentCommits = 8192;

const nearBytes = 8 * 1024 * 1024;

interface Asked {
  readonly sought: readonly SoughtItem[];
  readonly after: number;
  readonly backwards?: boolean;
}

/**
 * Where the commits of a ledger stand. All but the last are in segments beside the file, as far as
 * they can be kept there; those behind the last segment are in memory.
 */
export class LedgerIndex {
  readonly #ledger: LedgerFile;
  readonly #folder: IndexFolder;
  readonly #commits: number;
  /** Each but the tail, which is the last, is of as many commits as a segment. */
  readonly #parts: IndexPart[];
  #tail: HeldPart;

  constructor(ledger: LedgerFile, commits: number) {
    this.#ledger = ledger;
    this.#folder = new IndexFolder(ledger, commits);
    this.#commits = commits;
    this.#tail = new HeldPart(ledger.header);
    this.#parts = [this.#tail];
  }

  /** The last record taken in. */
  get last(): Mark {
    return this.#tail.end;
  }

  /** Takes in the commit that follows the last one. Throws where its events cannot be read. */
  add(placed: PlacedCommit): void {
    this.#tail.add(placed);
  }

  /** Takes in all that stands up to an offset where a line ends. */
  async catchUp(source: Source, to: number): Promise<void> {
    for (;;) {
      await this.#addSegments(source);
      const limit = this.#commits - this.#length;
      for await (const batch of commitsAfter(source, this.last, { to, limit })) {
        for (const placed of batch) this.add(placed);
      }
      if (this.#length < this.#commits) return;
      await this.fold();
    }
  }

  /** Whether what it does not hold yet, up to an offset, is little or has to be read once only. */
  async isNear(source: Source, to: number): Promise<boolean> {
    await this.#addSegments(source);
    return to - this.last.end <= nearBytes || (await this.#folder.canKeep());
  }

  /** Moves the tail out of memory where it is a whole segment. */
  async fold(): Promise<void> {
    if (this.#length < this.#commits) return;
    const whole = this.#tail;
    const kept = await this.#folder.kept(whole);
    if (kept !== undefined) this.#parts[this.#parts.length - 1] = kept;
    this.#begin(whole.end);
  }

  get #length(): number {
    return this.#tail.starts.length;
  }

  /** Takes in the next segments that are there, if the tail is empty. */
  async #addSegments(source: Source): Promise<void> {
    if (this.#length > 0) return;
    for (const segment of await this.#folder.following(source, this.last)) {
      this.#parts[this.#parts.length - 1] = segment;
      this.#begin(segment.end);
    }
  }

  #begin(last: Mark): void {
    this.#tail = new HeldPart(last);
    this.#parts.push(this.#tail);
  }

  /** In order, the places of all commits that are sought, and of few others. */
  async *places({
    sought,
    after,
    backwards = false,
  }: Asked): AsyncGenerator<readonly Place[], void> {
    const to = this.last.position;
    const [first, last] = [this.#partOf(Math.max(0, after) + 1), this.#partOf(to)];
    for (let count = 0; count <= last - first; count += 1) {
      const part = backwards ? last - count : first + count;
      const candidate = this.#parts[part] as IndexPart;
      if (!sought.some((item) => mayMatch(candidate, item))) continue;
      const found = await this.#look(part, (it) => placesIn(it, sought, after));
      const places = found.filter(({ position }) => position <= to);
      if (places.length > 0) yield backwards ? places.toReversed() : places;
    }
  }

  /** Whether a commit may be there. */
  async hasPlace(asked: Asked): Promise<boolean> {
    for await (const _ of this.places(asked)) return true;
    return false;
  }

  /** The place of a position, which is one of those taken in. */
  place(position: number): Promise<Place> {
    return this.#look(this.#partOf(position), (part) => part.opened((it) => it.place(position)));
  }

  #partOf(position: number): number {
    return Math.floor((position - 1) / this.#commits);
  }

  async #look<T>(at: number, work: (part: IndexPart) => T): Promise<T> {
    const part = this.#parts[at] as IndexPart;
    try {
      return work(part);
    } catch (error) {
      if (!(error instanceof SegmentLost)) throw error;
      return work(await this.#readAgain(at, part));
    }
  }

  /** Reads the commits of a lost segment, which stays in memory now, and keeps it for others. */
  async #readAgain(at: number, { begin, end }: IndexPart): Promise<HeldPart> {
    const part = new HeldPart(begin);
    await withFile(this.#ledger, "read", async (source) => {
      await demandStanding(source, end);
      for await (const batch of commitsAfter(source, begin, { to: end.end })) {
        for (const placed of batch) part.add(placed);
      }
    });
    this.#parts[at] = part;
    await this.#folder.kept(part);
    return part;
  }
}
