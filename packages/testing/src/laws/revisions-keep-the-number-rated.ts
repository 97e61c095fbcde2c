import type { RecordedEvent } from "@tongket/core";
import { postings, wordsOf } from "@tongket/core/projections";
import { demandEqual } from "./law-broken.ts";
import type { Postings } from "./parts-add-up.ts";
import { standingAmong } from "./standing-events.ts";

/**
 * A revision moves a subject from level to level and keeps the number rated: in every branch and
 * year as many of a kind are rated as assignments stand, whatever became of them.
 */
export const revisionsKeepTheNumberRated = (
  events: readonly RecordedEvent[],
  post: Postings = postings as Postings,
): void => {
  demandEqual("a revision keeps the number rated", {
    found: ratedBy(events, post),
    expected: assignedIn(events),
  });
};

type Numbers = Map<string, number>;

const add = (numbers: Numbers, key: string, more: number): void => {
  const sum = (numbers.get(key) ?? 0) + more;
  if (sum === 0) numbers.delete(key);
  else numbers.set(key, sum);
};

const ratedBy = (events: readonly RecordedEvent[], post: Postings): Numbers => {
  const rated: Numbers = new Map();
  for (const event of events) {
    post(event, (branch, year, measure, amount) => {
      const [name, kind] = wordsOf(measure);
      if (name === "rated") add(rated, `${branch} ${year} ${kind}`, amount);
    });
  }
  return rated;
};

const assignedIn = (events: readonly RecordedEvent[]): Numbers => {
  const assigned: Numbers = new Map();
  for (const { type, data } of standingAmong(events)) {
    if (type !== "RatingAssigned") continue;
    const { branch, year, subjectKind } = data as Record<string, unknown>;
    add(assigned, `${branch} ${year} ${subjectKind}`, 1);
  }
  return assigned;
};
