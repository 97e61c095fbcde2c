import { isUtf8 } from "node:buffer";
import {
  type Head,
  LedgerFault,
  linkFaultOf,
  type RecordFault,
  type RecordTail,
} from "@tongket/core/log";
import { lineBytesMax } from "./line-blocks.ts";
import { hashOfBytes } from "./seal.ts";

/** A line in a buffer; `end` is before its newline, or -1 where it has none. */
export interface Line {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
}

/** Where a record stands in the file: from `start` to `end`, which is behind its newline. */
export interface Mark extends Head {
  readonly start: number;
  readonly end: number;
}

const openBrace = 0x7b;

/** The last members, with a position of 16 digits; all of them but that are of fixed length. */
const tailBytesMax = 217;
const behindPosition = 189;
const position = /,"position":([1-9]\d{0,15})$/;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** The tail of a commit whose stated hash is true of its bytes. */
export const sealedTail = ({ bytes, start, end }: Line): RecordTail | undefined => {
  const text = bytes.toString("latin1", Math.max(start, end - tailBytesMax), end);
  const at = text.length - behindPosition;
  const found = position.exec(text.slice(0, Math.max(0, at)));
  const isTail =
    bytes[start] === openBrace &&
    found !== null &&
    text.startsWith(',"prev":"', at) &&
    text.startsWith('","recordedAt":"', at + 73) &&
    text.startsWith('","hash":"', at + 113) &&
    text.endsWith('"}');
  const hash = text.slice(at + 123, -2);
  if (!isTail || hash !== hashOfBytes(bytes, start, end)) return undefined;
  const recordedAt = text.slice(at + 89, at + 113);
  if (!instant.test(recordedAt)) return undefined;
  const prev = text.slice(at + 9, at + 73);
  return { position: Number(found[1]), prev, recordedAt: recordedAt as Head["recordedAt"], hash };
};

/** Reads a line as the record that follows `head`, or as any record where that is unknown. */
export const recordAfter = (head: Head | undefined, line: Line): RecordTail | RecordFault => {
  if (line.end < line.start) return { fault: "BrokenRecord", facts: { bytesMax: lineBytesMax } };
  const tail = sealedTail(line);
  if (!isUtf8(line.bytes.subarray(line.start, line.end))) return { fault: "NotUtf8", facts: {} };
  if (tail === undefined) return { fault: "BrokenRecord", facts: {} };
  return (head && linkFaultOf(head, tail)) ?? tail;
};

export const faultAt = (file: string, line: number, { fault, facts }: RecordFault): LedgerFault =>
  new LedgerFault(fault, { file, line, ...facts });
