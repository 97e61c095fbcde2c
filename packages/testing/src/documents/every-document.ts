import { Instant, type RecordedEvent, rulebookFor } from "@tongket/core";
import { inMemoryStore } from "@tongket/core/log";
import { shippedPacks } from "@tongket/core/rulebook";
import * as fc from "fast-check";
import { historyOf } from "../history/history-of.ts";
import { lawfulHistory } from "../history/lawful-history.ts";
import { type DocumentFormat, documentsReadBack } from "../laws/documents-read-back.ts";
import { ministry } from "../ministry/ministry.ts";
import { recordLines } from "../ministry/record-lines.ts";
import { documentsOf } from "./documents-of.ts";

/** Proves that every document of lawful histories reads back whole; throws where one does not. */
export const historiesReadBack = (format: DocumentFormat): Promise<void> =>
  fc.assert(
    fc.asyncProperty(lawfulHistory(), async (plan) => {
      const { events, rulebook } = await historyOf(plan);
      for (const document of documentsOf(events, rulebook)) {
        await documentsReadBack(document, format);
      }
    }),
    { numRuns: 30 },
  );

/** The same of every document of a ministry; gives how many these are. */
export const ministryReadsBack = async (format: DocumentFormat): Promise<number> => {
  const createdAt = Instant.make("1990-01-01T00:00:00.000Z");
  const store = inMemoryStore({ createdAt, ledger: "a", regime: "vn-party", tongket: 1 });
  const events: RecordedEvent[] = [];
  const lines = ministry({ seed: 12, branches: 12, members: 80, years: 2 });
  for await (const event of recordLines(store, lines)) events.push(event);
  const documents = documentsOf(events, await rulebookFor(store, shippedPacks));
  for (const document of documents) await documentsReadBack(document, format);
  return documents.length;
};
