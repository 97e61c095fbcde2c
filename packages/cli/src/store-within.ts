import type { EventStore, ReadOptions, StoredCommit } from "@tongket/core/log";
import type { Deadline } from "./deadline.ts";
import { Failure } from "./fault.ts";
import { storeThrough } from "./store-through.ts";

/** The same ledger, none of whose calls outlasts the program by more than a deadline. */
export const storeWithin = (store: EventStore, deadline: Deadline): EventStore =>
  storeThrough(store, {
    head: () => deadline.within(() => store.head()),
    find: (commandId) => deadline.within(() => store.find(commandId)),
    append: (draft, condition, now) => deadline.within(() => store.append(draft, condition, now)),
    appendVerbatim: (texts, onto) => deadline.within(() => store.appendVerbatim(texts, onto)),
    read: (options) => readWithin(store, deadline, options),
    // What was done before it is told all the same.
    close: () =>
      deadline
        .within(() => store.close())
        .catch((error: unknown) => {
          if (!(error instanceof Failure)) throw error;
        }),
  });

async function* readWithin(
  store: EventStore,
  deadline: Deadline,
  options?: ReadOptions,
): AsyncIterable<readonly StoredCommit[]> {
  const batches = store.read(options)[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await deadline.within(() => batches.next());
      if (next.done) return;
      yield next.value;
    }
  } finally {
    await deadline.within(async () => batches.return?.());
  }
}
