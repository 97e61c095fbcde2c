import type { BooksOptions } from "@tongket/core";
import type { LedgerPlace } from "./ledger-place.ts";
import { withStorage } from "./ledger-store.ts";

/** Where the checkpoints of a ledger's books are kept: with the ledger, where that can be. */
export const booksOptions = async (place: LedgerPlace): Promise<BooksOptions> => {
  switch (place.kind) {
    case "jsonl":
      return { checkpoints: (await import("@tongket/store-jsonl")).checkpointsBeside(place.path) };
    case "sqlite":
      return { checkpoints: (await import("@tongket/store-sqlite")).sqliteCheckpoints(place.path) };
    case "postgres":
      return {
        checkpoints: {
          load: (name) =>
            withStorage(place, async (storage) => storage.checkpoints?.(place.ledger).load(name)),
          save: (name, value) =>
            withStorage(place, async (storage) =>
              storage.checkpoints?.(place.ledger).save(name, value),
            ),
        },
      };
    case "jetstream":
      return {};
  }
};
