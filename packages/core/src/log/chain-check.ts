import { type Head, hashOfText } from "./commit.ts";
import type { LedgerFaultName } from "./event-store.ts";
import { type RecordTail, readHeader, tailIn } from "./record.ts";

/** Why a text is no record of the chain. */
export interface RecordFault {
  readonly fault: LedgerFaultName;
  readonly facts: { readonly [name: string]: string | number };
  /** Of a record that is sound in itself. */
  readonly tail?: RecordTail;
}

/** What is wrong with the record that is kept at a position; the header's is 0. */
export type FaultyRecord = Omit<RecordFault, "tail"> & { readonly position: number };

export type ChainVerdict =
  | { readonly verified: "Whole"; readonly commits: number; readonly head: Head }
  /** In the order of records, a hundred at most. */
  | { readonly verified: "Faulty"; readonly faults: readonly FaultyRecord[] };

export type KnownHead = Pick<Head, "position" | "hash">;

export interface VerifyOptions {
  /** A record that the ledger must hold, told from elsewhere. */
  readonly head?: KnownHead;
  /** An `AbortSignal`: the verification ends early, and rejects with its reason. */
  readonly signal?: { throwIfAborted(): void };
  /** Told from time to time how far it has come. */
  readonly at?: (position: number) => void;
}

/** A record as a database keeps it. */
export interface KeptText {
  readonly position: number;
  readonly text: string;
}

const faultsMax = 100;

/** What speaks against a record as the one that follows the head. */
export const linkFaultOf = (head: Head, tail: RecordTail): RecordFault | undefined => {
  if (tail.position !== head.position + 1) return gap(head.position + 1, tail);
  if (tail.prev === head.hash) return undefined;
  return { fault: "BrokenChain", facts: { expected: head.hash, found: tail.prev }, tail };
};

const gap = (expected: number, tail: RecordTail): RecordFault => ({
  fault: "PositionGap",
  facts: { expected, found: tail.position },
  tail,
});

/** Takes the records of a ledger one after another; each fault is told once. */
export class ChainCheck {
  readonly #known: readonly KnownHead[];
  readonly #faults: FaultyRecord[] = [];
  /** The record before; unknown behind a damaged one, so that one fault is told once. */
  #head: Head | undefined;
  /** The last position at which there is a record, sound or not. */
  #reached = 0;

  /** `known`: records that the ledger must hold, told from elsewhere. */
  constructor(known: readonly KnownHead[]) {
    this.#known = known;
  }

  get head(): Head | undefined {
    return this.#head;
  }

  get isFull(): boolean {
    return this.#faults.length >= faultsMax;
  }

  /** The next position, behind this one, whose record is known; Infinity where there is none. */
  knownBehind(position: number): number {
    return Math.min(...this.#known.map((one) => one.position).filter((one) => one > position));
  }

  /**
   * Takes records that follow the head, the last of which is given. NOTE: none that is known, whose
   * hash only `take` compares.
   */
  takeSound(last: Head): void {
    this.#head = last;
    this.#reached = last.position;
  }

  /** Takes the record that is kept at a position, or what is wrong with it. */
  take(position: number, found: Head | RecordFault): void {
    if (!("fault" in found) || found.fault !== "TornTail") this.#reached = position;
    if ("fault" in found) {
      const { fault, facts, tail } = found;
      this.#faults.push({ fault, position, facts });
      this.#head = tail;
      return;
    }
    const { hash, recordedAt } = found;
    this.#head = { position: found.position, hash, recordedAt };
    for (const known of this.#known) {
      if (found.position !== known.position || hash === known.hash) continue;
      const facts = { expected: known.hash, found: hash };
      this.#faults.push({ fault: "UnequalPrefix", position, facts });
    }
  }

  verdict(): ChainVerdict {
    const [head, faults] = [this.#head, this.#faults];
    // Behind any other fault it is not known how far the ledger goes.
    const isReadToEnd = faults.every(({ fault }) => fault === "TornTail");
    const missing = this.#known.find(({ position }) => position > this.#reached);
    if (isReadToEnd && missing !== undefined) {
      const facts = { after: missing.position, head: this.#reached };
      const position = this.#reached + 1;
      return {
        verified: "Faulty",
        faults: [...faults, { fault: "PositionBeyondHead", position, facts }],
      };
    }
    if (faults.length > 0 || head === undefined) return { verified: "Faulty", faults };
    return { verified: "Whole", commits: head.position, head };
  }
}

/**
 * Hashes the texts that a database keeps, in the order of their positions, and follows the chain;
 * parses none but the header. Names the position of any text that was changed, moved or removed.
 */
export const verifyTexts = async (
  texts: AsyncIterable<KeptText> | Iterable<KeptText>,
  known: readonly KnownHead[],
): Promise<ChainVerdict> => {
  const check = new ChainCheck(known);
  let isFirst = true;
  for await (const kept of texts) {
    if (isFirst) check.take(0, kept.position === 0 ? headerOf(kept.text) : noHeader);
    else check.take(kept.position, recordOf(kept, check.head));
    if (check.isFull || (isFirst && kept.position !== 0)) return check.verdict();
    isFirst = false;
  }
  if (isFirst) check.take(0, noHeader);
  return check.verdict();
};

const noHeader: RecordFault = { fault: "NotALedger", facts: { found: "no header of a ledger" } };

const headerOf = (text: string): Head | RecordFault => {
  if (hashOfText(text) !== undefined) return readHeader(text).head;
  return text.startsWith('{"createdAt":"') ? { fault: "BrokenRecord", facts: {} } : noHeader;
};

/** The record of a text, or what speaks against it where it is kept. */
const recordOf = (
  { position, text }: KeptText,
  head: Head | undefined,
): RecordTail | RecordFault => {
  const tail = hashOfText(text) === undefined ? undefined : tailIn(text);
  if (tail === undefined) return { fault: "BrokenRecord", facts: {} };
  const fault = head === undefined ? undefined : linkFaultOf(head, tail);
  if (fault !== undefined) return fault;
  return tail.position === position ? tail : gap(position, tail);
};
