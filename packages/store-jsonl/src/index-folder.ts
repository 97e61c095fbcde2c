import { realpathSync } from "node:fs";
import { access, constants } from "node:fs/promises";
import { join } from "node:path";
import { folderBeside, writeBeside } from "./beside-file.ts";
import type { HeldPart } from "./index-part.ts";
import { isStanding, type LedgerFile, type Source } from "./ledger-file.ts";
import type { Mark } from "./record-line.ts";
import { segmentBytes } from "./segment-bytes.ts";
import { SegmentFile } from "./segment-file.ts";

/**
 * The folder `FILE.index` beside a ledger, which holds its index in segments of a fixed number of
 * commits. Any of it can be deleted at any time; whoever may not write there does without.
 */
export class IndexFolder {
  readonly #ledger: LedgerFile;
  readonly #commits: number;

  constructor(ledger: LedgerFile, commits: number) {
    this.#ledger = ledger;
    this.#commits = commits;
  }

  /** The segment that goes on from a record, if it is of the history that stands in the file. */
  async following(source: Source, last: Mark): Promise<SegmentFile | undefined> {
    const segment = this.#segmentBehind(last);
    if (segment === undefined) return undefined;
    const { begin, end } = segment;
    const isNext =
      begin.position === last.position &&
      begin.hash === last.hash &&
      begin.end === last.end &&
      end.position === last.position + this.#commits;
    return isNext && (await isStanding(source, end)) ? segment : undefined;
  }

  /** The same part as a segment; undefined where none can be kept. */
  async kept(part: HeldPart): Promise<SegmentFile | undefined> {
    const { path } = this.#ledger;
    try {
      const folder = this.#folder();
      await folderBeside(path, folder);
      await access(folder, constants.W_OK);
      await writeBeside(path, this.#pathIn(folder, part.begin), segmentBytes(part));
    } catch {
      return undefined;
    }
    return this.#segmentBehind(part.begin);
  }

  #segmentBehind(last: Mark): SegmentFile | undefined {
    try {
      return new SegmentFile(this.#pathIn(this.#folder(), last));
    } catch {
      return undefined;
    }
  }

  #pathIn(folder: string, { position }: Mark): string {
    return join(folder, `${1 + position / this.#commits}`.padStart(6, "0"));
  }

  /** Beside a link to the ledger others may come to it than come to the ledger. */
  #folder(): string {
    return `${realpathSync.native(this.#ledger.path)}.index`;
  }
}
