import type { Head } from "../log/commit.ts";
import { bytesOf, nine, startsWith, textOf, zero } from "./words.ts";

const beforePosition = bytesOf(',"position":');
const beforePrev = bytesOf(',"prev":"');
const beforeRecordedAt = bytesOf('","recordedAt":"');
const beforeHash = bytesOf('","hash":"');
const close = bytesOf('"}');
const hashLength = 64;
const instantLength = 24;
const digitsMax = 16;

/** How far from the end of a record its last members stand, all but one of fixed length. */
const hashFromEnd = close.length + hashLength;
const recordedAtFromEnd = hashFromEnd + beforeHash.length + instantLength;
const prevFromEnd = recordedAtFromEnd + beforeRecordedAt.length + hashLength;
const positionFromEnd = prevFromEnd + beforePrev.length;

/** What the last members of a record say, in bytes that are good until the next. */
export interface RecordEnd {
  readonly position: number;
  readonly recordedAt: Head["recordedAt"];
  readonly prev: Uint8Array;
  readonly hash: Uint8Array;
  /** Where they begin. */
  readonly start: number;
}

/** Reads them by their place; undefined where they are not so. */
export const recordEnd = (bytes: Uint8Array, start: number, end: number): RecordEnd | undefined => {
  const digitsEnd = end - positionFromEnd;
  const isEnd =
    digitsEnd > start &&
    startsWith(bytes, digitsEnd, beforePrev) &&
    startsWith(bytes, end - prevFromEnd + hashLength, beforeRecordedAt) &&
    startsWith(bytes, end - recordedAtFromEnd + instantLength, beforeHash) &&
    startsWith(bytes, end - close.length, close);
  if (!isEnd) return undefined;
  let at = digitsEnd;
  let position = 0;
  for (let unit = 1; isDigit(bytes[at - 1]) && digitsEnd - at < digitsMax; unit *= 10) {
    at -= 1;
    position += unit * ((bytes[at] as number) - zero);
  }
  const first = at - beforePosition.length;
  if (first < start || bytes[at] === zero || !startsWith(bytes, first, beforePosition)) {
    return undefined;
  }
  const [recordedAt, hash] = [end - recordedAtFromEnd, end - hashFromEnd];
  return {
    position,
    recordedAt: textOf(bytes.subarray(recordedAt, recordedAt + instantLength)) as never,
    prev: bytes.subarray(end - prevFromEnd, end - prevFromEnd + hashLength),
    hash: bytes.subarray(hash, hash + hashLength),
    start: first,
  };
};

const isDigit = (byte: number | undefined): boolean =>
  byte !== undefined && byte >= zero && byte <= nine;
