import { crc32 } from "node:zlib";
import type { HeldPart } from "./index-part.ts";
import {
  checksumBytes,
  headerBytes,
  headerText,
  indexVersion,
  recordsPerPage,
  seal,
  yearsMax,
} from "./segment-layout.ts";
import { siteOf } from "./site.ts";
import { type Word, wordOf } from "./word.ts";
import { filterOf } from "./word-filter.ts";

interface Entry {
  readonly word: Word;
  readonly sites: readonly number[];
}

const wordsPerBucket = 24;
const entryBytes = 6;

/** The file of a part of an index; the same part gives the same bytes. */
export const segmentBytes = (part: HeldPart): Buffer => {
  const entries = [...part.words].map(([key, sites]) => ({ word: wordOf(key), sites }));
  const { begin, end, years } = part;
  const blocks = [
    filterBlock(entries),
    ...pageBlocks(part),
    ...bucketsOf(entries).map((bucket) => bucketBlock(bucket, siteOf(begin.position + 1, 0))),
  ];
  const ends = Buffer.alloc(4 * blocks.length);
  let bytes = headerBytes + ends.length;
  for (const [number, block] of blocks.entries()) {
    bytes += block.length;
    ends.writeUInt32LE(bytes, 4 * number);
  }
  const header = headerText({
    tongketIndex: indexVersion,
    begin,
    end,
    ...(years.size > yearsMax ? {} : { years: [...years].sort((a, b) => a - b) }),
    blocks: blocks.length,
    bytes,
  });
  const seed = crc32(header);
  for (const [number, block] of blocks.entries()) seal(block, seed, number);
  return Buffer.concat([header, ends, ...blocks]);
};

const filterBlock = (entries: readonly Entry[]): Buffer => {
  const filter = filterOf(entries.map(({ word }) => word));
  return Buffer.concat([filter, Buffer.alloc(checksumBytes)]);
};

/** Where the first record begins, then how far behind that each begins and the last one ends. */
const pageBlocks = ({ starts, end }: HeldPart): readonly Buffer[] => {
  const pages: Buffer[] = [];
  for (let first = 0; first < starts.length; first += recordsPerPage) {
    const own = [...starts.slice(first, first + recordsPerPage + 1)];
    if (own.length <= recordsPerPage) own.push(end.end);
    const base = own[0] as number;
    const page = Buffer.alloc(8 + 4 * own.length + checksumBytes);
    page.writeDoubleLE(base);
    for (const [at, start] of own.entries()) page.writeUInt32LE(start - base, 8 + 4 * at);
    pages.push(page);
  }
  return pages;
};

const bucketsOf = (entries: readonly Entry[]): readonly Entry[][] => {
  const count = Math.ceil(entries.length / wordsPerBucket);
  const buckets: Entry[][] = Array.from({ length: count }, () => []);
  for (const entry of entries) buckets[entry.word.low % count]?.push(entry);
  return buckets;
};

/**
 * Of each word the high hash, how many sites it has, less one since 65,536 have no room, and each
 * of them, counted from `firstSite`.
 */
const bucketBlock = (bucket: readonly Entry[], firstSite: number): Buffer => {
  const listed = bucket.reduce((sum, { sites }) => sum + entryBytes + 2 * sites.length, 0);
  const block = Buffer.alloc(listed + checksumBytes);
  let at = 0;
  for (const { word, sites } of bucket) {
    at = block.writeUInt32LE(word.high, at);
    at = block.writeUInt16LE(sites.length - 1, at);
    for (const site of sites) at = block.writeUInt16LE(site - firstSite, at);
  }
  return block;
};
