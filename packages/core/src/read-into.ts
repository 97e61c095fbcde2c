import { eventsOf, type Head, headOf, type StoredCommit } from "./log/commit.ts";
import type { Query } from "./log/condition.ts";
import type { EventStore, LinesAsked } from "./log/event-store.ts";
import { demandKnown, eventVersions } from "./log/event-versions.ts";
import { beginOf } from "./log/head-at.ts";
import type { Keeping } from "./projections/keeping.ts";
import { projected } from "./replay/projected.ts";
import { Replaying, type Take } from "./replay/replaying.ts";

/**
 * Hands the events of a ledger over in position order, all of them or those that are needed, and
 * gives what came of them. Rejects with `EventUnknown` at one that is not known here.
 */
export const readInto = async <Kept>(store: EventStore, kept: Keeping<Kept>): Promise<Kept> => {
  const { needs } = kept;
  if (needs === undefined || !(await isWorthAsking(store, needs))) {
    await readBehind(store, { after: beginOf(store) }, kept);
  } else {
    const takeAll = takingAll(kept.take);
    for await (const batch of store.read({ query: needs })) batch.forEach(takeAll);
  }
  return kept.close();
};

/** Whether to ask for what is needed, or to read all lines, which takes half as long for each. */
const isWorthAsking = async (store: EventStore, needs: Query): Promise<boolean> =>
  store.lines === undefined ||
  (needs !== "all" && (store.isIndexed === undefined || (await store.isIndexed())));

/** The same of the events behind a head, up to a position; gives the head that was read to. */
export const readBehind = async (
  store: EventStore,
  asked: LinesAsked,
  { take, wantedOf }: Pick<Keeping<unknown>, "take" | "wantedOf">,
): Promise<Head> => {
  if (store.lines !== undefined && wantedOf !== undefined) {
    // One that is not known has to be seen, to be told.
    const way = projected((type) => (eventVersions.has(type) ? wantedOf(type) : "whole"));
    const replaying = new Replaying(asked.after, way, known(take));
    for await (const lines of store.lines(asked)) replaying.lines(lines);
    return replaying.head;
  }
  let head = asked.after;
  const { position: after } = head;
  const limit = asked.to === undefined ? {} : { limit: asked.to - after };
  const takeAll = takingAll(take);
  for await (const batch of store.read({ after, ...limit })) {
    for (const stored of batch) {
      takeAll(stored);
      head = headOf(stored);
    }
  }
  return head;
};

/** Takes the events of a commit. */
const takingAll = (take: Take): ((stored: StoredCommit) => void) => {
  const takeKnown = known(take);
  return ({ commit }) => {
    for (const event of eventsOf(commit)) takeKnown(event, commit.actor);
  };
};

/** The same, but for an event that is not known: it throws. */
const known =
  (take: Take): Take =>
  (event, actor) => {
    demandKnown(event);
    take(event, actor);
  };
