import {
  addressOf,
  canonicalJson,
  decodeCommit,
  type RecordedEvent,
  withoutPlace,
} from "@tongket/core";
import {
  type Commit,
  commandIdsOf,
  type EventReversed,
  eventsOf,
  irreversible,
  isReversal,
  type LedgerHeader,
  placeLeftBy,
} from "@tongket/core/log";
import { illTyped, inputFault, type PlacedFault } from "./fault.ts";
import { ledgerPlacedFault } from "./ledger-failure.ts";

/** What the check of a ledger is told of the world around it. */
export interface Surroundings {
  readonly now: string;
  /** The regimes of the packs that are shipped. */
  readonly regimes: ReadonlySet<string>;
}

/** The records of a ledger, read anew at each call, in position order. */
export type ReadTexts = () => AsyncIterable<string>;

/**
 * What the bytes of a sound chain may still hide: events that are not of their shape or carry
 * other tags than they must, command ids used twice, time going back, reversals that do not say
 * what they reverse, facts in a place that was not freed for them, times ahead of the clock, and
 * a regime that no pack is of. Reads twice: first for the addresses that reversals name.
 */
export async function* deepCheck(
  header: LedgerHeader,
  read: ReadTexts,
  around: Surroundings,
): AsyncIterable<PlacedFault> {
  const named = new Set<string>();
  for await (const text of read()) {
    const decoded = decodeCommit(text);
    if (decoded.decoded === "Commit") {
      for (const event of eventsOf(decoded.stored.commit)) {
        if (isReversal(event)) named.add(event.data.target);
      }
    }
  }
  const check = new DeepCheck(header, named, around);
  yield* check.start();
  for await (const text of read()) yield* check.take(text);
  yield* check.end();
}

const dayInMs = 86_400_000;

class DeepCheck {
  readonly #named: ReadonlySet<string>;
  readonly #commandIds = new Map<string, number>();
  /** The events that reversals name, as recorded; null for those reversed already. */
  readonly #originals = new Map<string, string | null>();
  readonly #header: LedgerHeader;
  readonly #now: string;
  #recordedAt: string;
  #position = 0;
  #hasPack: boolean;

  constructor(header: LedgerHeader, named: ReadonlySet<string>, { now, regimes }: Surroundings) {
    this.#header = header;
    this.#now = now;
    this.#recordedAt = header.createdAt;
    this.#named = named;
    this.#hasPack = regimes.has(header.regime);
  }

  /** The faults of the header. */
  *start(): Iterable<PlacedFault> {
    yield* this.#clock(this.#header.createdAt);
  }

  /** What only the whole ledger tells. */
  *end(): Iterable<PlacedFault> {
    const { regime } = this.#header;
    if (!this.#hasPack) yield inputFault("RegimeWithoutPack", { regime }, { position: 0 });
  }

  /** The faults of the next record. */
  *take(text: string): Iterable<PlacedFault> {
    this.#position += 1;
    const decoded = decodeCommit(text);
    if (decoded.decoded === "Faulty") {
      for (const { path, expected, found } of decoded.faults) {
        yield illTyped(expected, found, { ...this.#place(), path });
      }
      return;
    }
    const { commit } = decoded.stored;
    yield* this.#order(commit);
    const events = eventsOf(commit);
    yield* this.#places(events);
    for (const event of events) {
      if (event.type === "RulePackRegistered") this.#register(event);
      if (isReversal(event)) yield* this.#reversal(event);
      else if (this.#named.has(addressOf(event)) && !irreversible.includes(event.type)) {
        this.#originals.set(addressOf(event), recordText(event));
      }
    }
  }

  *#order(commit: Commit): Iterable<PlacedFault> {
    const { position, recordedAt } = commit;
    if (position !== this.#position) {
      yield this.#fault("PositionGap", { expected: this.#position, found: position });
    }
    if (recordedAt < this.#recordedAt) {
      yield this.#fault("TimeGoesBack", { before: this.#recordedAt, found: recordedAt });
    }
    this.#recordedAt = recordedAt;
    yield* this.#clock(recordedAt);
    for (const id of commandIdsOf(commit)) {
      const first = this.#commandIds.get(id);
      if (first !== undefined) yield this.#fault("DuplicateCommand", { id, first });
      else this.#commandIds.set(id, position);
    }
  }

  /** The clock of a simulated ledger is told, and so never ahead. */
  *#clock(recordedAt: string): Iterable<PlacedFault> {
    if (this.#header.simulated === true) return;
    if (Date.parse(recordedAt) <= Date.parse(this.#now) + dayInMs) return;
    const facts = { found: recordedAt, now: this.#now };
    yield inputFault("RecordedAhead", facts, this.#place());
  }

  #register({ data }: RecordedEvent): void {
    const { content } = data as { readonly content: { readonly regime?: unknown } | null };
    if (content?.regime === this.#header.regime) this.#hasPack = true;
  }

  /** A fact takes only the place of one that its own commit reverses, on the same day. */
  *#places(events: readonly RecordedEvent[]): Iterable<PlacedFault> {
    const freed = new Set<string>();
    for (const event of events) {
      if (isReversal(event)) {
        const { target, original } = event.data;
        freed.add(`${event.effectiveOn} ${placeLeftBy(target, original)}`);
      } else if (event.inPlaceOf !== undefined) {
        const { inPlaceOf, effectiveOn } = event;
        if (freed.has(`${effectiveOn} ${inPlaceOf}`)) continue;
        const facts = { address: addressOf(event), inPlaceOf };
        yield inputFault("PlaceNotFreed", facts, this.#place());
      }
    }
  }

  *#reversal(event: RecordedEvent<EventReversed>): Iterable<PlacedFault> {
    const { target, original } = event.data;
    const facts = { address: addressOf(event), target };
    const recorded = this.#originals.get(target);
    if (recorded === undefined) {
      yield inputFault("ReversalOfNothing", facts, this.#place());
    } else if (recorded === null) {
      yield inputFault("ReversedTwice", facts, this.#place());
    } else {
      this.#originals.set(target, null);
      const isOnItsDay = original.effectiveOn === event.effectiveOn;
      if (canonicalJson(original) !== recorded || !isOnItsDay) {
        yield inputFault("ReversalDiffers", facts, this.#place());
      }
    }
  }

  #fault(name: string, facts: { readonly [name: string]: string | number }): PlacedFault {
    return { ...ledgerPlacedFault(name, facts, undefined), place: this.#place() };
  }

  #place(): { readonly position: number } {
    return { position: this.#position };
  }
}

/** An event as a reversal carries it. */
const recordText = (event: RecordedEvent): string => canonicalJson(withoutPlace(event));
