import type { Head } from "./log/commit.ts";
import type { Horizon } from "./log/effective.ts";
import type { EventStore } from "./log/event-store.ts";
import { eventVersions } from "./log/event-versions.ts";
import { hashAt } from "./log/hash-at.ts";
import type { Shelf } from "./log/shelf.ts";
import { type Books, booksVersion, keepBooks } from "./projections/books.ts";
import { beginOf, readBehind, readInto } from "./read-into.ts";

/** Where checkpoints of books are kept: any shelf will do. */
export type Checkpoints = Pick<Shelf, "load" | "save">;

export interface BooksOptions {
  /**
   * The books are read on from the checkpoint that is kept here, if it is of this ledger and of
   * this version of the books; else from the beginning, as if there were none. One that cannot be
   * read or kept is no fault: without it the books are the same, and only take longer.
   */
  readonly checkpoints?: Checkpoints;
  /** A new one is kept when so many commits were read behind the last; 20,000 by default. */
  readonly checkpointEvery?: number;
}

/** Books as of a head, as a shelf keeps them. */
interface Checkpoint {
  readonly version: string;
  readonly ledger: string;
  readonly at: Head;
  readonly books: Books;
}

const name = "books";

/** Of the books, and of every event that is known here: another program may know others. */
const version = [booksVersion, ...eventVersions].join(" ");

/**
 * Replays a whole ledger into its books, in memory that does not grow with its events. A reading
 * with a horizon takes no checkpoint, which holds all that is known.
 */
export const readBooks = async (
  store: EventStore,
  horizon: Horizon = {},
  { checkpoints, checkpointEvery = 20_000 }: BooksOptions = {},
): Promise<Books> => {
  const isOfAll = horizon.asOf === undefined && horizon.knownAt === undefined;
  if (checkpoints === undefined || !isOfAll) return readInto(store, keepBooks(horizon));
  const found = await fitting(store, checkpoints);
  const from = found?.at ?? beginOf(store);
  const kept = keepBooks(horizon, found?.books);
  const at = await readBehind(store, from, kept);
  const books = kept.close();
  if (at.position - from.position >= checkpointEvery) {
    const checkpoint = { version, ledger: store.header.ledger, at, books };
    await checkpoints.save(name, checkpoint satisfies Checkpoint).catch(() => {});
  }
  return books;
};

/** The checkpoint, where it is of this very ledger, as far as that has come. */
const fitting = async (
  store: EventStore,
  checkpoints: Checkpoints,
): Promise<Checkpoint | undefined> => {
  const found = (await checkpoints.load(name).catch(() => undefined)) as Partial<Checkpoint> | null;
  const { at, books } = found ?? {};
  if (found?.version !== version || found.ledger !== store.header.ledger) return undefined;
  if (at === undefined || books === undefined) return undefined;
  const isThere = (await hashAt(store, at.position)) === at.hash;
  return isThere ? { version, ledger: found.ledger, at, books } : undefined;
};
