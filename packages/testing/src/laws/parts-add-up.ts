import {
  addTallies,
  emptyTally,
  type Post,
  postInto,
  type RecordedEvent,
  type Tally,
} from "@tongket/core";
import { postings } from "@tongket/core/projections";
import { demandEqual } from "./law-broken.ts";

export type Postings = (event: RecordedEvent, post: Post) => void;

/** The tally of some events, by any postings. */
export const tallyOf = (
  events: Iterable<RecordedEvent>,
  post: Postings = postings as Postings,
): Tally => {
  const tally = emptyTally();
  const sink = postInto(tally);
  for (const event of events) post(event, sink);
  return tally;
};

/**
 * Postings are a homomorphism: however a log is dealt out, in parts of any size and any order, the
 * parts' tallies add up to the whole's. `partOf` says for each event in turn which part it is in.
 */
export const partsAddUp = (
  events: readonly RecordedEvent[],
  partOf: (index: number) => number,
  post: Postings = postings as Postings,
): void => {
  const whole = tallyOf(events, post);
  const parts = [...Map.groupBy(events.entries(), ([index]) => partOf(index)).values()].map(
    (entries) => tallyOf(entries.map(([, event]) => event).toReversed(), post),
  );
  demandEqual("any split of a log adds up to the whole", {
    found: addTallies(...parts),
    expected: whole,
  });
};
