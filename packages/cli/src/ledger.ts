import { allEvents } from "@tongket/core";
import { type EventStore, isReadable, type StoredCommit } from "@tongket/core/log";
import type { Call } from "./call.ts";
import { demandGoingOn } from "./ending.ts";
import { Failure, inputFault } from "./fault.ts";
import { ledgerFailure, ledgerPlacedFault } from "./ledger-failure.ts";
import { type LedgerPlace, placeOf } from "./ledger-place.ts";
import { openStore } from "./ledger-store.ts";
import { recordPlace } from "./record-place.ts";
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
    return await use(readingOnlyKnown(store, { place, ending: io.ending }));
  } finally {
    await store.close();
  }
};

const versions: ReadonlyMap<string, number> = new Map(
  allEvents.map(({ type, version }) => [type, version]),
);

/**
 * The same ledger, read only as far as its events are known here. A newer version's events would
 * otherwise be left out of totals without a word. A reading ends early where the program is asked
 * to end.
 */
const readingOnlyKnown = (
  store: EventStore,
  { place, ending }: { readonly place: LedgerPlace; readonly ending: AbortSignal },
): EventStore =>
  storeThrough(store, {
    async *read(options) {
      for await (const batch of store.read(options)) {
        await demandGoingOn(ending);
        for (const stored of batch) checkEvents(stored, place);
        yield batch;
      }
    },
  });

const checkEvents = ({ commit }: StoredCommit, ledger: LedgerPlace): void => {
  if (!isReadable(commit)) {
    throw ledgerFailure(
      { fault: "RecordUnreadable", facts: { position: commit.position } },
      ledger,
    );
  }
  for (const [index, { type, version }] of commit.events.entries()) {
    const known = versions.get(type);
    if (known !== undefined && version >= 1 && version <= known) continue;
    const facts = { address: `${commit.position}.${index}`, type, version };
    const place = recordPlace(ledger, commit.position);
    throw new Failure("ledger", [inputFault("EventUnknown", facts, place)]);
  }
};
