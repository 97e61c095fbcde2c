import type { RecordedEvent } from "../kernel/event.ts";
import { eventsOf, type StoredCommit } from "../log/commit.ts";
import { type EventStore, LedgerFault, type Subscription } from "../log/event-store.ts";
import { hashAt } from "../log/head-at.ts";
import type { Shelf } from "../log/shelf.ts";

/** Something to be done outside, once for each event of some types: a letter sent, a file made. */
export interface Reaction {
  readonly name: string;
  readonly reads: readonly string[];
  /**
   * What it throws ends the reacting, and the event is not tried again: the next reacting tells
   * `inDoubt` of it. Only `react` itself knows what may be tried twice.
   */
  react(event: RecordedEvent): Promise<void>;
  /**
   * Told of an event whose `react` was cut short: it may have been done, and is not done again. If
   * this rejects, the reacting ends, and the next one tells of it again.
   */
  inDoubt(event: RecordedEvent): Promise<void>;
}

/** The reaction that was begun last. */
interface Mark {
  readonly ledger: string;
  readonly position: number;
  /** Of that commit: another future of the ledger has another. */
  readonly hash: string;
  readonly index: number;
  readonly done: boolean;
}

export interface Reacting {
  /** Resolves when it was stopped, rejects with what else ended it: nothing goes on by itself. */
  readonly ended: Promise<void>;
  /** Ends it, behind the event in hand; not to be waited for in `react` itself. */
  stop(): Promise<void>;
}

/** A reaction of that name is being kept on the shelf, in this program or in another. */
export class AlreadyKept extends Error {
  override readonly name = "AlreadyKept";

  constructor(reaction: string) {
    super(`${reaction} is kept already on this shelf: start it again when the other has ended`);
  }
}

/**
 * Reacts to every event behind `after`, in order, until it is stopped, or a reaction fails. What is
 * begun is noted on the shelf before it is done, so that no event is reacted to twice, whenever
 * the program ends; the shelf lets one at a time do it. A reversal takes nothing back: read
 * `EventReversed` to react to it. `ended` rejects with `AlreadyKept`, and nothing is done, while
 * another keeps it; with `UnequalPrefix` where the ledger is not the one it went with, or not any
 * more; with `ShelfUnreadable` where its mark cannot be read; with an Error where the ledger was
 * closed; else with what the ledger, the shelf, `react` or `inDoubt` rejected with.
 */
export const keepReacting = (
  store: EventStore,
  reaction: Reaction,
  { shelf, after }: { readonly shelf: Shelf; readonly after: number },
): Reacting => {
  let subscription: Subscription | undefined;
  let isStopped = false;
  const { ledger } = store.header;
  const save = (event: RecordedEvent, hash: string, done: boolean): Promise<void> => {
    const { position, index } = event;
    return shelf.save(reaction.name, { ledger, position, hash, index, done } satisfies Mark);
  };
  const keep = async (): Promise<void> => {
    const mark = await markOf(store, reaction, shelf);
    const seen = mark ?? { position: after, index: Number.POSITIVE_INFINITY, done: true };
    if (isStopped) return;
    subscription = store.subscribe({ after: seen.position - (mark === undefined ? 0 : 1) });
    for await (const batch of subscription) {
      for (const [event, hash] of batch.flatMap(withHashes)) {
        if (isStopped) return;
        if (!reaction.reads.includes(event.type)) continue;
        const isBefore = event.position === seen.position && event.index < seen.index;
        const isLast = event.position === seen.position && event.index === seen.index;
        if (isBefore || (isLast && seen.done)) continue;
        if (isLast) await reaction.inDoubt(event);
        else {
          await save(event, hash, false);
          await reaction.react(event);
        }
        await save(event, hash, true);
      }
    }
    if (!isStopped) throw new Error(`the ledger ${ledger} was closed under ${reaction.name}`);
  };
  const kept = alone(reaction, shelf, () => keep().finally(() => subscription?.close()));
  kept.catch(() => {});
  return {
    ended: kept,
    stop: () => {
      isStopped = true;
      subscription?.close();
      return kept;
    },
  };
};

/** Works while nobody else keeps the reaction: whose job was begun and not done is then no more. */
const alone = async (
  { name }: Reaction,
  shelf: Shelf,
  work: () => Promise<void>,
): Promise<void> => {
  const hold = await shelf.hold(name);
  if (hold === undefined) throw new AlreadyKept(name);
  try {
    await work();
  } finally {
    hold.release();
  }
};

const withHashes = ({
  commit,
  hash,
}: StoredCommit): readonly (readonly [RecordedEvent, string])[] =>
  eventsOf(commit).map((event) => [event, hash]);

/** What was begun last, in this ledger as it stands. */
const markOf = async (
  store: EventStore,
  { name }: Reaction,
  shelf: Shelf,
): Promise<Mark | undefined> => {
  const mark = (await shelf.load(name)) as Mark | undefined;
  if (mark === undefined) return undefined;
  const { ledger } = store.header;
  const { position: head } = await store.head();
  if (mark.ledger !== ledger || mark.hash !== (await hashAt(store, mark.position))) {
    throw new LedgerFault("UnequalPrefix", { after: mark.position, head, ledger: mark.ledger });
  }
  return mark;
};
