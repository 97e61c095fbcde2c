import type { DocumentValue } from "@tongket/core/report";
import type { PageData } from "./page/page-data.ts";
import { unpackedData } from "./page/unpacked-data.ts";
import { readHtml } from "./read-html.ts";
import { type Explored, renderExplorable, renderHtml } from "./render-html.ts";

/** Something that a page has inside otherwise than its ledger. */
export interface PageDifference {
  readonly expected: string;
  readonly found: string;
}

/**
 * Where a file says something beside its document that it should not: where its charts, or what it
 * has inside of its ledger, are not what they should be, since it makes of these what it shows of
 * other days; and words that stand nowhere in a page. A document alone has neither, nor has one
 * that takes nothing along: `exploredOf` gives undefined.
 */
export const pageDifferences = async (
  document: DocumentValue,
  exploredOf: () => Promise<Explored | undefined>,
  bytes: Uint8Array,
): Promise<readonly PageDifference[]> => {
  const found = readHtml(bytes);
  const isAlone = found.data === undefined && found.charts.trim() === "";
  const explored = isAlone ? undefined : await exploredOf();
  const made =
    explored === undefined ? renderHtml(document) : await renderExplorable(document, explored);
  const expected = readHtml(new TextEncoder().encode(made));
  return [
    ...differing(wordsOf(expected.others), wordsOf(found.others)),
    ...differing(wordsOf(expected.charts), wordsOf(found.charts)),
    ...differing(await insideOf(expected.data), await insideOf(found.data)),
  ];
};

const wordsOf = (charts: string): readonly string[] =>
  charts.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));

/** NOTE: the names that a page shows are no part of its ledger. */
const insideOf = async (packed: string | undefined): Promise<readonly string[]> => {
  if (packed === undefined) return [];
  try {
    const { names: _, extract, ...rest }: PageData = await unpackedData(packed);
    return [rest, ...extract.commits].map((one) => JSON.stringify(one));
  } catch {
    return ["?"];
  }
};

const differing = (
  expected: readonly string[],
  found: readonly string[],
): readonly PageDifference[] =>
  Array.from({ length: Math.max(expected.length, found.length) }).flatMap((_, at) => {
    const [ours = "", theirs = ""] = [expected[at], found[at]];
    return ours === theirs ? [] : [{ expected: ours, found: theirs }];
  });
