import type { RecordedEvent } from "@tongket/core";
import { keepBooks } from "@tongket/core/projections";
import { type DocumentValue, makeDocument } from "@tongket/core/report";
import { documentKinds, type Rulebook } from "@tongket/core/rulebook";
import { placesIn } from "../laws/told-of-a-ledger.ts";

const languages = ["vi", "en"] as const;

/** Every document of the topmost branches for each year that has a fact, in turns in a language. */
export const documentsOf = (
  events: readonly RecordedEvent[],
  rulebook: Rulebook,
): readonly DocumentValue[] => {
  const keeping = keepBooks();
  for (const event of events) keeping.take(event);
  const books = keeping.close();
  const position = events.at(-1)?.position ?? 0;
  const origin = { ledger: "history", position, hash: "0".repeat(64) };
  return placesIn(events).flatMap((place) =>
    documentKinds.map((kind, at) => {
      const lang = languages[(at + place.year) % 2] ?? "vi";
      return makeDocument(kind, { books, rulebook, ...place, lang, origin });
    }),
  );
};
