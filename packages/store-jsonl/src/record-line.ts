import { isUtf8 } from "node:buffer";
import { type Head, LedgerFault, type LedgerFaultName } from "@tongket/core/log";
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

/** What the last members of a commit say, read by their place in the text. */
export interface RecordTail extends Head {
  readonly prev: string;
}

/** Why a line is no record of the chain. */
export interface LineFault {
  readonly fault: LedgerFaultName;
  readonly facts: { readonly [name: string]: string | number };
  /** Of a record that is sound in itself. */
  readonly tail?: RecordTail;
}

const openBrace = 0x7b;

/** The members from `position` to the end, with a position of 16 digits. */
const tailBytesMax = 217;
const position = /,"position":([1-9]\d{0,15})/.source;
const prev = /,"prev":"([0-9a-f]{64})"/.source;
const recordedAt = /,"recordedAt":"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)"/.source;
const hash = /,"hash":"([0-9a-f]{64})"\}$/.source;
const tailPattern = new RegExp(position + prev + recordedAt + hash);

/** The tail of a commit whose stated hash is true of its bytes. */
export const sealedTail = ({ bytes, start, end }: Line): RecordTail | undefined => {
  if (bytes[start] !== openBrace) return undefined;
  const text = bytes.toString("latin1", Math.max(start, end - tailBytesMax), end);
  const found = tailPattern.exec(text);
  if (found === null || found[4] !== hashOfBytes(bytes, start, end)) return undefined;
  return {
    position: Number(found[1]),
    prev: found[2] as string,
    recordedAt: found[3] as Head["recordedAt"],
    hash: found[4],
  };
};

/** Reads a line as the record that follows `head`, or as any record where that is unknown. */
export const recordAfter = (head: Head | undefined, line: Line): RecordTail | LineFault => {
  if (line.end < line.start) return { fault: "BrokenRecord", facts: { bytesMax: lineBytesMax } };
  const tail = sealedTail(line);
  if (!isUtf8(line.bytes.subarray(line.start, line.end))) return { fault: "NotUtf8", facts: {} };
  if (tail === undefined) return { fault: "BrokenRecord", facts: {} };
  if (head === undefined) return tail;
  if (tail.position !== head.position + 1) {
    const facts = { expected: head.position + 1, found: tail.position };
    return { fault: "PositionGap", facts, tail };
  }
  if (tail.prev === head.hash) return tail;
  return { fault: "BrokenChain", facts: { expected: head.hash, found: tail.prev }, tail };
};

export const faultAt = (file: string, line: number, { fault, facts }: LineFault): LedgerFault =>
  new LedgerFault(fault, { file, line, ...facts });
