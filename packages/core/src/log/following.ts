import type { StoredCommit } from "./commit.ts";
import type { Subscription } from "./event-store.ts";

/** What a follower needs of a store that is asked for news again and again. */
export interface Followed {
  /** The commits behind a position, in order. */
  read(after: number): AsyncIterable<readonly StoredCommit[]>;
  /** Resolves when it is time to look again, at the latest when the signal is aborted. */
  wait(signal: AbortSignal): Promise<unknown>;
}

/** Follows a ledger from a position on until it is closed, or until the ledger's handle is. */
export const following = (
  { read, wait }: Followed,
  { after, handle }: { readonly after: number; readonly handle: AbortSignal },
): Subscription => {
  const closing = new AbortController();
  const signal = AbortSignal.any([closing.signal, handle]);
  return {
    close: () => closing.abort(),
    async *[Symbol.asyncIterator]() {
      for (let seen = after; !signal.aborted; ) {
        for await (const batch of read(seen)) {
          if (signal.aborted) return;
          seen = batch.at(-1)?.commit.position ?? seen;
          yield batch;
        }
        if (!signal.aborted) await wait(signal);
      }
    },
  };
};
