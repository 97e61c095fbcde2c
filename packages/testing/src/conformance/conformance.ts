import type { LedgerStorage } from "@tongket/core/log";
import { Bench, type Demand } from "./bench.ts";
import { appends } from "./cases/appends.ts";
import { commandIds } from "./cases/command-ids.ts";
import { conditions } from "./cases/conditions.ts";
import { copies } from "./cases/copies.ts";
import { handles } from "./cases/handles.ts";
import { horizons } from "./cases/horizons.ts";
import { manyLedgers } from "./cases/many-ledgers.ts";
import { newLedgers } from "./cases/new-ledgers.ts";
import { oracle } from "./cases/oracle.ts";
import { races } from "./cases/races.ts";
import { reads } from "./cases/reads.ts";
import { subscriptions } from "./cases/subscriptions.ts";
import { recordTexts } from "./cases/texts.ts";

/** One case of the suite, with its proof for any test runner. */
export interface ConformanceCase {
  /** Such as `races`: the name of the group it stands in. */
  readonly matter: string;
  /** A sentence, of which no other case has the same. */
  readonly name: string;
  /** Rejects where the store does not conform. */
  readonly prove: () => Promise<void>;
}

const matters: Readonly<Record<string, readonly Demand[]>> = {
  "a new ledger": newLedgers,
  appends,
  "an append's condition": conditions,
  "command ids": commandIds,
  races,
  readings: reads,
  "readings through time": horizons,
  "a record's text": recordTexts,
  subscriptions,
  "two handles": handles,
  "many ledgers of one storage": manyLedgers,
  copies,
  "the conditions": oracle,
};

/**
 * The conformance suite of event stores: every meaning of the port that deciders and projections
 * lean on, for a storage of any kind. A store passes when every case does; none may be left out.
 */
export const storeConformance = (
  storage: () => LedgerStorage | Promise<LedgerStorage>,
): readonly ConformanceCase[] =>
  Object.entries(matters).flatMap(([matter, demands]) =>
    demands.map(({ says, proved }) => ({
      matter,
      name: `${matter}: ${says}`,
      prove: () => withinFiveMinutes(prove(storage, proved)),
    })),
  );

const prove = async (
  storage: () => LedgerStorage | Promise<LedgerStorage>,
  proved: Demand["proved"],
): Promise<void> => {
  const bench = new Bench(await storage());
  try {
    await proved(bench);
  } finally {
    await bench.close();
  }
};

/** A store that never answers fails as well. */
const withinFiveMinutes = async (work: Promise<void>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("not done within five minutes")), 300_000);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};
