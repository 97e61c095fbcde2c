import { addressOf, decodeCommit, tagsOf } from "@tongket/core";
import {
  type EventStore,
  hashedText,
  hashOfText,
  parseRecord,
  type StoredCommit,
} from "@tongket/core/log";
import { commitsIn, emptyStore, eventsIn } from "../history/history.ts";
import { demandEqual } from "./law-broken.ts";

const law = "a record reads back as it was written";

/**
 * The law of records, of any store: text, parsed and written again, is the same text; each hash is
 * true of its text and named by the next record; positions have no gap; tags are those of the
 * facts; the validated way reads what the trusted way reads; and a copy is the same ledger.
 */
export const recordsReadBack = async (
  store: EventStore,
  openCopy: () => EventStore | Promise<EventStore> = emptyStore,
): Promise<void> => {
  const commits = await commitsIn(store);
  let prev = store.headerHash;
  for (const [index, stored] of commits.entries()) {
    const { commit, hash, text } = stored;
    const parsed = parseRecord(text);
    demandEqual(law, { found: parsed, expected: commit, where: text });
    demandEqual(law, { found: hashedText(parsed ?? {}), expected: { text, hash } });
    demandEqual("a hash is true of its text", { found: hashOfText(text), expected: hash });
    demandEqual("records are chained", { found: commit.prev, expected: prev, where: text });
    demandEqual("positions have no gap", { found: commit.position, expected: index + 1 });
    validatedReadsTheSame(stored);
    prev = hash;
  }
  for (const event of eventsIn(commits)) {
    demandEqual("tags are those of the facts", {
      found: event.tags,
      expected: tagsOf(event),
      where: addressOf(event),
    });
  }
  const copy = await openCopy();
  demandEqual("a copy begins alike", { found: copy.headerHash, expected: store.headerHash });
  await copy.appendVerbatim(
    commits.map(({ text }) => text),
    { after: 0, prev: copy.headerHash },
  );
  demandEqual("a copy ends alike", { found: await copy.head(), expected: await store.head() });
  demandEqual("a copy reads alike", { found: await commitsIn(copy), expected: commits });
};

const validatedReadsTheSame = (stored: StoredCommit): void => {
  demandEqual("the validated way reads what the trusted way reads", {
    found: decodeCommit(stored.text),
    expected: { decoded: "Commit", stored },
  });
};
