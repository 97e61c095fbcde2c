import type { BooksOptions } from "@tongket/core";
import type { Call } from "./call.ts";
import { type FilePlace, placeOf } from "./ledger-place.ts";
import { threadsOption } from "./options.ts";

/**
 * How the books of a call's ledger are read: from checkpoints that are kept with it and in the
 * threads that were asked for, if it is a file.
 */
export const booksOptions = async (call: Call): Promise<BooksOptions> => {
  const threads = threadsOption(call);
  const place = placeOf(call);
  if (place.kind !== "jsonl" && place.kind !== "sqlite") return {};
  const checkpoints = await checkpointsWith(place);
  if (threads === 1) return { checkpoints };
  const { partsInThreads } = await import("./parts-in-threads.ts");
  return { checkpoints, readParts: partsInThreads(call, place, threads) };
};

const checkpointsWith = async ({ kind, path }: FilePlace) => {
  switch (kind) {
    case "jsonl":
      return (await import("@tongket/store-jsonl")).checkpointsBeside(path);
    case "sqlite":
      return (await import("@tongket/store-sqlite")).sqliteCheckpoints(path);
  }
};
