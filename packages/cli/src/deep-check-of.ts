import { shippedPacks } from "@tongket/core/rulebook";
import { deepCheck } from "./deep-check.ts";
import { demandGoingOn } from "./ending.ts";
import type { PlacedFault } from "./fault.ts";
import type { Io } from "./io.ts";
import type { LedgerPlace } from "./ledger-place.ts";
import { openStore } from "./ledger-store.ts";
import { recordPlace } from "./record-place.ts";

/** Every fault that a deep check finds in a ledger whose bytes are sound. */
export const deepCheckOf = async (
  at: LedgerPlace,
  { now, ending }: Pick<Io, "now" | "ending">,
  told: (position: number) => void,
): Promise<readonly PlacedFault[]> => {
  const store = await openStore(at);
  const faults: PlacedFault[] = [];
  try {
    const texts = async function* () {
      for await (const batch of store.read()) {
        await demandGoingOn(ending);
        told(batch.at(-1)?.commit.position ?? 0);
        for (const { text } of batch) yield text;
      }
    };
    const regimes = new Set<string>(shippedPacks.map(({ regime }) => regime));
    for await (const fault of deepCheck(store.header, texts, { now: now(), regimes })) {
      const { position = 0, ...place } = fault.place;
      faults.push({ ...fault, place: { ...recordPlace(at, position), ...place } });
    }
  } finally {
    await store.close();
  }
  return faults;
};
