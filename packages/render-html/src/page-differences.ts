import type { DocumentValue } from "@tongket/core/report";
import type { PageData } from "./page/page-data.ts";
import { unpackedData } from "./page/unpacked-data.ts";
import { readHtml } from "./read-html.ts";
import { type Explored, renderExplorable } from "./render-html.ts";

/** Something that a page has inside otherwise than its ledger. */
export interface PageDifference {
  readonly expected: string;
  readonly found: string;
}

/**
 * Where the charts of a page, or what it has inside of its ledger, are not what they should be:
 * it makes of these what it shows of other days. A document alone has neither.
 */
export const pageDifferences = async (
  document: DocumentValue,
  exploredOf: () => Promise<Explored | undefined>,
  bytes: Uint8Array,
): Promise<readonly PageDifference[]> => {
  const found = readHtml(bytes);
  if (found.data === undefined && found.charts.trim() === "") return [];
  const explored = await exploredOf();
  if (explored === undefined) return [];
  const made = await renderExplorable(document, explored);
  const expected = readHtml(new TextEncoder().encode(made));
  return [
    ...differing(wordsOf(expected.charts), wordsOf(found.charts)),
    ...differing(
      await insideOf(expected.data ?? ""),
      await insideOf(found.data ?? "").catch(() => ["not readable"]),
    ),
  ];
};

const wordsOf = (charts: string): readonly string[] =>
  charts.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));

/** NOTE: the names that a page shows are no part of its ledger. */
const insideOf = async (packed: string): Promise<readonly string[]> => {
  const { names: _, extract, ...rest }: PageData = await unpackedData(packed);
  return [rest, ...extract.commits].map((one) => JSON.stringify(one));
};

const differing = (
  expected: readonly string[],
  found: readonly string[],
): readonly PageDifference[] =>
  Array.from({ length: Math.max(expected.length, found.length) }).flatMap((_, at) => {
    const [ours = "", theirs = ""] = [expected[at], found[at]];
    return ours === theirs ? [] : [{ expected: ours, found: theirs }];
  });
