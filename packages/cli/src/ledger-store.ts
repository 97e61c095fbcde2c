import { stat } from "node:fs/promises";
import type { Checkpoints } from "@tongket/core";
import type { ChainVerdict, EventStore, LedgerHeader, VerifyOptions } from "@tongket/core/log";
import type { TornTail } from "@tongket/store-jsonl";
import { Deadline } from "./deadline.ts";
import { fileFailure, fileFault } from "./fault.ts";
import type { DatabasePlace, FilePlace, LedgerPlace, StoragePlace } from "./ledger-place.ts";
import { type Storage, sharedBy } from "./shared-storage.ts";
import { storeThrough } from "./store-through.ts";
import { storeWithin } from "./store-within.ts";
import type { Watching } from "./watched-store.ts";

/** A ledger that is open; of a file of lines also what a killed writer left at its end. */
export type OpenLedger = EventStore & { tornTail?(): Promise<TornTail | undefined> };

/** What the command line does with the ledgers of one kind of store. */
interface Driver<Place extends LedgerPlace> {
  open(place: Place, indexing?: Watching): Promise<OpenLedger>;
  create(place: Place, header: LedgerHeader): Promise<OpenLedger>;
  verify(place: Place, options: VerifyOptions): Promise<ChainVerdict>;
}

/** Opens the ledger at a place, and has it watched where an index has to be made first. */
export const openStore = (place: LedgerPlace, indexing?: Watching): Promise<OpenLedger> =>
  driverOf(place, (driver, at) => driver.open(at, indexing));

/** Makes a ledger at a place, and opens it. */
export const createStore = (place: LedgerPlace, header: LedgerHeader): Promise<OpenLedger> =>
  driverOf(place, (driver, at) => driver.create(at, header));

/** Hashes the stored bytes of the ledger at a place. */
export const verifyStore = (place: LedgerPlace, options: VerifyOptions): Promise<ChainVerdict> =>
  driverOf(place, (driver, at) => driver.verify(at, options));

/** Hands over a database with all the ledgers in it, and stays connected for as long. */
export const withStorage = async <T>(
  at: StoragePlace,
  use: (storage: Pick<Storage, "list" | "checkpoints">) => Promise<T>,
): Promise<T> => {
  const deadline = Deadline.of(at.ending);
  const storage = await deadline.within(() => connecting[at.kind](at));
  try {
    const { checkpoints } = storage;
    return await use({
      list: () => deadline.within(() => storage.list()),
      ...(checkpoints === undefined
        ? {}
        : { checkpoints: (ledger) => checkpointsWithin(checkpoints(ledger), deadline) }),
    });
  } finally {
    await storage.close();
  }
};

const checkpointsWithin = ({ load, save }: Checkpoints, deadline: Deadline): Checkpoints => ({
  load: (name) => deadline.within(() => load(name)),
  save: (name, value) => deadline.within(() => save(name, value)),
});

const driverOf = <T>(
  place: LedgerPlace,
  use: <Place extends LedgerPlace>(driver: Driver<Place>, place: Place) => Promise<T>,
): Promise<T> => {
  switch (place.kind) {
    case "jsonl":
      return use(jsonl, place);
    case "sqlite":
      return use(sqlite, place);
    case "postgres":
      return use(postgres, place);
    case "jetstream":
      return use(jetstream, place);
  }
};

// NOTE: each package is loaded when a ledger of its kind is named, and no other one.
const jsonl: Driver<FilePlace> = {
  open: async ({ path }, indexing) => {
    await demandRegular(path);
    const options = indexing === undefined ? {} : { indexing };
    return (await import("@tongket/store-jsonl")).openJsonlLedger(path, options);
  },
  create: async ({ path }, header) =>
    (await import("@tongket/store-jsonl")).createJsonlLedger(path, header),
  verify: async ({ path }, options) => {
    await demandRegular(path);
    return (await import("@tongket/store-jsonl")).verifyJsonl(path, options);
  },
};

const sqlite: Driver<FilePlace> = {
  open: async ({ path }) => {
    await demandRegular(path);
    return (await import("@tongket/store-sqlite")).openSqliteLedger(path);
  },
  create: async ({ path }, header) =>
    (await import("@tongket/store-sqlite")).createSqliteLedger(path, header),
  verify: async ({ path }, options) => {
    await demandRegular(path);
    return (await import("@tongket/store-sqlite")).verifySqlite(path, options);
  },
};

type Connect = (at: StoragePlace) => Promise<Storage>;

/** What to do with the ledgers of a storage that is connected to for each of them. */
const driverOn = (connect: Connect): Driver<DatabasePlace> => ({
  open: (at) => openWithin(at, connect, (storage) => storage.open(at.ledger)),
  create: (at, header) => openWithin(at, connect, (storage) => storage.create(header)),
  verify: (at, options) =>
    Deadline.of(at.ending).within(async () => {
      const storage = await connect(at);
      try {
        return await storage.verify(at.ledger, options);
      } finally {
        await storage.close();
      }
    }),
});

/** A ledger that the program waits for no longer than it may, however silent its server is. */
const openWithin = async (
  at: DatabasePlace,
  connect: Connect,
  open: (storage: Storage) => Promise<EventStore>,
): Promise<EventStore> => {
  const deadline = Deadline.of(at.ending);
  return storeWithin(await deadline.within(() => closedTogether(connect(at), open)), deadline);
};

const toPostgres: Connect = sharedBy(async ({ url }) =>
  (await import("@tongket/store-postgres")).openPostgresStorage({ url }),
);

const postgres = driverOn(toPostgres);

const toJetStream: Connect = sharedBy(async ({ url, env }) => {
  const { openJetStreamStorage, jetStreamOptionsOf } = await import("@tongket/store-jetstream");
  const { NATS_USER: user, NATS_PASSWORD: pass } = env;
  const login = user === undefined || pass === undefined ? {} : { user, pass };
  return openJetStreamStorage({ ...login, ...jetStreamOptionsOf(url) });
});
const jetstream = driverOn(toJetStream);

const connecting: { readonly [Kind in StoragePlace["kind"]]: Connect } = {
  postgres: toPostgres,
  jetstream: toJetStream,
};

/** A ledger of a storage, which is closed together with it. */
const closedTogether = async (
  connecting: Promise<Storage>,
  open: (storage: Storage) => Promise<EventStore>,
): Promise<EventStore> => {
  const storage = await connecting;
  try {
    const store = await open(storage);
    const close = async () => {
      await store.close();
      await storage.close();
    };
    return storeThrough(store, { close });
  } catch (error) {
    await storage.close();
    throw error;
  }
};

/** NOTE: looked at before it is opened, since opening a named pipe would wait for ever. */
const demandRegular = async (path: string): Promise<void> => {
  const found = await stat(path).catch((error: unknown) => {
    const { code } = error as NodeJS.ErrnoException;
    // The store itself tells what is missing.
    if (code !== "ENOENT") throw fileFault(path, error);
  });
  if (found === undefined) return;
  if (found.isDirectory()) throw fileFailure(path, "FileIsDirectory", { file: path });
  if (!found.isFile()) throw fileFailure(path, "FileNotRegular", { file: path });
};
