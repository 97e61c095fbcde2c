import { type BranchId, Instant, rulebookFor } from "@tongket/core";
import { inMemoryStore } from "@tongket/core/log";
import { keepBooks } from "@tongket/core/projections";
import { type DocumentValue, makeDocument, manifestText } from "@tongket/core/report";
import { documentKinds, shippedPacks } from "@tongket/core/rulebook";
import { differences } from "@tongket/report-check";
import { ministry, recordLines } from "@tongket/testing";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readDocx } from "./read-docx.ts";
import { renderDocx } from "./render-docx.ts";

test("every document of a ministry is read back whole", () =>
  fc.assert(
    fc.asyncProperty(fc.nat(), async (seed) => {
      for (const document of await documentsOf(seed)) {
        const { manifest, text } = readDocx(await renderDocx(document));
        expect(manifest).toBe(manifestText(document));
        expect(await differences(document, text, { render: renderDocx, read: readDocx })).toEqual(
          [],
        );
      }
    }),
    { numRuns: 4 },
  ));

/** Documents of every kind in either language, of the topmost branch of a small ministry. */
const documentsOf = async (seed: number): Promise<readonly DocumentValue[]> => {
  const createdAt = Instant.make("1990-01-01T00:00:00.000Z");
  const store = inMemoryStore({ createdAt, ledger: "a", regime: "vn-party", tongket: 1 });
  const keeping = keepBooks();
  let branch: BranchId | undefined;
  const lines = ministry({ seed, branches: 8, members: 40, years: 1 });
  for await (const event of recordLines(store, lines)) {
    keeping.take(event);
    if (event.type === "BranchCarriedIn") {
      branch ??= (event.data as { readonly branch: BranchId }).branch;
    }
  }
  if (branch === undefined) throw new Error("a ministry has a branch");
  const books = keeping.close();
  const rulebook = await rulebookFor(store, shippedPacks);
  const origin = { ledger: "a", position: 1, hash: "0".repeat(64) };
  const request = { books, rulebook, branch, year: 2012, origin };
  return documentKinds.flatMap((kind) =>
    (["vi", "en"] as const).map((lang) => makeDocument(kind, { ...request, lang })),
  );
};
