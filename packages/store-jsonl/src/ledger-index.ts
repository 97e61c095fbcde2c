import { IndexFolder } from "./index-folder.ts";
import { HeldPart, type IndexPart, mayMatch, placesIn, type SoughtItem } from "./index-part.ts";
import { demandStanding, type LedgerFile, type Source, withFile } from "./ledger-file.ts";
import type { Mark } from "./record-line.ts";
import { commitsAfter, type Place, type PlacedCommit } from "./record-reader.ts";
import { SegmentLost } from "./segment-file.ts";

/** How many commits it takes to keep a part of the index. */
export interface PartCommits {
  /** Those of a whole segment: 8,192 at most, since a file keeps sites in sixteen bits. */
  readonly segmentCommits: number;
  /** Those behind the last kept part, to keep a segment that is only begun. */
  readonly begunCommits: number;
}

/** Begins to watch how an index is made: hears how far that has come, where it may reject. */
export type Indexing = () => {
  readonly at: (position: number) => Promise<void>;
  readonly end: () => void;
};

export interface IndexOptions extends PartCommits {
  readonly indexing: Indexing;
}

export const partCommits: PartCommits = { segmentCommits: 8192, begunCommits: 1024 };

const nearBytes = 8 * 1024 * 1024;

interface Asked {
  readonly sought: readonly SoughtItem[];
  readonly after: number;
  readonly backwards?: boolean;
}

/**
 * Where the commits of a ledger stand. All but the last are in segments beside the file, as far as
 * they can be kept there; those behind are in memory, the first of them perhaps in a begun segment.
 */
export class LedgerIndex {
  readonly #ledger: LedgerFile;
  readonly #folder: IndexFolder;
  readonly #commits: PartCommits;
  readonly #indexing: Indexing;
  /** Each of as many commits as a segment. */
  readonly #whole: IndexPart[] = [];
  /** What was found begun behind them, to which nothing can be added: its words are not known. */
  #begun: IndexPart | undefined;
  #tail: HeldPart;
  /** Up to this position it is kept, or cannot be. */
  #keptTo = 0;

  constructor(ledger: LedgerFile, { indexing, ...commits }: IndexOptions) {
    this.#ledger = ledger;
    this.#folder = new IndexFolder(ledger, commits.segmentCommits);
    this.#commits = commits;
    this.#indexing = indexing;
    this.#tail = new HeldPart(ledger.header);
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
    const watch = this.#indexing();
    try {
      for (let isWhole = true; isWhole; ) {
        await this.#addKept(source);
        const limit = this.#commits.segmentCommits - this.#length;
        for await (const batch of commitsAfter(source, this.last, { to, limit })) {
          for (const placed of batch) this.add(placed);
        }
        isWhole = this.#isWhole;
        await this.keep(source);
        if (isWhole) await watch.at(this.last.position);
      }
    } finally {
      watch.end();
    }
  }

  /** Whether what it does not hold yet, up to an offset, is little or has to be read once only. */
  async isNear(source: Source, to: number): Promise<boolean> {
    await this.#addKept(source);
    return to - this.last.end <= nearBytes || (await this.#folder.canKeep());
  }

  /**
   * Keeps what stands behind the last kept part, if it is enough; a whole segment leaves memory.
   * Where the ledger has to be read for that, it waits for a call with a source.
   */
  async keep(source?: Source): Promise<void> {
    const isWhole = this.#isWhole;
    const isEnough = isWhole || this.last.position - this.#keptTo >= this.#commits.begunCommits;
    if (!isEnough || (this.#begun !== undefined && source === undefined)) return;
    if (isWhole || (await this.#folder.canKeep())) {
      if (source !== undefined) await this.#hold(source);
      await (isWhole ? this.#endSegment() : this.#folder.keepBegun(this.#tail));
    }
    this.#keptTo = this.last.position;
  }

  /** Has all behind the whole segments in memory. */
  async #hold(source: Source): Promise<void> {
    if (this.#begun === undefined) return;
    this.#tail = await partRead(source, { begin: this.#begun.begin, end: this.last });
    this.#begun = undefined;
  }

  async #endSegment(): Promise<void> {
    const whole = this.#tail;
    const kept = await this.#folder.kept(whole);
    this.#whole.push(kept ?? whole);
    this.#tail = new HeldPart(whole.end);
  }

  get #isWhole(): boolean {
    return this.#length === this.#commits.segmentCommits;
  }

  /** How many commits stand behind the whole segments. */
  get #length(): number {
    return this.last.position - this.#whole.length * this.#commits.segmentCommits;
  }

  /** Takes in what was kept behind the whole segments, if it holds nothing there. */
  async #addKept(source: Source): Promise<void> {
    if (this.#length > 0) return;
    for (const segment of await this.#folder.following(source, this.last)) {
      this.#whole.push(segment);
      this.#tail = new HeldPart(segment.end);
    }
    this.#begun = this.#folder.begun(source, this.last);
    if (this.#begun !== undefined) this.#tail = new HeldPart(this.#begun.end);
    this.#keptTo = this.last.position;
  }

  /** In order, the places of all commits that are sought, and of few others. */
  async *places({
    sought,
    after,
    backwards = false,
  }: Asked): AsyncGenerator<readonly Place[], void> {
    // By positions, because parts may become one while others of this process have their turn.
    let [first, last] = [Math.max(0, after) + 1, this.last.position];
    while (first <= last) {
      const part = this.#partOf(backwards ? last : first);
      const { begin, end } = part;
      const places = await this.#placesIn(part, sought, { first, last });
      if (backwards) last = begin.position;
      else first = end.position + 1;
      if (places.length > 0) yield backwards ? places.toReversed() : places;
    }
  }

  async #placesIn(
    part: IndexPart,
    sought: readonly SoughtItem[],
    { first, last }: { readonly first: number; readonly last: number },
  ): Promise<readonly Place[]> {
    if (!sought.some((item) => mayMatch(part, item))) return [];
    const found = await this.#look(part, (it) => placesIn(it, sought, first - 1));
    return found.filter(({ position }) => position <= last);
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

  #partOf(position: number): IndexPart {
    const whole = this.#whole[Math.floor((position - 1) / this.#commits.segmentCommits)];
    const begun = this.#begun;
    return whole ?? (begun !== undefined && position <= begun.end.position ? begun : this.#tail);
  }

  async #look<T>(part: IndexPart, work: (part: IndexPart) => T): Promise<T> {
    try {
      return work(part);
    } catch (error) {
      if (!(error instanceof SegmentLost)) throw error;
      return work(await this.#readAgain(part));
    }
  }

  /** Reads the commits of a lost segment; where it is not kept anew they stay in memory. */
  async #readAgain(lost: IndexPart): Promise<HeldPart> {
    const part = await withFile(this.#ledger, "read", (source) => partRead(source, lost));
    if (this.#begun === lost) this.#begun = part;
    if (!this.#whole.includes(lost)) return part;
    const kept = await this.#folder.keptAnew(part);
    const at = this.#whole.indexOf(lost);
    if (at >= 0) this.#whole[at] = kept ?? part;
    return part;
  }
}

/** The part from one record to another, made of the ledger itself. */
const partRead = async (
  source: Source,
  { begin, end }: Pick<IndexPart, "begin" | "end">,
): Promise<HeldPart> => {
  const part = new HeldPart(begin);
  demandStanding(source, end);
  for await (const batch of commitsAfter(source, begin, { to: end.end })) {
    for (const placed of batch) part.add(placed);
  }
  return part;
};
