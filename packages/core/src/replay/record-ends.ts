import type { Head } from "../log/commit.ts";
import { LedgerFault } from "../log/event-store.ts";
import { isDigit, wholeNumber } from "./json-text.ts";
import { Words } from "./words.ts";

const beforePosition = ',"position":';
const beforePrev = ',"prev":"';
const beforeRecordedAt = '","recordedAt":"';
const beforeHash = '","hash":"';
const close = '"}';
const hashLength = 64;
const instantLength = 24;

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
  #hash: string;
  #position: number;
  #recordedAt: Head["recordedAt"];
  #start = 0;

  constructor({ position, hash, recordedAt }: Head) {
    this.#position = position;
    this.#hash = hash;
    this.#recordedAt = recordedAt;
  }

  /** The record that was read last. */
  get head(): Head {
    return { position: this.#position, hash: this.#hash, recordedAt: this.#recordedAt };
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
  read(text: string, start: number, end: number): void {
    const expected = this.#position + 1;
    const position = this.#readPosition(text, start, end - positionFromEnd);
    const instant = end - recordedAtFromEnd;
    const recordedAt = this.#words.one(text.slice(instant, instant + instantLength));
    if (position === undefined || recordedAt === undefined || !hasFixedMembers(text, end)) {
      throw new LedgerFault("BrokenRecord", { position: expected });
    }
    if (position !== expected) {
      throw new LedgerFault("PositionGap", { position: expected, expected, found: position });
    }
    if (!text.startsWith(this.#hash, end - prevFromEnd)) {
      throw new LedgerFault("BrokenChain", { position: expected });
    }
    this.#position = position;
    this.#hash = text.slice(end - hashFromEnd, end - close.length);
    this.#recordedAt = recordedAt as Head["recordedAt"];
  }

  #readPosition(text: string, start: number, end: number): number | undefined {
    let at = end;
    while (at > start && isDigit(text.charCodeAt(at - 1))) at -= 1;
    this.#start = at - beforePosition.length;
    const isThere = this.#start > start && text.startsWith(beforePosition, this.#start);
    return isThere ? wholeNumber(text, at, end) : undefined;
  }
}

const hasFixedMembers = (text: string, end: number): boolean =>
  text.startsWith(beforePrev, end - positionFromEnd) &&
  text.startsWith(beforeRecordedAt, end - prevFromEnd + hashLength) &&
  text.startsWith(beforeHash, end - recordedAtFromEnd + instantLength) &&
  text.startsWith(close, end - close.length);
