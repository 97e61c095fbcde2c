import { crc32 } from "node:zlib";
import type { Mark } from "./record-line.ts";

/**
 * A segment of the index is one file: its header, where each block ends, and the blocks, each with
 * a checksum at its end that is of this header and of this block's number. The first block is the
 * filter of its words, then come the starts of the records, then the words in buckets.
 */
export interface SegmentHeader {
  readonly tongketIndex: typeof indexVersion;
  /** The record before the first of the segment, and the last of it. */
  readonly begin: Mark;
  readonly end: Mark;
  /** The years that its events are of; none are named where they are many. */
  readonly years?: readonly number[];
  readonly blocks: number;
  /** How long the file is. */
  readonly bytes: number;
}

/** What another program may have written in another way is made anew. */
export const indexVersion = 3;

/** The header is text, then spaces, then its checksum. */
export const headerBytes = 1024;
const headerSum = 8;

/** So many have room in a header, and are of use. */
export const yearsMax = 24;

/** As many records have their starts in one block. */
export const recordsPerPage = 128;

export const checksumBytes = 4;

export const headerText = (header: SegmentHeader): Buffer => {
  const text = Buffer.from(JSON.stringify(header).padEnd(headerBytes - headerSum));
  return Buffer.concat([text, Buffer.from(sumOf(text))]);
};

/** The header that is in a text; throws where it is damaged, or of another version. */
export const headerIn = (bytes: Buffer): SegmentHeader => {
  const text = bytes.subarray(0, headerBytes - headerSum);
  const isTrue = bytes.toString("latin1", headerBytes - headerSum) === sumOf(text);
  const header = isTrue ? (JSON.parse(text.toString("latin1")) as SegmentHeader) : undefined;
  if (header?.tongketIndex !== indexVersion) throw new Error("no header of a segment");
  return header;
};

const sumOf = (text: Buffer): string => crc32(text).toString(16).padStart(headerSum, "0");

export const pagesOf = ({ begin, end }: Pick<SegmentHeader, "begin" | "end">): number =>
  Math.ceil((end.position - begin.position) / recordsPerPage);

/** Writes the checksum of a block at its end. `seed` is the checksum of the header. */
export const seal = (block: Buffer, seed: number, number: number): void => {
  block.writeUInt32LE(checksum(block, seed, number), block.length - checksumBytes);
};

export const isSealed = (block: Buffer, seed: number, number: number): boolean =>
  block.readUInt32LE(block.length - checksumBytes) === checksum(block, seed, number);

const checksum = (block: Buffer, seed: number, number: number): number =>
  crc32(block.subarray(0, -checksumBytes), (seed ^ number) >>> 0);
