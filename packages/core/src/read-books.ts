import { type BooksPart, joinParts, type PartAsked } from "./books-part.ts";
import { type PackedTally, packTally, unpackTally } from "./kernel/packed-tally.ts";
import type { Head } from "./log/commit.ts";
import type { Horizon } from "./log/effective.ts";
import type { EventStore } from "./log/event-store.ts";
import { eventVersions } from "./log/event-versions.ts";
import { beginOf, hashAt } from "./log/head-at.ts";
import type { Shelf } from "./log/shelf.ts";
import { type Books, booksVersion, closeBooks, keepBooks } from "./projections/books.ts";
import { readBehind } from "./read-into.ts";

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
  /**
   * Reads what is to be read in parts of any size, at the same time and anywhere, each by
   * `readPart`, and gives them in their order. Without it all is read as one, in less memory.
   */
  readonly readParts?: (all: PartAsked) => Promise<readonly BooksPart[]>;
}

/** Books as of a head, as a shelf keeps them. */
interface Checkpoint extends Pick<Books, "facts"> {
  readonly version: string;
  readonly ledger: string;
  readonly at: Head;
  readonly tally: PackedTally;
}

const name = "books";

/**
 * Of how they are kept, of the books, and of every event that is known here: another program may
 * know others.
 */
const version = ["packed 4", booksVersion, ...eventVersions].join(" ");

/**
 * Replays a whole ledger into its books, in memory that does not grow with its events. A reading
 * with a horizon takes no checkpoint, which holds all that is known.
 */
export const readBooks = async (
  store: EventStore,
  horizon: Horizon = {},
  { checkpoints, checkpointEvery = 20_000, readParts }: BooksOptions = {},
): Promise<Books> => {
  const isOfAll = horizon.asOf === undefined && horizon.knownAt === undefined;
  const shelf = isOfAll ? checkpoints : undefined;
  const found = shelf === undefined ? undefined : await fitting(store, shelf);
  const before = { from: found?.at ?? beginOf(store), books: found?.books, horizon };
  const { books, at } =
    readParts === undefined
      ? await readOn(store, before)
      : await readOnByParts(await store.head(), before, readParts);
  if (shelf !== undefined && at.position - before.from.position >= checkpointEvery) {
    const { facts } = books;
    const { ledger } = store.header;
    const checkpoint = { version, ledger, at, facts, tally: packTally(books.tally) };
    await shelf.save(name, checkpoint satisfies Checkpoint).catch(() => {});
  }
  return books;
};

/** What is known of a ledger before it is read on. */
interface Before {
  readonly from: Head;
  readonly books: Books | undefined;
  readonly horizon: Horizon;
}

/** Books, and the head that they are of. */
interface ReadOn {
  readonly at: Head;
  readonly books: Books;
}

const readOn = async (store: EventStore, { from, books, horizon }: Before): Promise<ReadOn> => {
  const kept = keepBooks(horizon, books);
  const at = await readBehind(store, { after: from }, kept);
  return { at, books: kept.close() };
};

const readOnByParts = async (
  to: Head,
  { from, books, horizon }: Before,
  readParts: NonNullable<BooksOptions["readParts"]>,
): Promise<ReadOn> => {
  const parts = await readParts({ after: from.position, to: to.position, horizon });
  return { at: to, books: closeBooks(joinParts(parts, { from, to }, books)) };
};

/** The books of the checkpoint, where it is of this very ledger, as far as that has come. */
const fitting = async (
  store: EventStore,
  checkpoints: Checkpoints,
): Promise<ReadOn | undefined> => {
  const found = await opened(checkpoints, store.header.ledger).catch(() => undefined);
  if (found === undefined) return undefined;
  return (await hashAt(store, found.at.position)) === found.at.hash ? found : undefined;
};

/** What is kept, where it is of this program and of a ledger of this name. */
const opened = async (checkpoints: Checkpoints, ledger: string): Promise<ReadOn | undefined> => {
  const found = (await checkpoints.load(name)) as Partial<Checkpoint> | null | undefined;
  const { at, facts, tally } = found ?? {};
  if (found?.version !== version || found.ledger !== ledger) return undefined;
  if (at === undefined || facts === undefined || tally === undefined) return undefined;
  return { at, books: { facts, tally: unpackTally(tally) } };
};
