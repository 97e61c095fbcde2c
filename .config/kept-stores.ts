import { readdir } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { LedgerStorage } from "@tongket/core/log";

type Kept = LedgerStorage & { close?(): Promise<void> };

/** The ledgers of a store that keeps them at a place: a folder, or the URL of a server. */
export const openKept = async (kind: string, place: string): Promise<Kept> => {
  const fileOf = (ledger: string, ending: string) =>
    join(place, `${encodeURIComponent(ledger)}.${ending}`);
  const listed = async (ending: string): Promise<readonly string[]> =>
    (await readdir(place))
      .filter((file) => file.endsWith(`.${ending}`))
      .map((file) => decodeURIComponent(basename(file, `.${ending}`)))
      .toSorted();
  const options = { pollMs: 20 };
  switch (kind) {
    case "jsonl": {
      const { createJsonlLedger, openJsonlLedger } = await import("@tongket/store-jsonl");
      return {
        create: (header) => createJsonlLedger(fileOf(header.ledger, "jsonl"), header, options),
        open: (ledger) => openJsonlLedger(fileOf(ledger, "jsonl"), options),
        list: () => listed("jsonl"),
      };
    }
    case "sqlite": {
      const { createSqliteLedger, openSqliteLedger } = await import("@tongket/store-sqlite");
      return {
        create: (header) => createSqliteLedger(fileOf(header.ledger, "db"), header, options),
        open: (ledger) => openSqliteLedger(fileOf(ledger, "db"), options),
        list: () => listed("db"),
      };
    }
    case "postgres": {
      const { openPostgresStorage } = await import("@tongket/store-postgres");
      return openPostgresStorage({ ...options, url: place, connectionsMax: 40 });
    }
    case "jetstream": {
      const { openJetStreamStorage, jetStreamOptionsOf } = await import("@tongket/store-jetstream");
      return openJetStreamStorage(jetStreamOptionsOf(place));
    }
    default:
      throw new Error(`jsonl, sqlite, postgres or jetstream, and not ${kind}`);
  }
};

/** What the default export of a module is or makes: a storage of its author's own. */
export const openOwn = async (file: string): Promise<Kept> => {
  const { default: made } = await import(pathToFileURL(resolve(file)).href);
  return typeof made === "function" ? made() : made;
};
