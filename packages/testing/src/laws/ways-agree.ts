import { validated } from "@tongket/core";
import type { Head } from "@tongket/core/log";
import { type Books, keepBooks, wantedByBooks } from "@tongket/core/projections";
import { projected, Replaying, trusted, type WantedOf, type Way } from "@tongket/core/replay";
import { demandEqual } from "./law-broken.ts";

/** What records behind a head come to; the fault, where they cannot be read. */
const booksBy = (way: Way, lines: Uint8Array, from: Head): Books | Error => {
  const books = keepBooks();
  const replaying = new Replaying(from, way, books.take);
  try {
    replaying.lines(lines);
    return books.close();
  } catch (error) {
    return error as Error;
  }
};

/**
 * The law of the three ways, over the records of any ledger: where the validated way reads them,
 * the trusted and the projected way give the same books. Of lines that are not as they were
 * written, the faster ways give the same as each other, or one of them a fault. Gives whether the
 * validated way read them.
 */
export const waysAgree = (
  lines: Uint8Array,
  from: Head,
  wantedOf: WantedOf = wantedByBooks,
): "read" | "refused" => {
  const [slow, parsed, walked] = [validated, trusted, projected(wantedOf)].map((way) =>
    booksBy(way, lines, from),
  );
  if (!(slow instanceof Error)) {
    demandEqual("trusted = validated", { found: parsed, expected: slow });
    demandEqual("projected = validated", { found: walked, expected: slow });
  }
  if (!(parsed instanceof Error || walked instanceof Error)) {
    demandEqual("projected = trusted", { found: walked, expected: parsed });
  }
  return slow instanceof Error ? "refused" : "read";
};
