import { allEvents } from "@tongket/core";
import { type EventStore, isReadable, type StoredCommit } from "@tongket/core/log";
import { openJsonlLedger } from "@tongket/store-jsonl";
import type { Call } from "./call.ts";
import { Failure, inputFault } from "./fault.ts";
import { ledgerFailure, ledgerPlacedFault } from "./ledger-failure.ts";
import { existingLedger } from "./ledger-path.ts";
import { faultLine } from "./speaking.ts";

/**
 * Opens the ledger of a call, hands it over and closes it, whatever comes of it. Of a torn tail
 * people are told; every reading goes without it, and the next writing cuts it.
 */
export const withLedger = async <T>(
  { io, lang, arguments: [ledger = ""] }: Call,
  use: (store: EventStore) => Promise<T>,
): Promise<T> => {
  const store = await openJsonlLedger(await existingLedger(ledger));
  try {
    const torn = await store.tornTail();
    if (torn !== undefined) {
      const fault = ledgerPlacedFault("TornTail", { ...torn }, ledger);
      await io.stderr.write(`${faultLine(lang, fault)}\n`);
    }
    return await use(readingOnlyKnown(store, ledger));
  } finally {
    await store.close();
  }
};

const versions: ReadonlyMap<string, number> = new Map(
  allEvents.map(({ type, version }) => [type, version]),
);

/**
 * The same ledger, read only as far as its events are known here. A newer version's events would
 * otherwise be left out of totals without a word.
 */
const readingOnlyKnown = (store: EventStore, ledger: string): EventStore =>
  readingThrough(store, async function* (options) {
    for await (const batch of store.read(options)) {
      for (const stored of batch) checkEvents(stored, ledger);
      yield batch;
    }
  });

/**
 * The same ledger, read in another way.
 * NOTE: by each member's name; a spread would leave out the methods of a store that is a class.
 */
export const readingThrough = (store: EventStore, read: EventStore["read"]): EventStore => ({
  header: store.header,
  headerHash: store.headerHash,
  head: () => store.head(),
  append: (draft, condition, now) => store.append(draft, condition, now),
  appendVerbatim: (texts, onto) => store.appendVerbatim(texts, onto),
  subscribe: (options) => store.subscribe(options),
  find: (commandId) => store.find(commandId),
  close: () => store.close(),
  read,
});

const checkEvents = ({ commit }: StoredCommit, ledger: string): void => {
  if (!isReadable(commit)) {
    throw ledgerFailure(
      { fault: "RecordUnreadable", facts: { position: commit.position } },
      ledger,
    );
  }
  for (const [index, { type, version }] of commit.events.entries()) {
    const known = versions.get(type);
    if (known !== undefined && version >= 1 && version <= known) continue;
    const facts = { address: `${commit.position}.${index}`, type, version };
    const place = { file: ledger, line: commit.position + 1 };
    throw new Failure("ledger", [inputFault("EventUnknown", facts, place)]);
  }
};
