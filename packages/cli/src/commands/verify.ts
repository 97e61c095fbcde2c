import { say } from "@tongket/core/messages";
import type { Call, Ending, Run } from "../call.ts";
import { Failure, type PlacedFault } from "../fault.ts";
import { ledgerPlacedFault } from "../ledger-failure.ts";
import { type LedgerPlace, placeOf } from "../ledger-place.ts";
import { openStore, verifyStore } from "../ledger-store.ts";
import { flagOption, headOption, refuseTogether } from "../options.ts";
import { Progress } from "../progress.ts";
import { recordPlace } from "../record-place.ts";

const faultsMax = 20;

/** Checks the bytes of a ledger, and with `--deep` what they say; or a report made from it. */
export const run: Run = async (call) => {
  const { report } = call.options;
  if (typeof report === "string") {
    refuseTogether(call, "report", ["deep", "head"]);
    return (await import("../report-verdict.ts")).reportVerdict(call, report);
  }
  const place = placeOf(call);
  const head = headOption(call);
  const deep = flagOption(call, "deep");
  const progress = new Progress(call, "progress.verifying", () => lastPosition(place));
  const found = await verifyStore(place, {
    signal: call.io.ending,
    at: (position) => progress.at(position),
    ...(head === undefined ? {} : { head }),
  }).finally(() => progress.end());
  if (found.verified === "Faulty") {
    return failed(
      found.faults.map(({ fault, position, facts }) => ({
        ...ledgerPlacedFault(fault, facts, place),
        place: recordPlace(place, position),
      })),
    );
  }
  if (deep) {
    const faults = await deepFaults(place, call);
    if (faults.length > 0) return failed(faults);
  }
  const { position, hash, recordedAt } = found.head;
  const sound = say(call.lang, "verify.sound", { position, hash });
  return {
    result: {
      ledger: place.shown,
      verified: deep ? "deep" : "bytes",
      head: { position, hash, recordedAt },
    },
    words: deep ? `${sound}\n${say(call.lang, "verify.deep")}\n` : `${sound}\n`,
  };
};

const failed = (faults: readonly PlacedFault[]): Ending => ({
  failure: new Failure("ledger", faults, { exit: 1, faultsMax }),
});

const deepFaults = async (place: LedgerPlace, call: Call): Promise<readonly PlacedFault[]> => {
  const { deepCheckOf } = await import("../deep-check-of.ts");
  const progress = new Progress(call, "progress.verifying", () => lastPosition(place));
  return deepCheckOf(place, call.io, (position) => progress.at(position)).finally(() =>
    progress.end(),
  );
};

/** Of a ledger that may be damaged: where its end cannot be told this rejects. */
const lastPosition = async (place: LedgerPlace): Promise<number> => {
  const store = await openStore(place);
  try {
    return (await store.head()).position;
  } finally {
    await store.close();
  }
};
