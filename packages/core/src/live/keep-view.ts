import { eventsOf } from "../log/commit.ts";
import { type EventStore, LedgerFault } from "../log/event-store.ts";
import { hashAt } from "../log/head-at.ts";
import { Progress } from "./progress.ts";
import { behind, isFall, readBy, rebuilt } from "./rebuilding.ts";
import type { Checkpoint, View } from "./view.ts";

/** A view being kept up to date. */
export interface KeptView {
  /**
   * Resolves when the view answers for the commit at a position: your own writes can be read.
   * Rejects where the view ends before: with what `ended` does, or an Error if it was stopped.
   */
  reached(position: number): Promise<void>;
  /** Resolves when it was stopped, rejects with what else ended it. */
  readonly ended: Promise<void>;
  /** Ends it, behind the batch in hand; settles as `ended`. */
  stop(): Promise<void>;
}

/**
 * Keeps a view up to date with a ledger until it is stopped, or fails: from its checkpoint where
 * that is of this ledger, else from a new one that is filled beside it and put in its place. Where
 * another program keeps it too, each goes on from where the other has brought it. `ended` rejects
 * with `UnequalPrefix` where that one follows another ledger, or another future of this one; with
 * an Error where it made another version of the view, or the ledger was closed; else with what a
 * reading of the ledger or a call of the view rejected with.
 */
export const keepView = (store: EventStore, view: View): KeptView => {
  const progress = new Progress();
  let stopFollowing = (): void => {};
  let isStopped = false;
  const madeAnew = async (over: Checkpoint | undefined): Promise<Checkpoint | undefined> => {
    const result = await rebuilt(store, view, { over, goesOn: () => !isStopped });
    if (result.rebuilding === "MovedOn") return movedTo(store, view);
    return result.rebuilding === "Published" ? result.at : undefined;
  };
  /** Takes in what is recorded, for as long as each batch goes on from where the view stands. */
  const followed = async (from: Checkpoint): Promise<Checkpoint | undefined> => {
    const subscription = store.subscribe({ after: from.position });
    stopFollowing = () => subscription.close();
    let at = from;
    for await (const batch of subscription) {
      if (isStopped) break;
      const events = batch.flatMap(({ commit }) => eventsOf(commit));
      if (events.some((event) => isFall(view, event))) return madeAnew(at);
      const to = behind(store, batch);
      const taking = await view.take(readBy(view, events), { from: at, to });
      if (taking === "MovedOn") return movedTo(store, view);
      at = to;
      progress.reach(at.position);
    }
    return at;
  };
  const keep = async (): Promise<void> => {
    const found = await view.checkpoint();
    let at = (await isOf(store, found)) ? found : await madeAnew(found);
    while (at !== undefined && !isStopped) {
      progress.reach(at.position);
      at = await followed(at);
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

/** Whether the ledger has the very commit that a view has come to. */
const isOf = async (store: EventStore, at: Checkpoint | undefined): Promise<boolean> =>
  at?.ledger === store.header.ledger && at.hash === (await hashAt(store, at.position));

/**
 * Where a view stands that another program keeps as well. It has to be the same view of the same
 * ledger: two that were each to make it anew over the other would never come to an end.
 */
const movedTo = async (store: EventStore, view: View): Promise<Checkpoint> => {
  const at = await view.checkpoint();
  if (at === undefined) throw new Error(`${view.name} was made anew by another version of it`);
  if (await isOf(store, at)) return at;
  const { position: head } = await store.head();
  throw new LedgerFault("UnequalPrefix", { after: at.position, head, ledger: at.ledger });
};
