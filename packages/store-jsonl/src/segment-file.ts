import { closeSync, openSync, readSync } from "node:fs";
import { crc32 } from "node:zlib";
import { forReading } from "./beside-file.ts";
import { type IndexPart, inOrder, type OpenPart } from "./index-part.ts";
import type { Mark } from "./record-line.ts";
import type { Place } from "./record-reader.ts";
import {
  checksumBytes,
  headerBytes,
  isSealed,
  pagesOf,
  recordsPerPage,
  type SegmentHeader,
} from "./segment-layout.ts";
import type { Word } from "./word.ts";
import { mayHold } from "./word-filter.ts";

/** A segment that cannot be read, or not as it was written: its commits have to be read again. */
export class SegmentLost extends Error {
  override readonly name = "SegmentLost";
}

/**
 * A part of an index in a file. Only its header and its filter stay in memory, and the file is
 * opened for each look into it: a long ledger has more of them than a process may hold open.
 */
export class SegmentFile implements IndexPart {
  readonly #header: SegmentHeader;
  readonly #path: string;
  readonly #seed: number;
  readonly #filter: Buffer;

  /** Throws where there is no sound segment at the path. */
  constructor(path: string) {
    this.#path = path;
    const { header, seed, filter } = whileOpen(path, (file) => {
      const text = bytesAt(file, 0, headerBytes);
      const header = JSON.parse(text.toString()) as SegmentHeader;
      const seed = crc32(text);
      return { header, seed, filter: new Blocks(file, header, seed).block(0) };
    });
    this.#header = header;
    this.#seed = seed;
    this.#filter = filter;
  }

  get begin(): Mark {
    return this.#header.begin;
  }

  get end(): Mark {
    return this.#header.end;
  }

  mayHold(word: Word): boolean {
    return mayHold(this.#filter, word);
  }

  /** Throws `SegmentLost` where the file is not there any more, or is not as it was. */
  opened<T>(work: (part: OpenPart) => T): T {
    try {
      return whileOpen(this.#path, (file) => work(new Blocks(file, this.#header, this.#seed)));
    } catch (cause) {
      throw new SegmentLost(`the index in ${this.#path} cannot be used`, { cause });
    }
  }
}

/** The blocks of an open segment. */
class Blocks implements OpenPart {
  readonly #file: number;
  readonly #header: SegmentHeader;
  readonly #seed: number;
  /** The page read last: places are asked for in order. */
  #page: { readonly number: number; readonly bytes: Buffer } | undefined;

  constructor(file: number, header: SegmentHeader, seed: number) {
    this.#file = file;
    this.#header = header;
    this.#seed = seed;
  }

  positions({ high, low }: Word): readonly number[] {
    const { begin, blocks } = this.#header;
    const pages = pagesOf(this.#header);
    const bucket = this.block(1 + pages + (low % (blocks - pages - 1)));
    const found: (readonly number[])[] = [];
    for (let at = 0; at < bucket.length; ) {
      const count = bucket.readUInt16LE(at + 4);
      // Two words may have the same hash: the commits of both are given.
      if (bucket.readUInt32LE(at) === high) {
        found.push(
          Array.from(
            { length: count },
            (_, each) => begin.position + 1 + bucket.readUInt16LE(at + 6 + 2 * each),
          ),
        );
      }
      at += 6 + 2 * count;
    }
    return inOrder(found);
  }

  place(position: number): Place {
    const at = position - this.#header.begin.position - 1;
    const page = this.#pageAt(Math.floor(at / recordsPerPage));
    const base = page.readDoubleLE();
    const from = 8 + 4 * (at % recordsPerPage);
    const [start, end] = [page.readUInt32LE(from), page.readUInt32LE(from + 4)];
    return { position, start: base + start, end: base + end };
  }

  #pageAt(number: number): Buffer {
    if (this.#page?.number !== number) this.#page = { number, bytes: this.block(1 + number) };
    return this.#page.bytes;
  }

  /** A block as it was written. */
  block(number: number): Buffer {
    const { blocks, bytes } = this.#header;
    const first = headerBytes + 4 * blocks;
    const ends = headerBytes + 4 * number;
    const [from, to] =
      number === 0
        ? [first, bytesAt(this.#file, ends, ends + 4).readUInt32LE()]
        : endsIn(bytesAt(this.#file, ends - 4, ends + 4));
    if (from < first || to < from + checksumBytes || to > bytes) throw new Error("no such block");
    const block = bytesAt(this.#file, from, to);
    if (!isSealed(block, this.#seed, number)) throw new Error("a damaged block");
    return block.subarray(0, -checksumBytes);
  }
}

const endsIn = (bytes: Buffer): readonly [number, number] => [
  bytes.readUInt32LE(0),
  bytes.readUInt32LE(4),
];

const bytesAt = (file: number, from: number, to: number): Buffer => {
  const buffer = Buffer.allocUnsafe(to - from);
  let filled = 0;
  while (filled < buffer.length) {
    const read = readSync(file, buffer, filled, buffer.length - filled, from + filled);
    if (read === 0) throw new Error("a segment that was cut off");
    filled += read;
  }
  return buffer;
};

const whileOpen = <T>(path: string, work: (file: number) => T): T => {
  const file = openSync(path, forReading);
  try {
    return work(file);
  } finally {
    closeSync(file);
  }
};
