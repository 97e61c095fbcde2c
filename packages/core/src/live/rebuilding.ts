import { addressOf, type RecordedEvent } from "../kernel/event.ts";
import { eventsOf, type StoredCommit } from "../log/commit.ts";
import { ofTypes, type Query } from "../log/condition.ts";
import type { EventStore } from "../log/event-store.ts";
import { isReversal } from "../log/reversal.ts";
import type { Checkpoint, NewView, View } from "./view.ts";

/** What became of a view that was to be made anew. */
export type Rebuilding =
  | { readonly rebuilding: "Published"; readonly at: Checkpoint }
  /** Another program moved the old one on meanwhile, or replaced it. */
  | { readonly rebuilding: "MovedOn" }
  | { readonly rebuilding: "Stopped" };

/**
 * Fills a new view with the ledger as it stands, and puts it in the place of the old one; leaves it
 * where that is to go on no more, or the old one does not stand at `over` any more.
 */
export const rebuilt = async (
  store: EventStore,
  view: View,
  { over, goesOn }: { readonly over: Checkpoint | undefined; readonly goesOn: () => boolean },
): Promise<Rebuilding> => {
  const { position, hash } = await store.head();
  const to = { ledger: store.header.ledger, position, hash };
  const fresh = await view.anew();
  try {
    const fallen = isAboutReversals(view) ? new Set<string>() : await fallenBy(store, position);
    await fill(store, fresh, { view, fallen, to, goesOn });
    if (goesOn() && (await fresh.publish(over)) === "Published") {
      return { rebuilding: "Published", at: to };
    }
  } catch (error) {
    await fresh.discard();
    throw error;
  }
  await fresh.discard();
  return { rebuilding: goesOn() ? "MovedOn" : "Stopped" };
};

const fill = async (
  store: EventStore,
  fresh: NewView,
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
export const isFall = (view: View, event: RecordedEvent): boolean =>
  isReversal(event) && !isAboutReversals(view) && isRead(view, event.data.original.type);

export const readBy = (view: View, events: readonly RecordedEvent[]): readonly RecordedEvent[] =>
  events.filter(({ type }) => isRead(view, type));

const isRead = ({ reads }: View, type: string): boolean => reads === "all" || reads.includes(type);

/** What the last commit of a batch makes a view answer for. */
export const behind = ({ header }: EventStore, batch: readonly StoredCommit[]): Checkpoint => {
  const { commit, hash } = batch.at(-1) as StoredCommit;
  return { ledger: header.ledger, position: commit.position, hash };
};
