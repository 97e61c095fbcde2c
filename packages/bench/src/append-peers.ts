/**
 * Other event stores for `bench:appends`. They are asked for by `require` and with types of our
 * own, so that the types of the repository hold where they are not installed.
 */
import { createRequire } from "node:module";

const load = createRequire(import.meta.url);

/** An event before a store makes it its own: some 200 bytes of JSON. */
export interface Plain {
  readonly type: string;
  readonly effectiveOn: string;
  readonly branch: string;
  readonly data: { readonly branch: string; readonly [member: string]: unknown };
}

/** An empty store for one round: each branch is a stream, an aggregate or a tag of its own. */
export interface Writer {
  /** One append, of events of one branch, if none of it came in since the last one. */
  append(events: readonly Plain[]): Promise<void>;
  /** One append of events of many branches, all or none. */
  appendMany(events: readonly Plain[]): Promise<void>;
  /** Reads all of it. */
  eventsRead(): Promise<number>;
  close(): Promise<void>;
}

interface EmmettStore {
  appendToStream(
    stream: string,
    events: readonly object[],
    options: { readonly expectedStreamVersion: unknown },
  ): Promise<{ readonly nextExpectedStreamVersion: bigint }>;
  readStream(stream: string): Promise<{ readonly events: readonly object[] }>;
}

const emmettWriter = (
  store: EmmettStore,
  streamOf: (branch: string) => string,
  close = async (): Promise<void> => {},
): Writer => {
  const none: unknown = load("@event-driven-io/emmett").STREAM_DOES_NOT_EXIST;
  const versions = new Map<string, unknown>();
  const write = async (branch: string, events: readonly Plain[]): Promise<void> => {
    const recorded = events.map(({ type, effectiveOn, data }) => ({
      type,
      data: { ...data, effectiveOn },
    }));
    const expectedStreamVersion = versions.get(branch) ?? none;
    const done = await store.appendToStream(streamOf(branch), recorded, { expectedStreamVersion });
    versions.set(branch, done.nextExpectedStreamVersion);
  };
  return {
    append: (events) => write(events[0]?.branch ?? "", events),
    // An append of Emmett is one of a stream: all of them go to one.
    appendMany: (events) => write("all", events),
    eventsRead: async () => {
      let read = 0;
      for (const branch of versions.keys()) {
        read += (await store.readStream(streamOf(branch))).events.length;
      }
      return read;
    },
    close,
  };
};

export const emmettInMemory = async (): Promise<Writer> =>
  emmettWriter(load("@event-driven-io/emmett").getInMemoryEventStore(), (branch) => branch);

let rounds = 0;

/** Streams of new names in a store that stays open for all rounds. */
export const emmettOnPostgres = async (url: string) => {
  const store = load("@event-driven-io/emmett-postgresql").getPostgreSQLEventStore(url);
  await store.schema.migrate();
  return {
    writer: async (): Promise<Writer> => {
      rounds += 1;
      const name = `${Date.now()}-${rounds}`;
      return emmettWriter(store, (branch) => `branch-${name}-${branch}`);
    },
    close: (): Promise<void> => store.close(),
  };
};

interface CastoreStore {
  pushEvent(event: object): Promise<unknown>;
  groupEvent(event: object): object;
  getEvents(aggregate: string): Promise<{ readonly events: readonly object[] }>;
}

export const castoreInMemory = async (): Promise<Writer> => {
  const { EventStore, EventType } = load("@castore/core");
  const { InMemoryEventStorageAdapter } = load("@castore/event-storage-adapter-in-memory");
  const store: CastoreStore = new EventStore({
    eventStoreId: "BRANCHES",
    eventTypes: [new EventType({ type: "MemberAdmitted" })],
    reducer: (aggregate: unknown) => aggregate,
    eventStorageAdapter: new InMemoryEventStorageAdapter(),
  });
  const versions = new Map<string, number>();
  const placed = ({ type, effectiveOn, branch, data }: Plain): object => {
    const version = (versions.get(branch) ?? 0) + 1;
    versions.set(branch, version);
    return { aggregateId: branch, version, type, payload: { ...data, effectiveOn } };
  };
  const appendMany = async (events: readonly Plain[]): Promise<void> => {
    await EventStore.pushEventGroup(...events.map((one) => store.groupEvent(placed(one))));
  };
  return {
    append: async (events) => {
      const [first] = events;
      if (events.length > 1 || first === undefined) return appendMany(events);
      await store.pushEvent(placed(first));
    },
    appendMany,
    eventsRead: async () => {
      let read = 0;
      for (const branch of versions.keys()) read += (await store.getEvents(branch)).events.length;
      return read;
    },
    close: async () => {},
  };
};
