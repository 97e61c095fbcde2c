import { addTallies, type PartAsked, readBooks, readPart } from "@tongket/core";
import { inMemoryShelf } from "@tongket/core/live";
import { type EventStore, type Horizon, inMemoryStore } from "@tongket/core/log";
import type { Books } from "@tongket/core/projections";
import { demandEqual } from "./law-broken.ts";

/** How the reading of a ledger is cut in parts. */
export interface Cutting {
  /** The positions where parts meet, in any order; those beyond the head go round. */
  readonly cuts: readonly number[];
  readonly horizon: Horizon;
  /** Where the ledger stood when a checkpoint of its books was kept; 0 for none. */
  readonly checkpointAt: number;
}

/**
 * Books read in parts, each made elsewhere, are those of the whole: at any horizon, behind any
 * checkpoint, and whichever part a reversal stands in.
 */
export const partsAreTheWhole = async (
  store: EventStore,
  { cuts, horizon, checkpointAt }: Cutting,
  read: typeof readPart = readPart,
): Promise<void> => {
  const { position } = await store.head();
  const meeting = cuts.map((cut) => cut % (position + 1)).toSorted((a, b) => a - b);
  const readParts = ({ after, to }: PartAsked) => {
    const ends = [...meeting.filter((cut) => cut > after && cut < to), to];
    const parts = ends.map((end, at) => ({ after: ends[at - 1] ?? after, to: end, horizon }));
    return Promise.all(parts.map(async (part) => structuredClone(await read(store, part))));
  };
  const checkpoints = await checkpointsAt(store, checkpointAt % (position + 1));
  demandEqual("books read in parts are those of the whole", {
    found: plain(await readBooks(store, horizon, { checkpoints, readParts })),
    expected: plain(await readBooks(store, horizon)),
    where: { meeting, horizon, checkpointAt },
  });
};

/** The same books, in Maps only: what else may hold amounts does not show what it holds. */
const plain = ({ tally, facts }: Books): Books => ({ facts, tally: addTallies(tally) });

/** What was kept when the ledger was that long. */
const checkpointsAt = async (store: EventStore, position: number) => {
  const checkpoints = inMemoryShelf();
  if (position === 0) return checkpoints;
  const first = inMemoryStore(store.header);
  for await (const batch of store.read({ limit: position })) {
    const { position: after, hash: prev } = await first.head();
    const texts = batch.map(({ text }) => text);
    await first.appendVerbatim(texts, { after, prev });
  }
  await readBooks(first, {}, { checkpoints, checkpointEvery: 1 });
  return checkpoints;
};
