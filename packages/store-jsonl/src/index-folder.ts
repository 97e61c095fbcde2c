import { realpathSync } from "node:fs";
import { access, constants } from "node:fs/promises";
import { join } from "node:path";
import { folderBeside, writeBeside } from "./beside-file.ts";
import type { HeldPart } from "./index-part.ts";
import { isStanding, type LedgerFile, type Source } from "./ledger-file.ts";
import type { Mark } from "./record-line.ts";
import { segmentBytes } from "./segment-bytes.ts";
import { SegmentFile } from "./segment-file.ts";

const begunName = "begun";

/**
 * The folder `FILE.index` beside a ledger, which holds its index in segments of a fixed number of
 * commits, and perhaps one of fewer that is begun behind them. Any of it can be deleted at any
 * time; whoever may not write there does without.
 */
export class IndexFolder {
  readonly #ledger: LedgerFile;
  readonly #commits: number;

  constructor(ledger: LedgerFile, commits: number) {
    this.#ledger = ledger;
    this.#commits = commits;
  }

  /** The segments that go on from a record, as far as they are of the file's own history. */
  async following(source: Source, last: Mark): Promise<readonly SegmentFile[]> {
    const segments: SegmentFile[] = [];
    for (let segment = this.#next(last); segment !== undefined; ) {
      segments.push(segment);
      segment = this.#next(segment.end);
    }
    // Where a record stands, so do all before it, by their hashes; so this is sought by halving.
    let [standing, lost] = [0, segments.length + 1];
    for (let at = segments.length; standing + 1 < lost; at = (standing + lost) >>> 1) {
      if (await isStanding(source, (segments[at - 1] as SegmentFile).end)) standing = at;
      else lost = at;
    }
    return segments.slice(0, standing);
  }

  /** The segment that is begun behind a record, if it is of the file's own history. */
  async begun(source: Source, last: Mark): Promise<SegmentFile | undefined> {
    const segment = this.#goingOn(last, begunName);
    if (segment === undefined || commitsIn(segment) >= this.#commits) return undefined;
    return (await isStanding(source, segment.end)) ? segment : undefined;
  }

  /** The whole segment that goes on from a record. */
  #next(last: Mark): SegmentFile | undefined {
    const segment = this.#goingOn(last, this.#nameBehind(last));
    return segment !== undefined && commitsIn(segment) === this.#commits ? segment : undefined;
  }

  #goingOn(last: Mark, name: string): SegmentFile | undefined {
    const segment = this.#segment(name);
    if (segment === undefined) return undefined;
    const { position, hash, end } = segment.begin;
    const isNext = position === last.position && hash === last.hash && end === last.end;
    return isNext ? segment : undefined;
  }

  /** The same part as a segment; undefined where none can be kept. */
  async kept(part: HeldPart): Promise<SegmentFile | undefined> {
    const name = this.#nameBehind(part.begin);
    return (await this.#write(name, part)) ? this.#segment(name) : undefined;
  }

  /** Keeps a part of fewer commits than a segment, in the place of the one before, if it can. */
  async keepBegun(part: HeldPart): Promise<void> {
    await this.#write(begunName, part);
  }

  async #write(name: string, part: HeldPart): Promise<boolean> {
    try {
      const folder = await this.#writable();
      await writeBeside(this.#ledger.path, join(folder, name), segmentBytes(part));
      return true;
    } catch {
      return false;
    }
  }

  /** Whether segments can be kept here. */
  canKeep(): Promise<boolean> {
    return this.#writable().then(
      () => true,
      () => false,
    );
  }

  /** The folder, which is made; rejects where nothing can be written there. */
  async #writable(): Promise<string> {
    const folder = this.#folder();
    await folderBeside(this.#ledger.path, folder);
    // A file of that name is no folder, and may be written to as well.
    await access(`${folder}/.`, constants.W_OK);
    return folder;
  }

  #segment(name: string): SegmentFile | undefined {
    try {
      return new SegmentFile(join(this.#folder(), name));
    } catch {
      return undefined;
    }
  }

  #nameBehind({ position }: Mark): string {
    return `${1 + position / this.#commits}`.padStart(6, "0");
  }

  /** Beside a link to the ledger others may come to it than come to the ledger. */
  #folder(): string {
    return `${realpathSync.native(this.#ledger.path)}.index`;
  }
}

const commitsIn = ({ begin, end }: SegmentFile): number => end.position - begin.position;
