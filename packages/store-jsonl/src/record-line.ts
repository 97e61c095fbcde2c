import { isUtf8 } from "node:buffer";
import {
  type Head,
  hashOfBytes,
  LedgerFault,
  linkFaultOf,
  type RecordFault,
  type RecordTail,
} from "@tongket/core/log";
import { lineBytesMax } from "./line-blocks.ts";

/** A line in a buffer; `end` is before its newline, or -1 where it has none. */
export interface Line {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
  /** That all the bytes are UTF-8 was seen before. */
  readonly isUtf8?: boolean;
}

/** Where a record stands in the file: from `start` to `end`, which is behind its newline. */
export interface Mark extends Head {
  readonly start: number;
  readonly end: number;
}

const [openBrace, carriageReturn] = [0x7b, 0x0d];

/** The last members but the position, all of fixed length. */
const tailBytes = 189;
const beforePosition = Buffer.from(',"position":');
const digitsMax = 16;
const [zero, nine] = [0x30, 0x39];
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** The tail of a commit whose stated hash is true of its bytes. */
export const sealedTail = ({ bytes, start, end }: Line): RecordTail | undefined => {
  const position = positionBefore(bytes, start, end - tailBytes);
  if (position === undefined || bytes[start] !== openBrace) return undefined;
  const text = bytes.toString("latin1", end - tailBytes, end);
  const isTail =
    text.startsWith(',"prev":"') &&
    text.startsWith('","recordedAt":"', 73) &&
    text.startsWith('","hash":"', 113) &&
    text.endsWith('"}');
  const hash = text.slice(123, -2);
  if (!isTail || hash !== hashOfBytes(bytes, start, end)) return undefined;
  const recordedAt = text.slice(89, 113);
  if (!instant.test(recordedAt)) return undefined;
  return { position, prev: text.slice(9, 73), recordedAt: recordedAt as Head["recordedAt"], hash };
};

/** The position that a record states before an offset. */
const positionBefore = (bytes: Buffer, start: number, end: number): number | undefined => {
  let [position, at] = [0, end - 1];
  for (let place = 1; at > start && at >= end - digitsMax; at -= 1, place *= 10) {
    const digit = bytes[at] as number;
    if (digit < zero || digit > nine) break;
    position += place * (digit - zero);
  }
  const from = at + 1 - beforePosition.length;
  const isStated = from > start && at < end - 1 && bytes[at + 1] !== zero;
  if (!isStated) return undefined;
  for (let index = 0; index < beforePosition.length; index += 1) {
    if (bytes[from + index] !== beforePosition[index]) return undefined;
  }
  return position;
};

/** Reads a line as the record that follows `head`, or as any record where that is unknown. */
export const recordAfter = (head: Head | undefined, line: Line): RecordTail | RecordFault => {
  if (line.end < line.start) return { fault: "BrokenRecord", facts: { bytesMax: lineBytesMax } };
  const tail = sealedTail(line);
  if (line.isUtf8 !== true && !isUtf8(line.bytes.subarray(line.start, line.end))) {
    return { fault: "NotUtf8", facts: {} };
  }
  if (tail === undefined) return { fault: "BrokenRecord", facts: lineEndIn(line) };
  return (head && linkFaultOf(head, tail)) ?? tail;
};

/** What a program leaves that writes lines as Windows does. */
export const lineEndIn = ({ bytes, end }: Pick<Line, "bytes" | "end">) =>
  bytes[end - 1] === carriageReturn ? { lineEnd: "CR LF" } : {};

export const faultAt = (file: string, line: number, { fault, facts }: RecordFault): LedgerFault =>
  new LedgerFault(fault, { file, line, ...facts });
