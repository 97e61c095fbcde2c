import {
  type Head,
  headOf,
  LedgerFault,
  PositionIndex,
  type Query,
  type StoredCommit,
} from "@tongket/core/log";
import { commitIn, type LedgerStream } from "./ledger-stream.ts";

/** So many commits are read at once. */
const batchSize = 1000;
/** So few are taken in at one look, and so often is looked. */
const fewMax = 4;
const roundsMax = 3;

/** Where the commits of a ledger stand, as far as this handle has followed it; by others too. */
export class KnownLog {
  /** The log itself. */
  readonly stream: LedgerStream;
  readonly #index = new PositionIndex();
  #head: Head;
  #isFollowed = false;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(stream: LedgerStream, header: Head) {
    this.stream = stream;
    this.#head = header;
  }

  /** The last record known; others may stand behind it. */
  get head(): Head {
    return this.#head;
  }

  /** Whether it was ever brought up to the end. */
  get isFollowed(): boolean {
    return this.#isFollowed;
  }

  /** Takes in all that stands now. */
  catchUp(): Promise<void> {
    const caughtUp = this.#turn.then(async () => {
      const last = await this.stream.last();
      if (last !== undefined && last.position === this.#head.position + 1)
        this.take(commitIn(last));
      while (last !== undefined && this.#head.position < last.position) {
        const { position } = this.#head;
        const count = Math.min(batchSize, last.position - position);
        const behind = Array.from({ length: count }, (_, index) => position + 1 + index);
        for (const stored of await this.stream.commits(behind)) this.take(stored);
      }
      this.#isFollowed = true;
    });
    this.#turn = caughtUp.catch(() => {});
    return caughtUp;
  }

  /**
   * Takes in what others have just written. The last look at the end is one round of requests:
   * whoever waits for more answers than that is late again where another hardly rests.
   */
  async closeUp(): Promise<void> {
    for (let round = 1; ; round += 1) {
      const few = await this.stream.following(this.#head.position, fewMax);
      for (const placed of few) this.take(commitIn(placed));
      if (few.length < fewMax || round === roundsMax) return;
      await this.catchUp();
    }
  }

  /** Takes in the commit behind the last one known; one that is known already changes nothing. */
  take(stored: StoredCommit): void {
    const { position, prev } = stored.commit;
    if (position <= this.#head.position) return;
    if (position !== this.#head.position + 1 || prev !== this.#head.hash) {
      throw new LedgerFault("BrokenChain", { position });
    }
    this.#index.add(stored.commit);
    this.#head = headOf(stored);
  }

  positionOf(commandId: string): number | undefined {
    return this.#index.positionOf(commandId);
  }

  candidates(query: Query, after: number): readonly number[] {
    return this.#index.candidates(query, after);
  }
}
