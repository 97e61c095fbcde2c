import type { Head } from "../log/commit.ts";
import { LedgerFault } from "../log/event-store.ts";
import { bytesOf, nine, startsWith, textOf, Words, zero } from "./words.ts";

const beforePosition = bytesOf(',"position":');
const beforePrev = bytesOf(',"prev":"');
const beforeRecordedAt = bytesOf('","recordedAt":"');
const beforeHash = bytesOf('","hash":"');
const close = bytesOf('"}');
const hashLength = 64;
const instantLength = 24;
const digitsMax = 16;

/** How far from the end of a record its last members begin, all but one of fixed length. */
const hashFromEnd = close.length + hashLength;
const recordedAtFromEnd = hashFromEnd + beforeHash.length + instantLength;
const prevFromEnd = recordedAtFromEnd + beforeRecordedAt.length + hashLength;
const positionFromEnd = prevFromEnd + beforePrev.length;

/**
 * The last members of records, one record after another. Each has to follow the one before: by its
 * position and by the hash that it names. Whether the hashes are true is not looked at.
 */
export class RecordEnds {
  readonly #words = new Words();
  #hash: Uint8Array;
  #position: number;
  #recordedAt: Head["recordedAt"];
  #start = 0;

  constructor(head: Head) {
    this.#hash = bytesOf(head.hash);
    this.#position = head.position;
    this.#recordedAt = head.recordedAt;
  }

  /** The record that was read last. */
  get head(): Head {
    const [position, recordedAt] = [this.#position, this.#recordedAt];
    return { position, hash: textOf(this.#hash), recordedAt };
  }

  get position(): number {
    return this.#position;
  }

  get recordedAt(): Head["recordedAt"] {
    return this.#recordedAt;
  }

  /** Where its last members begin. */
  get start(): number {
    return this.#start;
  }

  /** Throws where the record between the offsets does not follow. */
  read(bytes: Uint8Array, start: number, end: number): void {
    const expected = this.#position + 1;
    const position = this.#readPosition(bytes, start, end);
    if (position === undefined || !hasFixedMembers(bytes, end)) {
      throw new LedgerFault("BrokenRecord", { position: expected });
    }
    if (position !== expected) {
      throw new LedgerFault("PositionGap", { position: expected, expected, found: position });
    }
    if (!startsWith(bytes, end - prevFromEnd, this.#hash)) {
      throw new LedgerFault("BrokenChain", { position: expected });
    }
    this.#position = position;
    this.#hash = bytes.slice(end - hashFromEnd, end - close.length);
    const instant = end - recordedAtFromEnd;
    const recordedAt = this.#words.text(bytes, instant, instant + instantLength);
    this.#recordedAt = (recordedAt ?? "") as Head["recordedAt"];
  }

  #readPosition(bytes: Uint8Array, start: number, end: number): number | undefined {
    let at = end - positionFromEnd;
    const first = Math.max(start, at - digitsMax);
    let position = 0;
    for (let unit = 1; at > first && isDigit(bytes[at - 1]); unit *= 10) {
      at -= 1;
      position += unit * ((bytes[at] as number) - zero);
    }
    this.#start = at - beforePosition.length;
    const isPosition = this.#start > start && bytes[at] !== zero && position > 0;
    return isPosition && startsWith(bytes, this.#start, beforePosition) ? position : undefined;
  }
}

const hasFixedMembers = (bytes: Uint8Array, end: number): boolean =>
  startsWith(bytes, end - positionFromEnd, beforePrev) &&
  startsWith(bytes, end - prevFromEnd + hashLength, beforeRecordedAt) &&
  startsWith(bytes, end - recordedAtFromEnd + instantLength, beforeHash) &&
  startsWith(bytes, end - close.length, close);

const isDigit = (byte: number | undefined): boolean =>
  byte !== undefined && byte >= zero && byte <= nine;
