import {
  demandKnown,
  type EventStore,
  eventsOf,
  isReadable,
  type LinesAsked,
  type StoredCommit,
  tailIn,
} from "@tongket/core/log";
import type { Call } from "./call.ts";
import { demandGoingOn } from "./ending.ts";
import { failureIn, ledgerFailure, ledgerPlacedFault } from "./ledger-failure.ts";
import { type LedgerPlace, placeOf } from "./ledger-place.ts";
import { openStore } from "./ledger-store.ts";
import { Progress } from "./progress.ts";
import { faultLine } from "./speaking.ts";
import { storeThrough } from "./store-through.ts";

/**
 * Opens the ledger of a call, hands it over and closes it, whatever comes of it. Of a torn tail
 * people are told; every reading goes without it, and the next writing cuts it.
 */
export const withLedger = async <T>(
  call: Call,
  use: (store: EventStore) => Promise<T>,
): Promise<T> => {
  const { io, lang } = call;
  const place = placeOf(call);
  const store = await openStore(place);
  try {
    const torn = await store.tornTail?.();
    if (torn !== undefined) {
      const fault = ledgerPlacedFault("TornTail", { ...torn }, place);
      await io.stderr.write(`${faultLine(lang, fault)}\n`);
    }
    return await use(readingOnlyKnown(store, { place, call }));
  } finally {
    await store.close();
  }
};

/**
 * The same ledger, read only as far as its events are known here. A newer version's events would
 * otherwise be left out of totals without a word. A reading ends early where the program is asked
 * to end.
 */
const readingOnlyKnown = (
  store: EventStore,
  { place, call }: { readonly place: LedgerPlace; readonly call: Call },
): EventStore => {
  const { ending } = call.io;
  const begun = () =>
    new Progress(call, "progress.reading", async () => (await store.head()).position);
  return storeThrough(store, {
    async *read(options) {
      const progress = begun();
      try {
        for await (const batch of store.read(options)) {
          await demandGoingOn(ending);
          for (const stored of batch) checkEvents(stored, place);
          progress.at(batch.at(-1)?.commit.position ?? 0);
          yield batch;
        }
      } finally {
        progress.end();
      }
    },
    ...(store.lines === undefined
      ? {}
      : { lines: goingOn(store.lines.bind(store), { ending, begun }) }),
  });
};

/** The same lines; whoever reads them is to see that their events are known. */
const goingOn = (
  lines: NonNullable<EventStore["lines"]>,
  { ending, begun }: { readonly ending: AbortSignal; readonly begun: () => Progress },
) =>
  async function* (asked: LinesAsked) {
    const progress = begun();
    try {
      for await (const bytes of lines(asked)) {
        await demandGoingOn(ending);
        progress.at(lastPositionIn(bytes));
        yield bytes;
      }
    } finally {
      progress.end();
    }
  };

/** Of whole lines the position of the last. */
const lastPositionIn = (bytes: Uint8Array): number =>
  tailIn(Buffer.from(bytes.subarray(-300)).toString().trimEnd())?.position ?? 0;

const checkEvents = ({ commit }: StoredCommit, ledger: LedgerPlace): void => {
  if (!isReadable(commit)) {
    throw ledgerFailure(
      { fault: "RecordUnreadable", facts: { position: commit.position } },
      ledger,
    );
  }
  try {
    for (const event of eventsOf(commit)) demandKnown(event);
  } catch (fault) {
    throw failureIn(fault, ledger);
  }
};
