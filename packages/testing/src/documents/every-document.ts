import { Instant, type RecordedEvent, rulebookFor } from "@tongket/core";
import { inMemoryStore } from "@tongket/core/log";
import type { DocumentValue } from "@tongket/core/report";
import { shippedPacks } from "@tongket/core/rulebook";
import * as fc from "fast-check";
import { historyOf } from "../history/history-of.ts";
import { lawfulHistory } from "../history/lawful-history.ts";
import { type DocumentFormat, documentsReadBack } from "../laws/documents-read-back.ts";
import { ministry } from "../ministry/ministry.ts";
import { recordLines } from "../ministry/record-lines.ts";
import { documentsOf } from "./documents-of.ts";

/**
 * How often a law is tried; what takes long may be tried less often. The first failure is told as
 * it is: to seek a smaller one, document by document, takes longer than a test has.
 */
export interface Tries {
  readonly histories: number;
  readonly ministries: number;
}

const usualTries: Tries = { histories: 30, ministries: 4 };

/** Proves that every document of lawful histories reads back whole; throws where one does not. */
export const historiesReadBack = (
  format: DocumentFormat,
  { histories }: Tries = usualTries,
): Promise<void> =>
  fc.assert(
    fc.asyncProperty(lawfulHistory(), async (plan) => {
      const { events, rulebook } = await historyOf(plan);
      for (const document of documentsOf(events, rulebook)) {
        await documentsReadBack(document, format);
      }
    }),
    { numRuns: histories, endOnFailure: true },
  );

/** The same of every document of ministries that are made up; gives how many these were. */
export const ministriesReadBack = async (
  format: DocumentFormat,
  { ministries }: Tries = usualTries,
): Promise<number> => {
  let documents = 0;
  await fc.assert(
    fc.asyncProperty(fc.nat(), async (seed) => {
      for (const document of await documentsOfMinistry(seed)) {
        await documentsReadBack(document, format);
        documents += 1;
      }
    }),
    { numRuns: ministries, endOnFailure: true },
  );
  return documents;
};

const documentsOfMinistry = async (seed: number): Promise<readonly DocumentValue[]> => {
  const createdAt = Instant.make("1990-01-01T00:00:00.000Z");
  const store = inMemoryStore({ createdAt, ledger: "a", regime: "vn-party", tongket: 1 });
  const events: RecordedEvent[] = [];
  const lines = ministry({ seed, branches: 8, members: 40, years: 1 });
  for await (const event of recordLines(store, lines)) events.push(event);
  return documentsOf(events, await rulebookFor(store, shippedPacks));
};
