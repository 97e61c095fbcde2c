import type { EventStore } from "@tongket/core/log";

/**
 * The same ledger, with other members in place of some.
 * NOTE: by each member's name; a spread would leave out the methods of a store that is a class.
 */
export const storeThrough = (store: EventStore, other: Partial<EventStore>): EventStore => ({
  header: store.header,
  headerHash: store.headerHash,
  head: () => store.head(),
  append: (draft, condition, now) => store.append(draft, condition, now),
  appendVerbatim: (texts, onto) => store.appendVerbatim(texts, onto),
  subscribe: (options) => store.subscribe(options),
  find: (commandId) => store.find(commandId),
  close: () => store.close(),
  read: (options) => store.read(options),
  ...(store.lines === undefined ? {} : { lines: store.lines.bind(store) }),
  ...(store.isIndexed === undefined ? {} : { isIndexed: store.isIndexed.bind(store) }),
  ...other,
});
