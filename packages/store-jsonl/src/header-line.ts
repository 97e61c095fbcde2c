import {
  type Head,
  hashOfBytes,
  type LedgerHeader,
  parseRecord,
  type RecordFault,
} from "@tongket/core/log";
import { newline } from "./line-blocks.ts";
import { lineEndIn, type Mark } from "./record-line.ts";

export interface HeaderLine {
  readonly header: LedgerHeader;
  readonly mark: Mark;
}

/** More than any header needs: its longest members are two ids. */
export const headerBytesMax = 4096;

const beginning = '{"createdAt":"';
const byteOrderMark = "\ufeff";
const pattern = /^\{"createdAt":"([0-9TZ:.-]{24})",.*,"tongket":1,"hash":"([0-9a-f]{64})"\}$/su;

/** Reads the header from the first bytes of a file: what kind of file it is, if it is no ledger. */
export const headerIn = (bytes: Buffer): HeaderLine | RecordFault => {
  const end = bytes.indexOf(newline);
  const line = bytes.subarray(0, end === -1 ? bytes.length : end);
  const [, createdAt, hash] = pattern.exec(line.toString("latin1")) ?? [];
  if (hash === undefined || hash !== hashOfBytes(line, 0, line.length)) return damaged(bytes, line);
  if (end === -1) return { fault: "TornTail", facts: { bytes: line.length } };
  const header = parseRecord(line.toString()) as Partial<LedgerHeader> | undefined;
  if (typeof header?.ledger !== "string" || typeof header.regime !== "string") {
    return damaged(bytes, line);
  }
  const recordedAt = createdAt as Head["recordedAt"];
  const mark = { position: 0, hash, recordedAt, start: 0, end: end + 1 };
  return { header: header as LedgerHeader, mark };
};

const damaged = (bytes: Buffer, line: Buffer): RecordFault => {
  if (bytes.length === 0) return { fault: "NotALedger", facts: { found: "an empty file" } };
  const text = line.toString();
  if (text.startsWith(byteOrderMark + beginning)) {
    return { fault: "BrokenRecord", facts: { before: "a byte order mark" } };
  }
  return text.startsWith(beginning)
    ? { fault: "BrokenRecord", facts: lineEndIn({ bytes: line, end: line.length }) }
    : { fault: "NotALedger", facts: { found: "no header of a ledger" } };
};
