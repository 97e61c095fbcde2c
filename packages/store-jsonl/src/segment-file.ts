import { closeSync, fstatSync, openSync } from "node:fs";
import { crc32 } from "node:zlib";
import { forReading } from "./beside-file.ts";
import { type IndexPart, inOrder, type OpenPart } from "./index-part.ts";
import { bytesNow } from "./line-blocks.ts";
import type { Mark } from "./record-line.ts";
import type { Place } from "./record-reader.ts";
import {
  checksumBytes,
  headerBytes,
  headerIn,
  isSealed,
  pagesOf,
  recordsPerPage,
  type SegmentHeader,
} from "./segment-layout.ts";
import { siteOf } from "./site.ts";
import type { Word } from "./word.ts";
import { mayHold } from "./word-filter.ts";

/** Bytes of a segment. */
interface Stretch {
  readonly bytes: Buffer;
  /** Where in the file the first of them stands. */
  readonly offset: number;
}

/** A segment that cannot be read, or not as it was written: its commits have to be read again. */
export class SegmentLost extends Error {
  override readonly name = "SegmentLost";
}

/**
 * A part of an index in a file. Only its header stays in memory, and its filter once a word was
 * looked for; the file is opened for each look into it: a long ledger has more of them than a
 * process may hold open.
 */
export class SegmentFile implements IndexPart {
  /** The header as it is written. */
  readonly bytes: Buffer;
  readonly #header: SegmentHeader;
  readonly #path: string;
  readonly #seed: number;
  #filter: Buffer | "lost" | undefined;

  /**
   * Where its header is known the file is not opened yet; its blocks have to be of that header.
   * Throws where there is no segment at the path, or where it is damaged as far as its header.
   */
  constructor(path: string, bytes: Buffer = headerAt(path)) {
    this.bytes = bytes;
    this.#path = path;
    this.#header = headerIn(bytes);
    this.#seed = crc32(bytes);
  }

  get begin(): Mark {
    return this.#header.begin;
  }

  get end(): Mark {
    return this.#header.end;
  }

  mayBeOf(year: number): boolean {
    return this.#header.years?.includes(year) ?? true;
  }

  mayHold(word: Word): boolean {
    this.#filter ??= this.#readFilter();
    return this.#filter === "lost" || mayHold(this.#filter, word);
  }

  #readFilter(): Buffer | "lost" {
    try {
      return this.#whileOpen((blocks) => blocks.block(0));
    } catch {
      return "lost";
    }
  }

  /** Throws `SegmentLost` where the file is not there any more, or is not as it was. */
  opened<T>(work: (part: OpenPart) => T): T {
    try {
      if (this.#filter === "lost") throw new Error("a damaged filter");
      return this.#whileOpen(work);
    } catch (cause) {
      throw new SegmentLost(`the index in ${this.#path} cannot be used`, { cause });
    }
  }

  #whileOpen<T>(work: (blocks: Blocks) => T): T {
    return whileOpen(this.#path, (file) => work(new Blocks(file, this.#header, this.#seed)));
  }
}

/** The blocks of an open segment. */
class Blocks implements OpenPart {
  readonly #file: number;
  readonly #header: SegmentHeader;
  readonly #seed: number;
  /** Where each block ends, as the file lists them. */
  #ends: Buffer | undefined;
  /** All pages, one behind the other. */
  #pages: Stretch | undefined;
  /** The page asked for last: places are asked for in order. */
  #page: { readonly number: number; readonly bytes: Buffer } | undefined;
  /** What was looked up: several items may ask for the same type. */
  readonly #found = new Map<string, readonly number[]>();

  constructor(file: number, header: SegmentHeader, seed: number) {
    this.#file = file;
    this.#header = header;
    this.#seed = seed;
  }

  sites(word: Word): readonly number[] {
    const known = this.#found.get(word.key) ?? this.#lookUp(word);
    this.#found.set(word.key, known);
    return known;
  }

  #lookUp({ high, low }: Word): readonly number[] {
    const { begin, blocks } = this.#header;
    const pages = pagesOf(this.#header);
    const firstSite = siteOf(begin.position + 1, 0);
    const bucket = this.block(1 + pages + (low % (blocks - pages - 1)));
    const found: (readonly number[])[] = [];
    for (let at = 0; at < bucket.length; ) {
      const count = 1 + bucket.readUInt16LE(at + 4);
      // Two words may have the same hash: the events of both are given.
      if (bucket.readUInt32LE(at) === high) {
        const sites = new Array<number>(count);
        for (let each = 0; each < count; each += 1) {
          sites[each] = firstSite + bucket.readUInt16LE(at + 6 + 2 * each);
        }
        found.push(sites);
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
    if (this.#page?.number !== number) {
      this.#pages ??= this.#stretch(1, pagesOf(this.#header));
      this.#page = { number, bytes: this.#blockIn(this.#pages, 1 + number) };
    }
    return this.#page.bytes;
  }

  /** A block as it was written. */
  block(number: number): Buffer {
    return this.#blockIn(this.#stretch(number, number), number);
  }

  #blockIn({ bytes, offset }: Stretch, number: number): Buffer {
    const [from, to] = [this.#endOf(number - 1), this.#endOf(number)];
    const block = bytes.subarray(from - offset, to - offset);
    if (!isSealed(block, this.#seed, number)) throw new Error("a damaged block");
    return block.subarray(0, -checksumBytes);
  }

  /** The bytes from one block to another. */
  #stretch(first: number, last: number): Stretch {
    const [from, to] = [this.#endOf(first - 1), this.#endOf(last)];
    if (to > this.#header.bytes) throw cutOff();
    return { bytes: bytesAt(this.#file, from, to), offset: from };
  }

  /** Where a block ends; of the one before the first, where that begins. */
  #endOf(number: number): number {
    const start = headerBytes + 4 * this.#header.blocks;
    this.#ends ??= bytesAt(this.#file, headerBytes, start);
    if (number < 0) return start;
    return this.#ends.readUInt32LE(4 * number);
  }
}

/** The headers of several segments, one after the other in a file; none where it cannot be read. */
export const headersIn = (path: string): readonly Buffer[] => {
  try {
    const bytes = whileOpen(path, (file) => bytesNow(file, 0, fstatSync(file).size));
    return Array.from({ length: Math.floor(bytes.length / headerBytes) }, (_, at) =>
      bytes.subarray(at * headerBytes, (at + 1) * headerBytes),
    );
  } catch {
    return [];
  }
};

const headerAt = (path: string): Buffer =>
  whileOpen(path, (file) => {
    const bytes = bytesAt(file, 0, headerBytes);
    if (fstatSync(file).size !== headerIn(bytes).bytes) throw cutOff();
    return bytes;
  });

const bytesAt = (file: number, from: number, to: number): Buffer => {
  const bytes = bytesNow(file, from, to);
  if (bytes.length < to - from) throw cutOff();
  return bytes;
};

const cutOff = (): Error => new Error("a segment that was cut off");

const whileOpen = <T>(path: string, work: (file: number) => T): T => {
  const file = openSync(path, forReading);
  try {
    return work(file);
  } finally {
    closeSync(file);
  }
};
