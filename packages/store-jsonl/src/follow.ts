import { type FSWatcher, watch } from "node:fs";
import type { Subscription } from "@tongket/core/log";
import type { Mark } from "./record-line.ts";
import type { PlacedCommit } from "./record-reader.ts";
import { storageFault } from "./storage-fault.ts";

/** What a follower needs of a ledger. */
export interface Followed {
  /** The mark of a position, or of the last record before it. */
  markOf(position: number): Promise<Mark>;
  behind(mark: Mark): AsyncIterable<readonly PlacedCommit[]>;
}

export interface FollowOptions {
  readonly after: number;
  readonly path: string;
  /** How often to look; what the system tells of changes only makes it sooner. */
  readonly pollMs: number;
  /** Ends it together with its ledger. */
  readonly signal: AbortSignal;
}

/** Follows a ledger from a position on, whoever appends to it. */
export const follow = (ledger: Followed, options: FollowOptions): Subscription => {
  const { after, path, pollMs, signal } = options;
  let isClosed = false;
  let wake = (): void => {};
  const close = (): void => {
    isClosed = true;
    wake();
  };
  return {
    close,
    async *[Symbol.asyncIterator]() {
      let isNews = false;
      const notice = (): void => {
        isNews = true;
        wake();
      };
      const watcher = watched(path, notice);
      signal.addEventListener("abort", close);
      if (signal.aborted) close();
      try {
        let seen = isClosed ? undefined : await ledger.markOf(after);
        while (!isClosed && seen !== undefined) {
          isNews = false;
          for await (const batch of ledger.behind(seen)) {
            seen = batch.at(-1)?.mark ?? seen;
            const commits = batch.map(({ stored }) => stored);
            const news = commits.filter(({ commit }) => commit.position > after);
            if (news.length > 0 && !isClosed) yield news;
            if (isClosed) return;
          }
          if (isNews || isClosed) continue;
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, pollMs);
            wake = () => {
              clearTimeout(timer);
              resolve();
            };
          });
        }
      } catch (error) {
        throw storageFault(error, path);
      } finally {
        signal.removeEventListener("abort", close);
        watcher?.close();
      }
    },
  };
};

/** A hint of changes, where the system gives one: not every file system, nor without limit. */
const watched = (path: string, notice: () => void): FSWatcher | undefined => {
  try {
    return watch(path, { persistent: false }, notice).on("error", () => {});
  } catch {
    return undefined;
  }
};
