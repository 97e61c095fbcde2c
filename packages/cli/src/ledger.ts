import type { EventStore } from "@tongket/core/log";
import type { Call } from "./call.ts";
import { demandGoingOn } from "./ending.ts";
import { ledgerPlacedFault } from "./ledger-failure.ts";
import { type LedgerPlace, placeOf } from "./ledger-place.ts";
import { type OpenLedger, openStore } from "./ledger-store.ts";
import { Progress, type Work } from "./progress.ts";
import { faultLine } from "./speaking.ts";
import { type Watching, watched } from "./watched-store.ts";

/** Opens the ledger of a call, hands it over and closes it, whatever comes of it. */
export const withLedger = async <T>(
  call: Call,
  use: (store: EventStore) => Promise<T>,
): Promise<T> => {
  const place = placeOf(call);
  const head = () => store.head();
  const store = await openStore(place, watching(call, "progress.indexing", { head }));
  try {
    await tellTornTail(call, { place, store });
    return await use(watched(store, watching(call, "progress.reading", store)));
  } finally {
    await store.close();
  }
};

/** Of a torn tail people are told: readings go without it, and the next writing cuts or ends it. */
export const tellTornTail = async (
  { io, lang }: Call,
  { place, store }: { readonly place: LedgerPlace; readonly store: OpenLedger },
): Promise<void> => {
  const torn = await store.tornTail?.();
  if (torn === undefined) return;
  const fault = ledgerPlacedFault("TornTail", { ...torn }, place);
  await io.stderr.write(`${faultLine(lang, fault)}\n`);
};

/** A reading ends early where the program is asked to end; people see how far it has come. */
const watching =
  (call: Call, work: Work, { head }: Pick<EventStore, "head">): Watching =>
  () => {
    const progress = new Progress(call, work, async () => (await head()).position);
    return {
      at: async (position) => {
        await demandGoingOn(call.io.ending);
        progress.at(position);
      },
      end: () => progress.end(),
    };
  };
