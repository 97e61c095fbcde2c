import { eventsOf, type Head, headOf } from "./log/commit.ts";
import type { EventStore, LinesAsked } from "./log/event-store.ts";
import { demandKnown, eventVersions } from "./log/event-versions.ts";
import { beginOf } from "./log/head-at.ts";
import type { Keeping } from "./projections/keeping.ts";
import { projected } from "./replay/projected.ts";
import { Replaying, type Take } from "./replay/replaying.ts";

/**
 * Hands every event of a ledger over in position order, and gives what came of them. Rejects with
 * `EventUnknown` at one that is not known here.
 */
export const readInto = async <Kept>(store: EventStore, kept: Keeping<Kept>): Promise<Kept> => {
  await readBehind(store, { after: beginOf(store) }, kept);
  return kept.close();
};

/** The same of the events behind a head, up to a position; gives the head that was read to. */
export const readBehind = async (
  store: EventStore,
  asked: LinesAsked,
  { take, wantedOf }: Omit<Keeping<unknown>, "close">,
): Promise<Head> => {
  const takeKnown: Take = (event, actor) => {
    demandKnown(event);
    take(event, actor);
  };
  if (store.lines !== undefined && wantedOf !== undefined) {
    // One that is not known has to be seen, to be told.
    const way = projected((type) => (eventVersions.has(type) ? wantedOf(type) : "whole"));
    const replaying = new Replaying(asked.after, way, takeKnown);
    for await (const lines of store.lines(asked)) replaying.lines(lines);
    return replaying.head;
  }
  let head = asked.after;
  const { position: after } = head;
  const limit = asked.to === undefined ? {} : { limit: asked.to - after };
  for await (const batch of store.read({ after, ...limit })) {
    for (const stored of batch) {
      for (const event of eventsOf(stored.commit)) takeKnown(event, stored.commit.actor);
      head = headOf(stored);
    }
  }
  return head;
};
