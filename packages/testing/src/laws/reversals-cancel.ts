import { addTallies, emptyTally, type RecordedEvent } from "@tongket/core";
import { effective } from "@tongket/core/log";
import { keepBooks, postings } from "@tongket/core/projections";
import { statesOf } from "./history-is-lawful.ts";
import { demandEqual } from "./law-broken.ts";
import { type Postings, tallyOf } from "./parts-add-up.ts";
import { standingAmong } from "./standing-events.ts";

/**
 * A reversal cancels its original, in totals and in state alike: with both or with neither, the
 * tallies, the states of all subjects and the books of a review are the same.
 */
export const reversalsCancel = (
  events: readonly RecordedEvent[],
  post: Postings = postings as Postings,
): void => {
  const without = standingAmong(events);
  demandEqual("a reversal posts the negative of its original", {
    found: tallyOf(events, post),
    expected: tallyOf(without, post),
  });
  for (const reversal of events.filter(({ type }) => type === "EventReversed")) {
    const { original } = reversal.data as { readonly original: RecordedEvent };
    demandEqual("an event and its reversal post nothing together", {
      found: addTallies(tallyOf([original], post), tallyOf([reversal], post)),
      expected: emptyTally(),
      where: reversal,
    });
  }
  demandEqual("effective(events) drops what was reversed, with its reversal", {
    found: effective(events),
    expected: without,
  });
  demandEqual("state is as if a reversed event had never been", {
    found: statesOf(effective(events)),
    expected: statesOf(without),
  });
  demandEqual("books are as if a reversed event had never been", {
    found: booksOf(events),
    expected: booksOf(without),
  });
};

const booksOf = (events: readonly RecordedEvent[]): unknown => {
  const books = keepBooks();
  for (const event of events) books.take(event);
  return books.close();
};
