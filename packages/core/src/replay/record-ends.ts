import type { Head } from "../log/commit.ts";
import { LedgerFault } from "../log/event-store.ts";
import { bytesOf, isDigit, quote, standsAt, textOf, zero } from "./bytes.ts";
import { Instants, instantLength } from "./instants.ts";

const beforePosition = bytesOf(',"position":');
const beforePrev = bytesOf(',"prev":"');
const beforeRecordedAt = bytesOf('","recordedAt":"');
const beforeHash = bytesOf('","hash":"');
const close = bytesOf('"}');
export const hashLength = 64;
/** The longest whole number that every digit counts in. */
const digitsMax = 15;

/** How far from the end of a record its last members begin, all but one of fixed length. */
export const hashFromEnd = close.length + hashLength;
export const instantFromEnd = hashFromEnd + beforeHash.length + instantLength;
const prevFromEnd = instantFromEnd + beforeRecordedAt.length + hashLength;
const positionFromEnd = prevFromEnd + beforePrev.length;

/**
 * The last members of records, one record after another. Each has to follow the one before: by its
 * position and by the hash that it names. Whether the hashes are true is not looked at.
 */
export class RecordEnds {
  readonly #instants = new Instants();
  #position: number;
  #recordedAt: Head["recordedAt"] | undefined;
  #bytes: Uint8Array;
  /** Where in the bytes the record ends. */
  #end = hashFromEnd;

  constructor({ position, hash, recordedAt }: Head) {
    this.#position = position;
    this.#bytes = bytesOf(`${hash}"}`);
    this.#recordedAt = recordedAt;
  }

  /** The record that was read last. */
  get head(): Head {
    const hash = textOf(this.hashBytes, 0, hashLength);
    return { position: this.#position, hash, recordedAt: this.recordedAt };
  }

  /** Its hash, as long as its bytes are there. */
  get hashBytes(): Uint8Array {
    const start = this.#end - hashFromEnd;
    return this.#bytes.subarray(start, start + hashLength);
  }

  get position(): number {
    return this.#position;
  }

  /** NOTE: put together when it is first asked for. */
  get recordedAt(): Head["recordedAt"] {
    this.#recordedAt ??= this.#instants.textOf(this.#bytes, this.#end - instantFromEnd);
    return this.#recordedAt;
  }

  /** Lets go of the bytes, which may be others by the time that more is asked. */
  letGo(): void {
    const start = Math.max(0, this.#end - instantFromEnd);
    this.#bytes = new Uint8Array(this.#bytes.subarray(start, this.#end));
    this.#end = this.#bytes.length;
  }

  /** Goes on to a record that was read in another way, and ends at an offset. */
  moveTo(bytes: Uint8Array, end: number, position: number): void {
    this.#position = position;
    this.#bytes = bytes;
    this.#end = end;
    this.#recordedAt = undefined;
  }

  /** Throws where the record between the offsets does not follow. */
  read(bytes: Uint8Array, start: number, end: number): void {
    const expected = this.#position + 1;
    const position = positionBefore(bytes, start, end - positionFromEnd);
    if (position === undefined || !hasFixedMembers(bytes, end)) {
      throw new LedgerFault("BrokenRecord", { position: expected });
    }
    if (position !== expected) {
      throw new LedgerFault("PositionGap", { position: expected, expected, found: position });
    }
    if (!this.#isAfter(bytes, end - prevFromEnd)) {
      throw new LedgerFault("BrokenChain", { position: expected });
    }
    this.moveTo(bytes, end, position);
  }

  /** Whether the hash that stands there is that of the record read last. */
  #isAfter(bytes: Uint8Array, prev: number): boolean {
    const [last, hash] = [this.#bytes, this.#end - hashFromEnd];
    for (let at = 0; at < hashLength; at += 1) {
      if (bytes[prev + at] !== last[hash + at]) return false;
    }
    return true;
  }
}

/** The position that ends at an offset of a record; undefined where there is none. */
const positionBefore = (bytes: Uint8Array, start: number, end: number): number | undefined => {
  let at = end;
  let position = 0;
  for (let place = 1; at > start && isDigit(bytes[at - 1]); place *= 10) {
    at -= 1;
    position += place * ((bytes[at] as number) - zero);
  }
  const digits = end - at;
  const member = at - beforePosition.length;
  const isThere = digits > 0 && digits <= digitsMax && member > start;
  return isThere && standsAt(bytes, member, beforePosition) ? position : undefined;
};

const hasFixedMembers = (bytes: Uint8Array, end: number): boolean =>
  standsAt(bytes, end - positionFromEnd, beforePrev) &&
  standsAt(bytes, end - prevFromEnd + hashLength, beforeRecordedAt) &&
  standsAt(bytes, end - instantFromEnd + instantLength, beforeHash) &&
  standsAt(bytes, end - close.length, close) &&
  areOneText(bytes, end - instantFromEnd, instantLength) &&
  areOneText(bytes, end - hashFromEnd, hashLength);

/** With a quote there might be other members among them. */
const areOneText = (bytes: Uint8Array, start: number, length: number): boolean => {
  for (let at = start; at < start + length; at += 1) if (bytes[at] === quote) return false;
  return true;
};
