import type { StoredCommit } from "./commit.ts";
import type { Subscription } from "./event-store.ts";

/** What a follower needs of a store that is asked for news again and again. */
export interface Followed {
  /** The commits behind a position, in order. */
  read(after: number): AsyncIterable<readonly StoredCommit[]>;
  /** Resolves when it is time to look behind a position again; never rejects. */
  wait(after: number): Promise<unknown>;
}

/** Follows a ledger from a position on until it is closed; till then it is among the open ones. */
export const following = (
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
