import { BranchId, Id, Instant, readBooks, rulebookFor } from "@tongket/core";
import { inMemoryStore } from "@tongket/core/log";
import { type DocumentValue, makeDocument, manifestText } from "@tongket/core/report";
import { documentKinds, shippedPacks } from "@tongket/core/rulebook";
import { differences } from "@tongket/report-check";
import { ministry, recordLines } from "@tongket/testing";
import { expect, test } from "vitest";
import { readPdf, renderPdf } from "../src/index.ts";

/** Every kind of document of a committee that is made up. */
async function* reportsOf(seed: number): AsyncIterable<DocumentValue> {
  const store = inMemoryStore({
    tongket: 1,
    ledger: Id.make("l"),
    createdAt: Instant.make("2011-01-01T00:00:00.000Z"),
    regime: "vn-party",
  });
  for await (const _ of recordLines(store, ministry({ seed, branches: 9, members: 40, years: 1 })));
  const { position, hash } = await store.head();
  for (const kind of documentKinds) {
    yield makeDocument(kind, {
      books: await readBooks(store),
      rulebook: await rulebookFor(store, shippedPacks),
      branch: BranchId.make("b0"),
      year: 2012,
      lang: seed % 2 === 0 ? "vi" : "en",
      origin: { ledger: "l", position, hash },
    });
  }
}

test.each([1, 2, 3])("reports of ministry %i read back as they are", async (seed) => {
  for await (const document of reportsOf(seed)) {
    const { manifest, text } = await readPdf(await renderPdf(document));
    expect(manifest).toBe(manifestText(document));
    expect(await differences(document, text, { render: renderPdf, read: readPdf })).toEqual([]);
  }
});
