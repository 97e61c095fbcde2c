import { isUtf8 } from "node:buffer";
import { type Head, parseRecord, type RecordFault, type StoredCommit } from "@tongket/core/log";
import { soundLines } from "@tongket/core/sound-lines";
import type { Source } from "./ledger-file.ts";
import {
  type Block,
  bytesNow,
  fewBytes,
  lineBlocks,
  lineBlocksBackwards,
  newline,
} from "./line-blocks.ts";
import { faultAt, type Line, type Mark, recordAfter } from "./record-line.ts";

/** A commit and where its line stands. */
export interface PlacedCommit {
  readonly stored: StoredCommit;
  readonly mark: Mark;
}

/** Where an earlier reading found a record. */
export type Place = Pick<Mark, "position" | "start" | "end">;

const gapBytesMax = 8 * 1024;
const spanBytesMax = 256 * 1024;
/** After so many commits, or such bytes, a batch is full. */
const [batchCommits, batchBytes] = [64, 128 * 1024];

/** So many mostly lie in a small block. */
const fewCommits = 10;

/**
 * The commits behind a mark, up to an offset where a line ends; each is checked to be true of its
 * hash and to follow the one before. A line that does not is a fault, told after all before it.
 */
export async function* commitsAfter(
  source: Source,
  from: Mark,
  { to, limit = Number.POSITIVE_INFINITY }: { readonly to: number; readonly limit?: number },
): AsyncGenerator<readonly PlacedCommit[], void> {
  let head = from;
  let left = limit;
  const step = limit <= fewCommits ? fewBytes : undefined;
  for await (const { bytes, offset } of lineBlocks(source.file, from.end, to, step)) {
    const found: PlacedCommit[] = [];
    let broken: RecordFault | undefined;
    for (let start = 0; start < bytes.length && left > 0; start = head.end - offset) {
      const line = { bytes, start, end: bytes.indexOf(newline, start) };
      const placed = placedAfter(head, line, offset);
      if ("fault" in placed) {
        broken = placed;
        break;
      }
      found.push(placed);
      head = placed.mark;
      left -= 1;
    }
    if (found.length > 0) yield found;
    if (broken !== undefined) {
      throw faultAt(source.path, await lineNumber(source, head.end), broken);
    }
    if (left <= 0) return;
  }
}

/**
 * The lines of the same records up to the position `last`, held to their hashes as well, and not
 * parsed. Where a record stands behind that one, it has to follow it: else the last one may be one
 * that stands twice.
 */
export async function* linesAfter(
  source: Source,
  from: Head & Pick<Mark, "end">,
  { to, last }: { readonly to: number; readonly last: number },
): AsyncGenerator<Uint8Array, void> {
  let head: Head = from;
  for await (const { bytes, offset } of lineBlocks(source.file, from.end, to)) {
    const isText = isUtf8(bytes);
    let start = 0;
    let broken: RecordFault | undefined;
    while (start < bytes.length && broken === undefined && head.position < last) {
      const sound = isText ? soundLines(bytes.subarray(start), head, last + 1) : undefined;
      if (sound !== undefined && sound.count > 0) {
        head = sound.head;
        start += sound.end;
        continue;
      }
      const end = bytes.indexOf(newline, start);
      const record = recordAfter(head, { bytes, start, end, isUtf8: isText });
      if ("fault" in record) {
        broken = record;
      } else {
        head = record;
        start = end + 1;
      }
    }
    const isEnd = head.position >= last && start < bytes.length;
    if (isEnd) broken = faultBehind(head, { bytes, start, isUtf8: isText });
    if (start > 0) yield bytes.subarray(0, start);
    if (broken !== undefined) {
      throw faultAt(source.path, await lineNumber(source, offset + start), broken);
    }
    if (isEnd) return;
  }
}

/** What is wrong with the record that begins there. */
const faultBehind = (head: Head, line: Omit<Line, "end">): RecordFault | undefined => {
  const found = recordAfter(head, { ...line, end: line.bytes.indexOf(newline, line.start) });
  return "fault" in found ? found : undefined;
};

/** The same commits from the last one on, back to the first behind the position `after`. */
export async function* commitsBefore(
  source: Source,
  { to, after, limit }: { readonly to: number; readonly after: number; readonly limit: number },
): AsyncGenerator<readonly PlacedCommit[], void> {
  let later: StoredCommit | undefined;
  let left = limit;
  for await (const { bytes, offset } of lineBlocksBackwards(source.file, source.header.end, to)) {
    const found: PlacedCommit[] = [];
    for (let end = bytes.length - 1; end >= 0 && left > 0; ) {
      const start = end === 0 ? 0 : bytes.lastIndexOf(newline, end - 1) + 1;
      const head = offset + start === source.header.end ? source.header : undefined;
      const placed = placedBetween(head, { bytes, start, end }, later, offset);
      if ("fault" in placed) {
        if (found.length > 0) yield found;
        throw faultAt(source.path, await lineNumber(source, offset + start), placed);
      }
      if (placed.mark.position > after) found.push(placed);
      later = placed.stored;
      left = placed.mark.position > after + 1 ? left - 1 : 0;
      end = start - 1;
    }
    if (found.length > 0) yield found;
    if (left <= 0) return;
  }
}

/** The commits at places known from an earlier reading, near ones read at one go. */
export async function* commitsAt(
  source: Source,
  places: readonly Place[],
): AsyncGenerator<readonly StoredCommit[], void> {
  // One for all: a record is made text before the next is read.
  let buffer = Buffer.alloc(0);
  for (let next = 0; next < places.length; ) {
    const found: StoredCommit[] = [];
    let read = 0;
    while (next < places.length && found.length < batchCommits && read < batchBytes) {
      const { group, from, to } = nearPlaces(places, next);
      if (buffer.length < to - from) buffer = Buffer.allocUnsafe(Math.max(fewBytes, to - from));
      const bytes = bytesNow(source.file.fd, from, to, buffer);
      for (const place of group) found.push(storedAt(source, place, { bytes, offset: from }));
      next += group.length;
      read += to - from;
    }
    yield found;
  }
}

const storedAt = (
  { path }: Source,
  { position, start, end }: Place,
  { bytes, offset }: Block,
): StoredCommit => {
  const line = { bytes, start: start - offset, end: end - offset - 1 };
  const placed = placedAfter(undefined, line, offset);
  if ("fault" in placed) throw faultAt(path, position + 1, placed);
  const found = placed.mark.position;
  if (found === position) return placed.stored;
  const facts = { expected: position, found };
  throw faultAt(path, position + 1, { fault: "PositionGap", facts });
};

/** As many places from one on, forwards or backwards, as lie close together in the file. */
const nearPlaces = (places: readonly Place[], first: number) => {
  const group: Place[] = [];
  let [from, to] = [Number.POSITIVE_INFINITY, 0];
  for (let next = first; next < places.length; next += 1) {
    const { start, end } = places[next] as Place;
    const isNear = start - to <= gapBytesMax && from - end <= gapBytesMax;
    const span = Math.max(to, end) - Math.min(from, start);
    if (group.length > 0 && (!isNear || span > spanBytesMax)) break;
    group.push(places[next] as Place);
    [from, to] = [Math.min(from, start), Math.max(to, end)];
  }
  return { group, from, to };
};

/** The mark of the last record before an offset where a line ends. */
export const lastMark = async (source: Source, to: number): Promise<Mark> => {
  for await (const [last] of commitsBefore(source, { to, after: 0, limit: 1 })) {
    if (last !== undefined) return last.mark;
  }
  return source.header;
};

/** Reads a line as the commit that follows `head`, or as any where that is unknown. */
export const placedAfter = (
  head: Mark | undefined,
  line: Line,
  offset: number,
): PlacedCommit | RecordFault => {
  const tail = recordAfter(head, line);
  if ("fault" in tail) return tail;
  const text = line.bytes.toString("utf8", line.start, line.end);
  const commit = parseRecord(text);
  if (commit === undefined) return { fault: "BrokenRecord", facts: {} };
  const { position, hash, recordedAt } = tail;
  const [start, end] = [offset + line.start, offset + line.end + 1];
  return { stored: { commit, hash, text }, mark: { position, hash, recordedAt, start, end } };
};

const placedBetween = (
  head: Mark | undefined,
  line: Line,
  later: StoredCommit | undefined,
  offset: number,
): PlacedCommit | RecordFault => {
  const placed = placedAfter(head, line, offset);
  if ("fault" in placed || later === undefined) return placed;
  const { position, prev } = later.commit;
  if (placed.mark.position !== position - 1) {
    return { fault: "PositionGap", facts: { expected: position - 1, found: placed.mark.position } };
  }
  return placed.mark.hash === prev
    ? placed
    : { fault: "BrokenChain", facts: { expected: prev, found: placed.mark.hash } };
};

/** Counts lines from the start: only for the place of a fault, in a file that may lack some. */
const lineNumber = async ({ file }: Source, offset: number): Promise<number> => {
  let lines = 1;
  for await (const { bytes } of lineBlocks(file, 0, offset)) {
    for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) lines += 1;
  }
  return lines;
};
