import type { BooksOptions } from "@tongket/core";
import type { LedgerPlace } from "./ledger-place.ts";

/** Where the checkpoints of a ledger's books are kept: with the ledger, if that is a file. */
export const booksOptions = async (place: LedgerPlace): Promise<BooksOptions> => {
  switch (place.kind) {
    case "jsonl":
      return { checkpoints: (await import("@tongket/store-jsonl")).checkpointsBeside(place.path) };
    case "sqlite":
      return { checkpoints: (await import("@tongket/store-sqlite")).sqliteCheckpoints(place.path) };
    case "postgres":
    case "jetstream":
      return {};
  }
};
