import type { StoredCommit } from "./commit.ts";
import type { ReadOptions, Subscription } from "./event-store.ts";

/** What a follower needs of a store that is asked for news again and again. */
export interface Followed {
  /** The commits behind a position, in order. */
  read(after: number): AsyncIterable<readonly StoredCommit[]>;
  /** Resolves when it is time to look behind a position again; never rejects. */
  wait(after: number): Promise<unknown>;
}

type Batches = AsyncIterator<readonly StoredCommit[], unknown>;

/** Begins a reading in the batches of a store. */
export type BeginReading = (
  asked: Required<ReadOptions>,
) => Batches | Iterator<readonly StoredCommit[], unknown>;

/** Runs work on a ledger, so that what fails in it fails as a fault of the ledger. */
export type FaultsOf = <T>(work: () => Promise<T> | T) => Promise<T>;

/** What every handle of a ledger does alike: it is open, and what it began, until it is closed. */
export class OpenHandle {
  readonly #name: string;
  readonly #faultsOf: FaultsOf;
  readonly #open = new Set<Subscription>();
  #isClosed = false;
  #turn: Promise<unknown> = Promise.resolve();

  /** `name`: which ledger, for whoever calls it when it is closed. */
  constructor(name: string, faultsOf: FaultsOf = async (work) => work()) {
    this.#name = name;
    this.#faultsOf = faultsOf;
  }

  demandOpen(): void {
    if (this.#isClosed) throw new Error(`${this.#name} was closed: open it anew`);
  }

  /** Does work that is asked of the ledger while it is open. */
  async asked<T>(work: () => Promise<T> | T): Promise<T> {
    this.demandOpen();
    return this.#faultsOf(work);
  }

  /** The same, behind all such work that was asked for before. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.asked(() => this.#behindAll(work));
  }

  /** Reads as the port has it, in the batches of a store. */
  async *read(
    { after = 0, limit = Number.POSITIVE_INFINITY, query = "all", backwards = false }: ReadOptions,
    begin: BeginReading,
  ): AsyncGenerator<readonly StoredCommit[], void> {
    this.demandOpen();
    const batches = begin({ after, limit, query, backwards });
    for (;;) {
      const { done, value } = await this.asked(() => batches.next());
      if (done === true) return;
      yield value as readonly StoredCommit[];
    }
  }

  /** Follows the ledger until the subscription is closed, or the handle. */
  follow(followed: Followed, after: number): Subscription {
    this.demandOpen();
    return following(followed, { after, open: this.#open });
  }

  /** Ends the subscriptions and waits for the work in turn; `release` runs once, behind it. */
  async close(release: () => void = () => {}): Promise<void> {
    if (this.#isClosed) return this.#behindAll(async () => {});
    this.#isClosed = true;
    for (const subscription of this.#open) subscription.close();
    await this.#behindAll(async () => release());
  }

  #behindAll<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => {});
    return result;
  }
}

/** Follows a ledger from a position on until it is closed; till then it is among the open ones. */
const following = (
  { read, wait }: Followed,
  { after, open }: { readonly after: number; readonly open: Set<Subscription> },
): Subscription => {
  let isClosed = false;
  let wake = (): void => {};
  const subscription: Subscription = {
    close: () => {
      isClosed = true;
      open.delete(subscription);
      wake();
    },
    async *[Symbol.asyncIterator]() {
      let seen = after;
      try {
        while (!isClosed) {
          for await (const batch of read(seen)) {
            if (isClosed) return;
            seen = batch.at(-1)?.commit.position ?? seen;
            yield batch;
          }
          if (isClosed) return;
          await new Promise<void>((resolve) => {
            wake = resolve;
            void wait(seen).then(() => resolve());
          });
        }
      } finally {
        subscription.close();
      }
    },
  };
  open.add(subscription);
  return subscription;
};
