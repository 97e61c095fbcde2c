import type { DatabaseSync } from "node:sqlite";
import { setImmediate } from "node:timers/promises";
import {
  type ChainVerdict,
  type KeptText,
  LedgerFault,
  type VerifyOptions,
  verifyTexts,
} from "@tongket/core/log";
import { connect } from "./sqlite-connection.ts";
import { faultsOf, sqliteFault } from "./sqlite-fault.ts";
import { demandFile } from "./sqlite-file.ts";

/**
 * Hashes the stored text of every record and follows the chain. Names the position of any text
 * that was changed, moved or removed. That whole commits are missing at the end shows only against
 * a head known from elsewhere. Rejects as `openSqliteLedger` does, and with `LedgerLocked` where
 * what may not be locked was written meanwhile.
 */
export const verifySqlite = (file: string, options: VerifyOptions = {}): Promise<ChainVerdict> =>
  faultsOf(file, async () => {
    await demandFile(file);
    const { database, demandUnchanged } = connect(file);
    try {
      return await verdictOn(database, file, options);
    } finally {
      database.close();
      demandUnchanged();
    }
  });

/** Pages that SQLite itself cannot read are told as a fault of the record it was to come to. */
const verdictOn = async (
  database: DatabaseSync,
  file: string,
  { head, signal, at }: VerifyOptions,
): Promise<ChainVerdict> => {
  let last = -1;
  const texts = async function* (): AsyncIterable<KeptText> {
    const all = database.prepare("SELECT position, text FROM record ORDER BY position");
    for (const kept of all.iterate() as Iterable<KeptText>) {
      last = kept.position;
      // NOTE: SQLite never waits, and so no signal would come through.
      if (last % 1000 === 0) {
        await setImmediate();
        at?.(last);
      }
      signal?.throwIfAborted();
      yield kept;
    }
  };
  try {
    return await verifyTexts(texts(), head === undefined ? [] : [head]);
  } catch (error) {
    const found = sqliteFault(error, file);
    if (!(found instanceof LedgerFault) || found.fault !== "StorageDamaged") throw error;
    const { fault, facts } = found;
    return { verified: "Faulty", faults: [{ fault, facts, position: last + 1 }] };
  }
};
