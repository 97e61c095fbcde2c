import { shippedPacks } from "@tongket/core/rulebook";
import { openJsonlLedger } from "@tongket/store-jsonl";
import { deepCheck } from "./deep-check.ts";
import type { PlacedFault } from "./fault.ts";
import { existingLedger } from "./ledger-path.ts";

/** Every fault that a deep check finds in a ledger whose bytes are sound. */
export const deepCheckOf = async (ledger: string, now: string): Promise<readonly PlacedFault[]> => {
  const store = await openJsonlLedger(await existingLedger(ledger));
  const faults: PlacedFault[] = [];
  try {
    const texts = async function* () {
      for await (const batch of store.read()) for (const { text } of batch) yield text;
    };
    const regimes = new Set<string>(shippedPacks.map(({ regime }) => regime));
    for await (const fault of deepCheck(store.header, texts, { now, regimes })) {
      faults.push({ ...fault, place: { file: ledger, ...fault.place } });
    }
  } finally {
    await store.close();
  }
  return faults;
};
