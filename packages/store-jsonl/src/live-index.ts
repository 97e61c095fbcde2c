import { statSync } from "node:fs";
import { demandStanding, type LedgerFile, type Source, withFile } from "./ledger-file.ts";
import { LedgerIndex } from "./ledger-index.ts";
import { endOfLines } from "./line-blocks.ts";
import { commitsAfter, type PlacedCommit } from "./record-reader.ts";

/** The index of a ledger that others append to as well, built at the first need. */
export class LiveIndex {
  readonly #ledger: LedgerFile;
  readonly #index: LedgerIndex;
  /** The file as it was at the last look. */
  #seen: { readonly ino: number; readonly size: number } | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(ledger: LedgerFile) {
    this.#ledger = ledger;
    this.#index = new LedgerIndex(ledger.header);
  }

  get isBuilt(): boolean {
    return this.#seen !== undefined;
  }

  /** The index as of now; the file is opened only when it has changed. */
  async current(): Promise<LedgerIndex> {
    const { ino, size } = statSync(this.#ledger.path);
    if (this.#seen?.ino === ino && this.#seen.size === size) return this.#index;
    return withFile(this.#ledger, "read", (source) => this.catchUp(source));
  }

  /** Takes in what was appended since, by whomever, and sees that the last known record stands. */
  catchUp(source: Source): Promise<LedgerIndex> {
    return this.#inTurn(async () => {
      const index = this.#index;
      const { ino, size } = await source.file.stat();
      await demandStanding(source, index.last);
      if (size !== index.last.end) {
        const to = await endOfLines(source.file, size);
        for await (const batch of commitsAfter(source, index.last, { to })) {
          for (const placed of batch) index.add(placed);
        }
      }
      this.#seen = { ino, size };
      return index;
    });
  }

  /** Takes in a commit that this process wrote, unless a look has found it already. */
  add(placed: PlacedCommit): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#index.last.position < placed.mark.position) this.#index.add(placed);
      if (this.#seen !== undefined) this.#seen = { ino: this.#seen.ino, size: placed.mark.end };
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => {});
    return result;
  }
}
