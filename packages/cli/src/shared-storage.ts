import type { Checkpoints } from "@tongket/core";
import type { ChainVerdict, LedgerStorage, VerifyOptions } from "@tongket/core/log";
import type { StoragePlace } from "./ledger-place.ts";

/** The ledgers of a database or a server, as far as they are used here. */
export interface Storage extends LedgerStorage {
  verify(ledger: string, options: VerifyOptions): Promise<ChainVerdict>;
  /** Where the checkpoints of a ledger are kept, if it keeps any. */
  readonly checkpoints?: (ledger: string) => Checkpoints;
  close(): Promise<void>;
}

interface Shared {
  readonly connecting: Promise<Storage>;
  users: number;
}

/** Connects once for all ledgers of a place that one call has open together. */
export const sharedBy = (connect: (at: StoragePlace) => Promise<Storage>) => {
  const calls = new WeakMap<StoragePlace["env"], Map<string, Shared>>();
  return async (at: StoragePlace): Promise<Storage> => {
    const open = calls.get(at.env) ?? new Map<string, Shared>();
    calls.set(at.env, open);
    const shared = open.get(at.url) ?? { connecting: connect(at), users: 0 };
    open.set(at.url, shared);
    shared.users += 1;
    const leave = (): boolean => {
      shared.users -= 1;
      return shared.users === 0 && open.delete(at.url);
    };
    const storage = await shared.connecting.catch((error: unknown) => {
      leave();
      throw error;
    });
    return {
      create: (header) => storage.create(header),
      open: (ledger) => storage.open(ledger),
      list: () => storage.list(),
      verify: (ledger, options) => storage.verify(ledger, options),
      ...(storage.checkpoints === undefined ? {} : { checkpoints: storage.checkpoints }),
      close: async () => {
        if (leave()) await storage.close();
      },
    };
  };
};
