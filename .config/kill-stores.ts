import { join } from "node:path";
import type { LedgerStorage } from "@tongket/core/log";

/** The ledgers of a store that keeps them at a place: a folder, or the URL of a server. */
export const openKept = async (
  kind: string,
  place: string,
): Promise<LedgerStorage & { close?(): Promise<void> }> => {
  const fileOf = (ledger: string, ending: string) => join(place, `${ledger}.${ending}`);
  switch (kind) {
    case "jsonl": {
      const { createJsonlLedger, openJsonlLedger } = await import("@tongket/store-jsonl");
      return {
        create: (header) => createJsonlLedger(fileOf(header.ledger, "jsonl"), header),
        open: (ledger) => openJsonlLedger(fileOf(ledger, "jsonl")),
      };
    }
    case "sqlite": {
      const { createSqliteLedger, openSqliteLedger } = await import("@tongket/store-sqlite");
      return {
        create: (header) => createSqliteLedger(fileOf(header.ledger, "db"), header),
        open: (ledger) => openSqliteLedger(fileOf(ledger, "db")),
      };
    }
    case "postgres": {
      const { openPostgresStorage } = await import("@tongket/store-postgres");
      return openPostgresStorage({ url: place });
    }
    case "jetstream": {
      const { openJetStreamStorage } = await import("@tongket/store-jetstream");
      return openJetStreamStorage({ servers: place });
    }
    default:
      throw new Error(`jsonl, sqlite, postgres or jetstream, and not ${kind}`);
  }
};
