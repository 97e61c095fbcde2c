import type { BooksOptions } from "@tongket/core";
import type { Call } from "./call.ts";
import { checkpointsOf } from "./checkpoints.ts";
import { placeOf } from "./ledger-place.ts";
import { threadsOption } from "./options.ts";

/**
 * How the books of a call's ledger are read: from checkpoints that are kept with it, and in the
 * threads that were asked for, if it is a file.
 */
export const booksOptions = async (call: Call): Promise<BooksOptions> => {
  const threads = threadsOption(call);
  const place = placeOf(call);
  const checkpoints = await checkpointsOf(place);
  const kept = checkpoints === undefined ? {} : { checkpoints };
  if (threads === 1 || (place.kind !== "jsonl" && place.kind !== "sqlite")) return kept;
  const { partsInThreads } = await import("./parts-in-threads.ts");
  return { ...kept, readParts: partsInThreads(call, place, threads) };
};
