import type { Checkpoints } from "@tongket/core";
import type { DatabasePlace, LedgerPlace } from "./ledger-place.ts";
import { withStorage } from "./ledger-store.ts";

/** Where the checkpoints of a ledger's books are kept: with the ledger, where that can be. */
export const checkpointsOf = async (place: LedgerPlace): Promise<Checkpoints | undefined> => {
  switch (place.kind) {
    case "jsonl":
      return (await import("@tongket/store-jsonl")).checkpointsBeside(place.path);
    case "sqlite":
      return (await import("@tongket/store-sqlite")).sqliteCheckpoints(place.path);
    case "postgres":
      return checkpointsInStorage(place);
    case "jetstream":
      return undefined;
  }
};

const checkpointsInStorage = (place: DatabasePlace): Checkpoints => ({
  load: (name) =>
    withStorage(place, async (storage) => storage.checkpoints?.(place.ledger).load(name)),
  save: (name, value) =>
    withStorage(place, async (storage) => storage.checkpoints?.(place.ledger).save(name, value)),
});
