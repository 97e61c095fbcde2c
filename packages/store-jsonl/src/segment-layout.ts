import { crc32 } from "node:zlib";
import type { Mark } from "./record-line.ts";

/**
 * A segment of the index is one file: its header, where each block ends, and the blocks, each with
 * a checksum at its end that is of this header and of this block's number. The first block is the
 * filter of its words, then come the starts of the records, then the words in buckets.
 */
export interface SegmentHeader {
  readonly tongketIndex: 1;
  /** The record before the first of the segment, and the last of it. */
  readonly begin: Mark;
  readonly end: Mark;
  readonly blocks: number;
  /** How long the file is. */
  readonly bytes: number;
}

/** The header is text, with spaces behind it. */
export const headerBytes = 1024;

/** As many records have their starts in one block. */
export const recordsPerPage = 128;

export const checksumBytes = 4;

export const headerText = (header: SegmentHeader): Buffer =>
  Buffer.from(JSON.stringify(header).padEnd(headerBytes));

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
