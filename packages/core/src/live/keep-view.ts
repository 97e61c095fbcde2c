import { addressOf, type RecordedEvent } from "../kernel/event.ts";
import { eventsOf, type StoredCommit } from "../log/commit.ts";
import { ofTypes, type Query } from "../log/condition.ts";
import type { EventStore } from "../log/event-store.ts";
import { hashAt } from "../log/hash-at.ts";
import { isReversal } from "../log/reversal.ts";
import { Progress } from "./progress.ts";
import type { Checkpoint, Filling, View } from "./view.ts";

/** A view being kept up to date. */
export interface KeptView {
  /** Resolves when the view answers for the commit at a position: your own writes can be read. */
  reached(position: number): Promise<void>;
  /** Resolves when it was stopped, rejects with what else ended it. */
  readonly ended: Promise<void>;
  /** Ends it, behind the batch in hand. */
  stop(): Promise<void>;
}

/**
 * Keeps a view up to date with a ledger until it is stopped, or fails: from its checkpoint where
 * that is of this ledger, else from a new one that is filled beside it and put in its place.
 */
export const keepView = (store: EventStore, view: View): KeptView => {
  const progress = new Progress();
  let stopFollowing = (): void => {};
  let isStopped = false;
  const goesOn = (): boolean => !isStopped;
  const keep = async (): Promise<void> => {
    let at = (await fittingCheckpoint(store, view)) ?? (await rebuilt(store, view, goesOn));
    while (at !== undefined && !isStopped) {
      progress.reach(at.position);
      const subscription = store.subscribe({ after: at.position });
      stopFollowing = () => subscription.close();
      let falls = false;
      for await (const batch of subscription) {
        const events = batch.flatMap(({ commit }) => eventsOf(commit));
        falls = events.some((event) => isFall(view, event));
        if (falls) break;
        at = behind(store, batch);
        await view.take(readBy(view, events), at);
        progress.reach(at.position);
        if (isStopped) break;
      }
      subscription.close();
      if (falls && !isStopped) at = await rebuilt(store, view, goesOn);
    }
  };
  const kept = keep().then(
    () => view.close(),
    async (error: unknown) => {
      await view.close().catch(() => {});
      throw error;
    },
  );
  kept.then(
    () => progress.end(new Error(`${view.name} is not kept any more`)),
    (error: unknown) => progress.end(error),
  );
  return {
    ended: kept,
    reached: (position) => progress.reached(position),
    stop: () => {
      isStopped = true;
      stopFollowing();
      return kept;
    },
  };
};

/** The checkpoint of a view, where the ledger has that very commit. */
const fittingCheckpoint = async (
  store: EventStore,
  view: View,
): Promise<Checkpoint | undefined> => {
  const at = await view.checkpoint();
  if (at === undefined || at.ledger !== store.header.ledger) return undefined;
  return at.hash === (await hashAt(store, at.position)) ? at : undefined;
};

/**
 * Fills a new view with the ledger as it stands, and puts it in the place of the old one; leaves it
 * and gives undefined where that is to go on no more.
 */
const rebuilt = async (
  store: EventStore,
  view: View,
  goesOn: () => boolean,
): Promise<Checkpoint | undefined> => {
  const { position, hash } = await store.head();
  const to = { ledger: store.header.ledger, position, hash };
  const fresh = await view.anew();
  const fallen = isAboutReversals(view) ? new Set<string>() : await fallenBy(store, position);
  try {
    await fill(store, fresh, { view, fallen, to, goesOn });
  } catch (error) {
    await fresh.discard();
    throw error;
  }
  if (goesOn()) {
    await fresh.publish();
    return to;
  }
  await fresh.discard();
  return undefined;
};

const fill = async (
  store: EventStore,
  fresh: Filling,
  {
    view,
    fallen,
    to,
    goesOn,
  }: {
    readonly view: View;
    readonly fallen: ReadonlySet<string>;
    readonly to: Checkpoint;
    readonly goesOn: () => boolean;
  },
): Promise<void> => {
  const { reads } = view;
  const query: Query = reads === "all" ? "all" : ofTypes(...reads);
  for await (const batch of store.read({ query })) {
    const known = batch.filter(({ commit }) => commit.position <= to.position);
    const events = known.flatMap(({ commit }) => eventsOf(commit));
    const standing = events.filter((event) => !fallen.has(addressOf(event)));
    if (known.length > 0) await fresh.take(readBy(view, standing), behind(store, known));
    if (known.length < batch.length || !goesOn()) break;
  }
  await fresh.take([], to);
};

/** The addresses of all reversals up to a position, and of what they reverse. */
const fallenBy = async (store: EventStore, last: number): Promise<ReadonlySet<string>> => {
  const fallen = new Set<string>();
  for await (const batch of store.read({ query: ofTypes("EventReversed") })) {
    for (const event of batch.flatMap(({ commit }) => eventsOf(commit))) {
      if (event.position > last) return fallen;
      if (isReversal(event)) fallen.add(addressOf(event)).add(event.data.target);
    }
  }
  return fallen;
};

const isAboutReversals = ({ reads }: View): boolean =>
  reads !== "all" && reads.includes("EventReversed");

/** Whether an event takes away another that the view has taken in. */
const isFall = (view: View, event: RecordedEvent): boolean =>
  isReversal(event) && !isAboutReversals(view) && isRead(view, event.data.original.type);

const readBy = (view: View, events: readonly RecordedEvent[]): readonly RecordedEvent[] =>
  events.filter(({ type }) => isRead(view, type));

const isRead = ({ reads }: View, type: string): boolean => reads === "all" || reads.includes(type);

const behind = ({ header }: EventStore, batch: readonly StoredCommit[]): Checkpoint => {
  const { commit, hash } = batch.at(-1) as StoredCommit;
  return { ledger: header.ledger, position: commit.position, hash };
};
