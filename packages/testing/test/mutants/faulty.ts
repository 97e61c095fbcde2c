import {
  type EventStore,
  inMemoryStorage,
  type LedgerStorage,
  type StoredCommit,
} from "@tongket/core/log";

/** What a mutant does in another way than the store it stands before. */
export type Fault = (store: EventStore, beside: Beside) => Partial<EventStore>;

/** What all handles of a storage share. */
export interface Beside {
  readonly storage: LedgerStorage;
  readonly ledgers: string[];
}

/** Everything that a reading yields. */
export const allOf = async (
  store: EventStore,
  ...options: Parameters<EventStore["read"]>
): Promise<readonly StoredCommit[]> => {
  const found: StoredCommit[] = [];
  for await (const batch of store.read(...options)) found.push(...batch);
  return found;
};

/** A storage in memory, of which every handle has the fault. */
export const faulty = (fault: Fault): LedgerStorage => {
  const storage = inMemoryStorage();
  const beside: Beside = { storage, ledgers: [] };
  const withFault = (store: EventStore): EventStore => ({
    header: store.header,
    headerHash: store.headerHash,
    head: () => store.head(),
    append: (...given) => store.append(...given),
    appendVerbatim: (...given) => store.appendVerbatim(...given),
    read: (...given) => store.read(...given),
    subscribe: (...given) => store.subscribe(...given),
    find: (...given) => store.find(...given),
    close: () => store.close(),
    ...fault(store, beside),
  });
  return {
    create: async (header) => {
      const store = await storage.create(header);
      beside.ledgers.push(header.ledger);
      return withFault(store);
    },
    open: async (ledger) => withFault(await storage.open(ledger)),
    list: () => storage.list(),
  };
};

/** A broken store, with the case of the suite that tells it from a true one. */
export type Mutant = readonly [fault: string, killedBy: string, fault: Fault];
