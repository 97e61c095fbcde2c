import { Instant, type RecordedEvent, rulebookFor } from "@tongket/core";
import { inMemoryStore } from "@tongket/core/log";
import { shippedPacks } from "@tongket/core/rulebook";
import {
  type DocumentFormat,
  documentsOf,
  documentsReadBack,
  handMadeDocument,
  historyOf,
  lawfulHistory,
  ministry,
  recordLines,
} from "@tongket/testing";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { csvDifferences } from "./csv-differences.ts";
import { readCsv } from "./read-csv.ts";
import { renderCsv } from "./render-csv.ts";

const format: DocumentFormat = {
  render: renderCsv,
  manifestOf: (bytes) => readCsv(bytes).manifest,
  differences: csvDifferences,
};

test("a document with everything is read back whole", () =>
  documentsReadBack(handMadeDocument, format));

test("so is every document of any lawful history", () =>
  fc.assert(
    fc.asyncProperty(lawfulHistory(), async (plan) => {
      const { events, rulebook } = await historyOf(plan);
      for (const document of documentsOf(events, rulebook)) {
        await documentsReadBack(document, format);
      }
    }),
    { numRuns: 30 },
  ));

test("so is every document of a ministry", async () => {
  const createdAt = Instant.make("1990-01-01T00:00:00.000Z");
  const store = inMemoryStore({ createdAt, ledger: "a", regime: "vn-party", tongket: 1 });
  const events: RecordedEvent[] = [];
  const lines = ministry({ seed: 12, branches: 12, members: 80, years: 2 });
  for await (const event of recordLines(store, lines)) events.push(event);
  const documents = documentsOf(events, await rulebookFor(store, shippedPacks));
  expect(documents.length).toBeGreaterThan(10);
  for (const document of documents) await documentsReadBack(document, format);
});
