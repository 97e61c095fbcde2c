import { statSync } from "node:fs";
import { demandStanding, type LedgerFile, type Source, withFile } from "./ledger-file.ts";
import { type IndexOptions, LedgerIndex } from "./ledger-index.ts";
import { endOfLines } from "./line-blocks.ts";
import type { PlacedCommit } from "./record-reader.ts";

/** The index of a ledger that others append to as well, brought up at the first need. */
export class LiveIndex {
  readonly #ledger: LedgerFile;
  readonly #index: LedgerIndex;
  /** The file as it was at the last look. */
  #seen: { readonly ino: number; readonly size: number } | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(ledger: LedgerFile, options: IndexOptions) {
    this.#ledger = ledger;
    this.#index = new LedgerIndex(ledger, options);
  }

  get isBuilt(): boolean {
    return this.#seen !== undefined;
  }

  /** Whether it takes little to have the index as of now, or has to be done once only. */
  isNear(): Promise<boolean> {
    return withFile(this.#ledger, "read", (source) =>
      this.#inTurn(async () => {
        const { size } = await source.file.stat();
        return this.#index.isNear(source, size);
      }),
    );
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
      demandStanding(source, index.last);
      const { end } = index.last;
      await index.catchUp(source, size === end ? end : endOfLines(source.file.fd, size));
      this.#seen = { ino, size };
      return index;
    });
  }

  /** Takes in a commit that this process wrote, unless a look has found it already. */
  add(placed: PlacedCommit): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#index.last.position < placed.mark.position) {
        this.#index.add(placed);
        await this.#index.keep();
      }
      if (this.#seen !== undefined) this.#seen = { ino: this.#seen.ino, size: placed.mark.end };
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => {});
    return result;
  }
}
