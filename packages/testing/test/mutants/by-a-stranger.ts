import {
  type AppendCondition,
  commandIdsOf,
  type EventStore,
  inMemoryStorage,
  judgeAppend,
  LedgerFault,
  type LedgerStorage,
  type Query,
  type ReadOptions,
  type StoredCommit,
} from "@tongket/core/log";

/** A handle that does all as the inner one, but for what is changed. */
const changed = (inner: EventStore, changes: Partial<EventStore>): EventStore => ({
  header: inner.header,
  headerHash: inner.headerHash,
  head: () => inner.head(),
  append: (draft, condition, now) => inner.append(draft, condition, now),
  appendVerbatim: (texts, onto) => inner.appendVerbatim(texts, onto),
  read: (options) => inner.read(options),
  subscribe: (options) => inner.subscribe(options),
  find: (commandId) => inner.find(commandId),
  close: () => inner.close(),
  ...changes,
});

const storageOf = (changesOf: (inner: EventStore) => Partial<EventStore>): LedgerStorage => {
  const storage = inMemoryStorage();
  const wrapped = (inner: EventStore): EventStore => changed(inner, changesOf(inner));
  return {
    create: async (header) => wrapped(await storage.create(header)),
    open: async (ledger) => wrapped(await storage.open(ledger)),
    list: () => storage.list(),
  };
};

// 1. A window of deduplication, as brokers have it: ids are unique for a day, not for ever.

const windowInMs = 24 * 60 * 60 * 1000;

const appendWithinWindow =
  (inner: EventStore): EventStore["append"] =>
  async (draft, condition, now) => {
    const isForgotten = ({ commit }: StoredCommit): boolean =>
      Date.parse(now) - Date.parse(commit.recordedAt) > windowInMs;
    const result = await inner.append(draft, condition, now);
    if (result.append !== "CommandKnown" || !isForgotten(result.stored)) return result;
    for (;;) {
      const head = await inner.head();
      let known: StoredCommit | undefined;
      for (const id of commandIdsOf(draft)) {
        const stored = await inner.find(id);
        if (stored !== undefined && !isForgotten(stored)) known ??= stored;
      }
      const match = await firstMatch(inner, condition);
      const judged = judgeAppend({ head, known, match }, { draft, condition, now });
      if (judged.append !== "Appended") return judged;
      const onto = { after: head.position, prev: head.hash };
      try {
        await inner.appendVerbatim([judged.stored.text], onto);
        return judged;
      } catch (error) {
        // Somebody else was quicker: judge again behind them.
        if (!(error instanceof LedgerFault) || error.fault !== "UnequalPrefix") throw error;
      }
    }
  };

const firstMatch = async (
  store: EventStore,
  { failIfMatch, after }: AppendCondition,
): Promise<number | undefined> => {
  for await (const batch of store.read({ query: failIfMatch, after, limit: 1 })) {
    for (const { commit } of batch) return commit.position;
  }
  return undefined;
};

// 2. `LIMIT … OFFSET …` on a descending order: what is appended meanwhile moves the pages.

const pageSize = 100;

async function* backwardsByOffset(
  inner: EventStore,
  { limit = Number.POSITIVE_INFINITY, ...asked }: ReadOptions,
): AsyncGenerator<readonly StoredCommit[], void> {
  for (let offset = 0; offset < limit; offset += pageSize) {
    const all: StoredCommit[] = [];
    for await (const batch of inner.read(asked)) all.push(...batch);
    const page = all.slice(offset, Math.min(offset + pageSize, limit));
    if (page.length > 0) yield page;
    if (page.length < pageSize) return;
  }
}

const readByOffset =
  (inner: EventStore): EventStore["read"] =>
  (options = {}) => {
    const isOnePage = options.limit !== undefined && options.limit <= pageSize;
    return options.backwards === true && !isOnePage
      ? backwardsByOffset(inner, options)
      : inner.read(options);
  };

// 3. A bounded buffer between the ledger and a subscriber, which drops its oldest.

const bufferSize = 256;

const subscribeByBuffer =
  (inner: EventStore): EventStore["subscribe"] =>
  (options) => {
    const subscription = inner.subscribe(options);
    const start = inner.head();
    return {
      close: () => subscription.close(),
      async *[Symbol.asyncIterator]() {
        const { position } = await start;
        for await (const batch of subscription) {
          const backlog = batch.filter(({ commit }) => commit.position <= position);
          const news = batch.filter(({ commit }) => commit.position > position);
          yield [...backlog, ...news.slice(-bufferSize)];
        }
      },
    };
  };

// 4. Handles of a ledger share a connection that is counted down by every `close`.

interface Connection {
  users: number;
  readonly handles: Set<EventStore>;
}

const countedStorage = (): LedgerStorage => {
  const connections = new Map<string, Connection>();
  return storageOf((inner) => {
    const { ledger } = inner.header;
    const connection = connections.get(ledger) ?? { users: 0, handles: new Set<EventStore>() };
    connections.set(ledger, connection);
    connection.users += 1;
    connection.handles.add(inner);
    return {
      close: async () => {
        connection.users -= 1;
        if (connection.users > 0) return inner.close();
        if (connections.get(ledger) === connection) connections.delete(ledger);
        const handles = [inner, ...connection.handles];
        connection.handles.clear();
        await Promise.all(handles.map((one) => one.close()));
      },
    };
  });
};

// 5. A statement takes so many parameters; what is beyond them is left out, not asked in turn.

const itemsMax = 100;

const cut = (query: Query): Query =>
  query === "all" ? query : { items: query.items.slice(0, itemsMax) };

const appendWithCutCondition =
  (inner: EventStore): EventStore["append"] =>
  (draft, { failIfMatch, after }, now) =>
    inner.append(draft, { failIfMatch: cut(failIfMatch), after }, now);

/** Written without a look at the suite, which did not notice any of them at first. */
export const strangersMutants: readonly (readonly [
  says: string,
  killedBy: string,
  storage: () => LedgerStorage,
])[] = [
  [
    "forgets in an append the command ids that were recorded more than 24 hours before `now`",
    "command ids: are known for ever: a day later, and ten years",
    () => storageOf((inner) => ({ append: appendWithinWindow(inner) })),
  ],
  [
    "pages a backwards reading by offset, and repeats a commit where one is appended meanwhile",
    "readings: see the same backward, while the ledger grows between their batches",
    () => storageOf((inner) => ({ read: readByOffset(inner) })),
  ],
  [
    "drops the oldest news of a subscriber that is more than 256 commits behind",
    "subscriptions: lose nothing of what comes while their reader is busy",
    () => storageOf((inner) => ({ subscribe: subscribeByBuffer(inner) })),
  ],
  [
    "closes the other handle of a ledger too when one of two is closed twice",
    "two handles: stay open where another is closed, however often",
    countedStorage,
  ],
  [
    "evaluates only the first 100 items of a condition",
    "an append's condition: of two thousand subjects is judged as one",
    () => storageOf((inner) => ({ append: appendWithCutCondition(inner) })),
  ],
];
