import type { Command, RecordedEvent } from "@tongket/core";
import { commitsIn, eventsIn, Workbench } from "../history/history.ts";
import { statingFact } from "../history/stated-fact.ts";
import { statesOf } from "./history-is-lawful.ts";
import { demandEqual, LawBroken } from "./law-broken.ts";
import { tallyOf } from "./parts-add-up.ts";
import { inOrderOfEffect, standingAmong } from "./standing-events.ts";

/** What of a ledger is compared: it may not depend on the order of recording. */
export type Outlook = (events: readonly RecordedEvent[]) => unknown;

const ownOutlook: Outlook = (events) => ({ totals: tallyOf(events), states: statesOf(events) });

/** Facts of the book itself, of which it matters when they were recorded. */
const ofTheBook: ReadonlySet<string> = new Set([
  "PersonProfiled",
  "PersonErased",
  // Noted when the ledger came to know of it, from whatever order made it known.
  "CapBreachNoted",
]);
const isOfTheBook = ({ type, data }: RecordedEvent): boolean =>
  ofTheBook.has(type === "EventReversed" ? (data as Reversed).original.type : type);
interface Reversed {
  readonly original: { readonly type: string };
}

/**
 * Any order of recording one lawful history gives the same state and totals. The facts are stated
 * in the order of their `keys`, refused ones again in further rounds, and what then remains in
 * one commit. Facts of one day about one subject keep their order, for it is part of the history.
 */
export const orderIsImmaterial = async (
  events: readonly RecordedEvent[],
  keys: readonly number[],
  given: { readonly bench?: Workbench; readonly outlook?: Outlook } = {},
): Promise<void> => {
  const { bench = new Workbench(), outlook = ownOutlook } = given;
  bench.now = "2999-12-31T00:00:00.000Z";
  const facts = inOrderOfEffect(standingAmong(events).filter((event) => !isOfTheBook(event)));
  const handler = await bench.open();
  let left = shuffled(facts, keys);
  for (let before = -1; left.length !== before && left.length > 0; ) {
    before = left.length;
    const refused = new Set<RecordedEvent>();
    const waiting = new Set(left);
    for (const fact of left) {
      const isEarly = facts.some((other) => waiting.has(other) && comesFirst(other, fact, facts));
      const outcome = isEarly ? undefined : await handler.handle(stating(fact));
      if (outcome?.outcome === "Recorded") waiting.delete(fact);
      else refused.add(fact);
    }
    left = left.filter((fact) => refused.has(fact));
  }
  if (left.length > 0) {
    const rest = facts.filter((fact) => left.includes(fact));
    const outcome = await handler.handleTogether(rest.map(stating));
    if (outcome.outcome !== "Recorded") {
      throw new LawBroken("what remains is lawful in one commit", { outcome, rest });
    }
  }
  const all = eventsIn(await commitsIn(bench.store));
  const recorded = all.filter((event) => !isOfTheBook(event));
  demandEqual("any order of recording gives the same state and totals", {
    found: outlook(recorded),
    expected: outlook(facts),
    where: facts,
  });
};

const shuffled = (
  facts: readonly RecordedEvent[],
  keys: readonly number[],
): readonly RecordedEvent[] =>
  facts
    .map((fact, index) => ({ fact, key: keys[index % Math.max(keys.length, 1)] ?? 0 }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ fact }) => fact);

/** Whether `a` stands before `b` on the same day in the timeline of a subject of both. */
const comesFirst = (a: RecordedEvent, b: RecordedEvent, facts: readonly RecordedEvent[]): boolean =>
  a !== b &&
  a.effectiveOn === b.effectiveOn &&
  a.tags.some((tag) => b.tags.includes(tag)) &&
  facts.indexOf(a) < facts.indexOf(b);

const stating = (fact: RecordedEvent): Command => {
  const { position, index, recordedAt: _r, inPlaceOf: _p, ...event } = fact;
  return statingFact(`fact-${position}.${index}`, event);
};
