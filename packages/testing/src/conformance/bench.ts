import { ok } from "node:assert/strict";
import type { EventStore, LedgerHeader, LedgerStorage } from "@tongket/core/log";
import { newYear } from "./entries.ts";

/** What a case of the suite works with: new ledgers, and further handles of them. */
export class Bench {
  readonly storage: LedgerStorage;
  readonly #handles: EventStore[] = [];

  constructor(storage: LedgerStorage) {
    this.storage = storage;
  }

  /** A new, empty ledger, under an id that no ledger has had before. */
  async ledger(part: Partial<LedgerHeader> = {}): Promise<EventStore> {
    return this.#kept(await this.storage.create(headerOf(part)));
  }

  /** Another handle of the same ledger, as another process or a later one has it. */
  async again({ header }: EventStore): Promise<EventStore> {
    return this.#kept(await this.storage.open(header.ledger));
  }

  /** The same ledger after a restart: the first handle is closed, another one opened. */
  async reopened(store: EventStore): Promise<EventStore> {
    await store.close();
    return this.again(store);
  }

  /** Closes every handle, whatever became of the case. */
  async close(): Promise<void> {
    for (const handle of this.#handles) await handle.close();
  }

  #kept(handle: EventStore): EventStore {
    this.#handles.push(handle);
    return handle;
  }
}

/** A header under a new id. */
export const headerOf = (part: Partial<LedgerHeader> = {}): LedgerHeader => ({
  createdAt: newYear,
  ledger: `conformance-${crypto.randomUUID()}`,
  regime: "vn-party",
  tongket: 1,
  ...part,
});

/** One demand on a store: what it does, as a sentence, and how that is proved. */
export interface Demand {
  readonly says: string;
  readonly proved: (bench: Bench) => Promise<void>;
}

/** Waits until it holds; a second at most. */
export const withinASecond = async (
  what: string,
  holds: () => boolean | Promise<boolean>,
): Promise<void> => {
  const last = Date.now() + 1000;
  while (!(await holds())) {
    ok(Date.now() < last, `within a second: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};
