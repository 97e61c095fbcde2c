import { type EventStore, type Head, hashAt } from "@tongket/core/log";
import { isEnding } from "./ending.ts";
import { Failure, type InputFacts, inputFault } from "./fault.ts";
import { failureIn, isLedgerFault } from "./ledger-failure.ts";
import type { LedgerPlace } from "./ledger-place.ts";

/** A ledger that takes part in a copy, and where it is kept. */
export interface Side {
  readonly place: LedgerPlace;
  readonly store: EventStore;
}

export interface Sides {
  readonly from: Side;
  readonly to: Side;
}

/** Throws where the place of a copy is, or would be, that of a ledger of another id. */
export const demandId = ({ header }: EventStore, found: string, place: LedgerPlace): void => {
  if (found === header.ledger) return;
  throw refused("LedgersDiffer", { from: header.ledger, to: found }, place);
};

/** Throws unless the second ledger is the beginning of the first, byte by byte. */
export const demandCopy = async ({ from, to }: Sides): Promise<void> => {
  const [one, other] = [from.store, to.store];
  demandId(one, other.header.ledger, to.place);
  if (one.headerHash !== other.headerHash) throw refused("HeadersDiffer", {}, to.place);
  const [have, held] = [await headOf(from), await headOf(to)];
  const common = Math.min(have.position, held.position);
  if ((await hashOf(from, common)) !== (await hashOf(to, common))) {
    const position = await firstDifference({ from, to }, common);
    throw refused("CopyDiverged", { position }, to.place);
  }
  if (held.position > have.position) {
    throw refused("CopyAhead", { position: held.position, head: have.position }, to.place);
  }
};

/** What stands behind a copy; it ended before the ledger did where there is a failure. */
export interface Copied {
  readonly copied: number;
  readonly head: Head;
  /** What is wrong with the ledger that is read. */
  readonly failure?: Failure;
}

/** Copies what the second ledger lacks, bit by bit; ends early where it is asked to. */
export const copyRecords = async (
  { from, to }: Sides,
  ending: AbortSignal,
  at: (position: number) => void = () => {},
): Promise<Copied> => {
  let head = await headOf(to);
  const { position: before } = head;
  let failure: Failure | undefined;
  const texts = textsBehind(from.store, head);
  const failing = (error: unknown): void => {
    const told = failureIn(error, from.place);
    if (!(told instanceof Failure)) throw told;
    failure = told;
  };
  for await (const group of inGroups(untilFailing(texts, failing), ending)) {
    const onto = { after: head.position, prev: head.hash };
    try {
      head = await to.store.appendVerbatim(group, onto);
    } catch (error) {
      if (!isOfRecordBehind(head, error)) throw failureIn(error, to.place);
      failing(error);
      break;
    }
    at(head.position);
    if (await isEnding(ending)) break;
  }
  return { copied: head.position - before, head, ...(failure && { failure }) };
};

/** Whether a fault is of a record that was to be written behind a head, and so of its source. */
const isOfRecordBehind = (head: Head, error: unknown): boolean =>
  isLedgerFault(error) &&
  (error.fault === "DuplicateCommand" || Number(error.facts["position"]) > head.position);

/** The records behind a head, not parsed where the store keeps lines: who writes them does that. */
async function* textsBehind(store: EventStore, head: Head): AsyncIterable<readonly string[]> {
  if (store.lines === undefined) {
    for await (const batch of store.read({ after: head.position })) {
      yield batch.map(({ text }) => text);
    }
  } else {
    for await (const { buffer, byteOffset, length } of store.lines({ after: head })) {
      // Without the last newline, behind which an empty text would stand.
      const lines = Buffer.from(buffer, byteOffset, length - 1);
      yield lines.toString().split("\n");
    }
  }
}

/** Of so many characters at least records are written, and waited for, together. */
const groupLengthMin = 500_000;

async function* inGroups(
  batches: AsyncIterable<readonly string[]>,
  ending: AbortSignal,
): AsyncIterable<readonly string[]> {
  let texts: string[] = [];
  let length = 0;
  for await (const batch of batches) {
    for (const text of batch) {
      texts.push(text);
      length += text.length;
    }
    if (length < groupLengthMin && !(await isEnding(ending))) continue;
    yield texts;
    texts = [];
    length = 0;
  }
  if (texts.length > 0) yield texts;
}

/** What can be read before it fails. */
async function* untilFailing<T>(
  batches: AsyncIterable<T>,
  failing: (error: unknown) => void,
): AsyncIterable<T> {
  try {
    yield* batches;
  } catch (error) {
    failing(error);
  }
}

const headOf = (side: Side): Promise<Head> => placedAt(side, side.store.head());

const hashOf = (side: Side, position: number): Promise<string | undefined> =>
  placedAt(side, hashAt(side.store, position));

/** What is wrong with a ledger is told in its place. */
const placedAt = <T>({ place }: Side, work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    throw failureIn(error, place);
  });

/** Each record names the hash of the one before, so what is equal once was equal till there. */
const firstDifference = async ({ from, to }: Sides, common: number): Promise<number> => {
  let [low, high] = [0, common];
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    const isEqual = (await hashOf(from, middle)) === (await hashOf(to, middle));
    if (isEqual) low = middle;
    else high = middle;
  }
  return high;
};

type Reason = "LedgersDiffer" | "HeadersDiffer" | "CopyDiverged" | "CopyAhead";

/** A copy that would not be one. */
const refused = <Name extends Reason>(
  rule: Name,
  facts: InputFacts<Name>,
  { shown }: LedgerPlace,
): Failure => new Failure("refused", [inputFault(rule, facts, { file: shown })]);
