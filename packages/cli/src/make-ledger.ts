import { existsSync } from "node:fs";
import { dirname } from "node:path";
import type { LedgerHeader } from "@tongket/core/log";
import { isLedgerFault } from "./ledger-failure.ts";
import type { LedgerPlace } from "./ledger-place.ts";
import { createStore, type OpenLedger } from "./ledger-store.ts";
import { folderMissing } from "./output-file.ts";

/** Makes a ledger and opens it; tells where the folder of its file is missing. */
export const makeLedger = (place: LedgerPlace, header: LedgerHeader): Promise<OpenLedger> =>
  createStore(place, header).catch((error: unknown) => {
    const isLost = isLedgerFault(error) && "path" in place && !existsSync(dirname(place.path));
    throw isLost ? folderMissing(place.shown) : error;
  });
