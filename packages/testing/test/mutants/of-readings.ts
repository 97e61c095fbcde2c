import { type EventStore, inMemoryStore, type StoredCommit } from "@tongket/core/log";
import { allOf, type Fault, type Mutant } from "./faulty.ts";

/** Changes each batch that a reading gives. */
const readingThrough =
  (change: (batch: readonly StoredCommit[]) => readonly StoredCommit[]): Fault =>
  (store) => ({
    async *read(options) {
      for await (const batch of store.read(options)) yield change(batch);
    },
  });

const withText = (stored: StoredCommit, text: string): StoredCommit => ({ ...stored, text });

/** JSON as a database keeps it that is asked for jsonb: shorter keys first. */
const reserialised = (text: string): string => {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted);
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).sort(
      ([a], [b]) => a.length - b.length || (a < b ? -1 : 1),
    );
    return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
  };
  return JSON.stringify(sorted(JSON.parse(text)));
};

export const mutantsOfReadings: readonly Mutant[] = [
  [
    "lets a tail be read that is torn",
    "appends: give what another handle reads after a restart",
    readingThrough((batch) =>
      batch.map((one, index) =>
        index === batch.length - 1 ? withText(one, one.text.slice(0, -9)) : one,
      ),
    ),
  ],
  [
    "keeps its records as jsonb",
    "appends: give what a reading gives later, byte by byte",
    readingThrough((batch) => batch.map((one) => withText(one, reserialised(one.text)))),
  ],
  [
    "drops the last batch of a reading of more than one",
    "readings: give the same at every size of batch, forward and backward",
    (store) => ({
      async *read(options) {
        let held: readonly StoredCommit[] | undefined;
        let count = 0;
        for await (const batch of store.read(options)) {
          if (held !== undefined) yield held;
          held = batch;
          count += 1;
        }
        if (held !== undefined && count === 1) yield held;
      },
    }),
  ],
  [
    "lets one ledger read another's commits",
    "many ledgers of one storage: read nothing of each other",
    (store, { storage, ledgers }) => ({
      async *read(options) {
        yield* store.read(options);
        for (const ledger of ledgers) {
          if (ledger !== store.header.ledger) yield* (await storage.open(ledger)).read(options);
        }
      },
    }),
  ],
  [
    "lets a subscription lose what comes while it reads what stands",
    "subscriptions: give what stands and what comes without a gap between",
    (store) => ({
      subscribe: ({ after }) => {
        const inner = store.subscribe({ after });
        return {
          close: () => inner.close(),
          async *[Symbol.asyncIterator]() {
            let isFirst = true;
            for await (const batch of inner) {
              if (!isFirst) yield batch.slice(batch.length > 1 ? 1 : 0);
              else {
                yield batch;
                // The place from which it goes on is looked up only now.
                await new Promise((resolve) => setTimeout(resolve, 20));
                const { position } = await store.head();
                inner.close();
                yield* store.subscribe({ after: position });
              }
              isFirst = false;
            }
          },
        };
      },
    }),
  ],
  [
    "gives a subscription the same commit twice after a restart",
    "subscriptions: begin behind a position",
    (store) => ({ subscribe: ({ after }) => store.subscribe({ after: Math.max(0, after - 1) }) }),
  ],
  [
    "answers with nothing when it is closed",
    "two handles: that are closed refuse every call, and answer nothing",
    (store) => {
      let isClosed = false;
      return {
        close: async () => {
          isClosed = true;
        },
        async *read(options) {
          if (!isClosed) yield* store.read(options);
        },
      };
    },
  ],
  [
    "sees no append of another handle",
    "two handles: see each other's appends within a second, without being told",
    (store) => {
      let seen: Awaited<ReturnType<EventStore["head"]>> | undefined;
      return {
        head: async () => {
          seen ??= await store.head();
          return seen;
        },
        append: async (...given) => {
          const result = await store.append(...given);
          seen = await store.head();
          return result;
        },
      };
    },
  ],
  [
    "gives one commit more than the limit",
    "readings: give no more than the limit",
    (store) => ({
      read: ({ limit, ...options } = {}) =>
        store.read(limit === undefined ? options : { ...options, limit: limit + 1 }),
    }),
  ],
  [
    "gives lines from the beginning, whatever stands before",
    "readings: are of the records that lines give, where a store gives them",
    (store) => ({
      async *lines({ to }) {
        const all = await allOf(store, to === undefined ? {} : { limit: to });
        yield Buffer.from(all.map(({ text }) => `${text}\n`).join(""));
      },
    }),
  ],
  [
    "reads backward from the position and not from the end",
    "readings: give a page from the end to a position",
    (store) => ({
      async *read(options = {}) {
        if (options.backwards !== true) yield* store.read(options);
        else yield (await allOf(store, { ...options, backwards: false })).toReversed();
      },
    }),
  ],
  [
    "shows every ledger as a new one",
    "a new ledger: is not made where one of its id is kept, and that one stays as it is",
    (store) => ({ head: async () => inMemoryStore(store.header).head() }),
  ],
];
