import { realpathSync } from "node:fs";
import { access, constants, rm } from "node:fs/promises";
import { join } from "node:path";
import { folderBeside, writeBeside } from "./beside-file.ts";
import type { HeldPart } from "./index-part.ts";
import { isStanding, type LedgerFile, type Source } from "./ledger-file.ts";
import type { Mark } from "./record-line.ts";
import { segmentBytes } from "./segment-bytes.ts";
import { headersIn, SegmentFile } from "./segment-file.ts";

const begunName = "begun";
const listName = "headers";

/**
 * The folder `FILE.index` beside a ledger, which holds its index in segments of a fixed number of
 * commits, and perhaps one of fewer that is begun behind them. A list of the headers saves opening
 * each. Any of it can be deleted at any time; whoever may not write there does without.
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
    const headers = headersIn(join(this.#folder(), listName));
    const first = last.position / this.#commits;
    const listed = this.#standing(source, last, headers.slice(first));
    const others = this.#standing(source, listed.at(-1)?.end ?? last);
    const segments = [...listed, ...others];
    if (others.length > 0 && first <= headers.length) {
      const bytes = [...headers.slice(0, first), ...segments.map((segment) => segment.bytes)];
      await this.#write(listName, ...bytes);
    }
    return segments;
  }

  /** Those that have these headers, or of which each has the header that is in its file. */
  #standing(source: Source, last: Mark, headers?: readonly Buffer[]): readonly SegmentFile[] {
    const folder = this.#folder();
    const segments: SegmentFile[] = [];
    for (let end = last; headers === undefined || segments.length < headers.length; ) {
      const segment = goingOn(end, join(folder, this.#nameBehind(end)), headers?.[segments.length]);
      if (segment === undefined || commitsIn(segment) !== this.#commits) break;
      segments.push(segment);
      end = segment.end;
    }
    // Where a record stands, so do all before it, by their hashes; so this is sought by halving.
    let [standing, lost] = [0, segments.length + 1];
    for (let at = segments.length; standing + 1 < lost; at = (standing + lost) >>> 1) {
      if (isStanding(source, (segments[at - 1] as SegmentFile).end)) standing = at;
      else lost = at;
    }
    return segments.slice(0, standing);
  }

  /** The segment that is begun behind a record, if it is of the file's own history. */
  begun(source: Source, last: Mark): SegmentFile | undefined {
    const segment = goingOn(last, join(this.#folder(), begunName));
    if (segment === undefined || commitsIn(segment) >= this.#commits) return undefined;
    return isStanding(source, segment.end) ? segment : undefined;
  }

  /** The same part as a segment; undefined where none can be kept. */
  async kept(part: HeldPart): Promise<SegmentFile | undefined> {
    const name = this.#nameBehind(part.begin);
    const isWritten = await this.#write(name, segmentBytes(part));
    return isWritten ? goingOn(part.begin, join(this.#folder(), name)) : undefined;
  }

  /** The same of one that was lost. */
  async keptAnew(part: HeldPart): Promise<SegmentFile | undefined> {
    // A listed header that is not its own may be why: they are listed anew.
    await rm(join(this.#folder(), listName), { force: true }).catch(() => {});
    return this.kept(part);
  }

  /** Keeps a part of fewer commits than a segment, in the place of the one before, if it can. */
  async keepBegun(part: HeldPart): Promise<void> {
    await this.#write(begunName, segmentBytes(part));
  }

  async #write(name: string, ...parts: readonly Uint8Array[]): Promise<boolean> {
    try {
      const folder = await this.#writable();
      await writeBeside(this.#ledger.path, join(folder, name), ...parts);
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

  #nameBehind({ position }: Mark): string {
    return `${1 + position / this.#commits}`.padStart(6, "0");
  }

  /** Beside a link to the ledger others may come to it than come to the ledger. */
  #folder(): string {
    return `${realpathSync.native(this.#ledger.path)}.index`;
  }
}

/** The segment at a path, if it goes on from a record. */
const goingOn = (last: Mark, path: string, header?: Buffer): SegmentFile | undefined => {
  const segment = segmentAt(path, header);
  if (segment === undefined) return undefined;
  const { position, hash, end } = segment.begin;
  const isNext = position === last.position && hash === last.hash && end === last.end;
  return isNext ? segment : undefined;
};

const segmentAt = (path: string, header?: Buffer): SegmentFile | undefined => {
  try {
    return new SegmentFile(path, header);
  } catch {
    return undefined;
  }
};

const commitsIn = ({ begin, end }: SegmentFile): number => end.position - begin.position;
