import {
  demandKnown,
  demandReadable,
  type EventStore,
  eventsOf,
  type LinesAsked,
  type StoredCommit,
  tailIn,
} from "@tongket/core/log";
import { storeThrough } from "./store-through.ts";

/** Begins to watch a reading: hears how far it has come, where it may throw, and of its end. */
export type Watching = () => {
  readonly at: (position: number) => Promise<void>;
  readonly end: () => void;
};

/**
 * The same ledger, each reading watched and going only as far as its events are known here: a
 * newer version's events would otherwise be left out of totals without a word.
 */
export const watched = (store: EventStore, watching: Watching): EventStore =>
  storeThrough(store, {
    async *read(options) {
      const watch = watching();
      try {
        for await (const batch of store.read(options)) {
          await watch.at(batch.at(-1)?.commit.position ?? 0);
          for (const stored of batch) checkEvents(stored);
          yield batch;
        }
      } finally {
        watch.end();
      }
    },
    ...(store.lines === undefined ? {} : { lines: linesOf(store.lines.bind(store), watching) }),
  });

/** Of lines, whoever reads them is to see that their events are known. */
const linesOf = (lines: NonNullable<EventStore["lines"]>, watching: Watching) =>
  async function* (asked: LinesAsked) {
    const watch = watching();
    try {
      for await (const bytes of lines(asked)) {
        await watch.at(lastPositionIn(bytes));
        yield bytes;
      }
    } finally {
      watch.end();
    }
  };

/** Of whole lines the position of the last. */
const lastPositionIn = (bytes: Uint8Array): number =>
  tailIn(Buffer.from(bytes.subarray(-300)).toString().trimEnd())?.position ?? 0;

const checkEvents = ({ commit }: StoredCommit): void => {
  demandReadable(commit);
  for (const event of eventsOf(commit)) demandKnown(event);
};
