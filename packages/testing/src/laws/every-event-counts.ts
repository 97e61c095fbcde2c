import { isDeepStrictEqual } from "node:util";
import { addTallies, negative, type RecordedEvent, type Tally } from "@tongket/core";
import {
  type ExplainedEvent,
  type Explanation,
  explaining,
  type FigureValue,
  keepBooks,
  measured,
  viewYear,
  type YearView,
} from "@tongket/core/projections";
import { isOfOfficers, placedBy } from "../proof/list-adds-up.ts";
import { demandEqual, LawBroken } from "./law-broken.ts";
import { tallyOf } from "./parts-add-up.ts";

/** The events of a ledger by their addresses. */
type Places = ReadonlyMap<string, RecordedEvent>;

/** The explained events alone give the figure, and none of them can be left out. */
export const everyEventCounts = (
  explanation: Explanation,
  view: YearView,
  places: Places,
): void => {
  const listed = listedIn(explanation);
  const found = figureBy(explanation, view, eventsAt(places, listed));
  const where = explanation.figure;
  const law = "the explained events alone give the figure";
  demandEqual(law, { found, expected: explanation.value, where });
  const counted = listed.filter(({ makes }) => makes === undefined);
  const tally = tallyOf(eventsAt(places, counted));
  for (const event of counted) {
    const without = addTallies(tally, negative(tallyOf(eventsAt(places, [event]))));
    const rest = { ...view, books: { ...view.books, tally: without } };
    if (!isDeepStrictEqual(measured(rest, where.measure), explanation.value)) continue;
    const unreduced = explaining(rest, where.measure)?.close();
    if (!isDeepStrictEqual(amountsOf(unreduced), amountsOf(explanation))) continue;
    if (isRepeated(explanation, event, { tally, without })) continue;
    const broken = "without an explained event the figure, or how often a subject, is another";
    throw new LawBroken(broken, { event, where });
  }
  for (const { events } of explanation.parts) everyFactCounts(explanation, events);
};

/** What each part comes to, unreduced: it tells shares apart that are both 0 of 0, unknown. */
const amountsOf = (explanation: Explanation | undefined): readonly number[] | undefined =>
  explanation?.parts.map(({ amount }) => amount);

/** Whether a distinct count holds a subject of the event once more than without it. */
const isRepeated = (
  { parts }: Explanation,
  event: ExplainedEvent,
  { tally, without }: { readonly tally: Tally; readonly without: Tally },
): boolean =>
  parts
    .filter(({ distinct }) => distinct)
    .flatMap(({ events }) => events.filter(({ address }) => address === event.address))
    .flatMap((one) => one.postings)
    .some(({ branch, year, measure, subject = "" }) => {
      const held = ({ subjects }: Tally): number =>
        subjects.get(branch)?.get(year)?.get(measure)?.get(subject) ?? 0;
      return held(tally) > 0 && held(tally) !== held(without);
    });

const everyFactCounts = (explanation: Explanation, events: readonly ExplainedEvent[]): void => {
  const facts = events.filter(({ makes }) => makes !== undefined);
  const asked = { ...explanation.figure, officers: isOfOfficers(explanation) };
  const list = placedBy(facts, asked);
  for (const fact of facts) {
    const rest = facts.filter((other) => other !== fact);
    if (!isDeepStrictEqual(placedBy(rest, asked), list)) continue;
    throw new LawBroken("without a fact the list, or the way to it, is another", { fact, asked });
  }
};

const listedIn = ({ parts, witness }: Explanation): readonly ExplainedEvent[] => {
  const all = [...parts.flatMap(({ events }) => events), ...(witness ? [witness] : [])];
  return [...new Map(all.map((event) => [event.address, event])).values()];
};

const eventsAt = (places: Places, listed: readonly ExplainedEvent[]): readonly RecordedEvent[] =>
  listed.map(({ address }) => {
    const event = places.get(address);
    if (event === undefined)
      throw new LawBroken("an explained event is in the ledger", { address });
    return event;
  });

/** The figure from some events, on the tree that they make or else on that of the year. */
const figureBy = (
  { figure: { measure, year, branch }, parts }: Explanation,
  view: YearView,
  events: readonly RecordedEvent[],
): FigureValue => {
  const kept = keepBooks();
  for (const event of events) kept.take(event);
  const books = kept.close();
  const { rulebook, day: asOf } = view;
  const isMadeOfFacts = parts.some(({ marks }) => marks !== undefined);
  const own = isMadeOfFacts
    ? viewYear({ books, rulebook, branch, year, asOf })
    : { ...view, books: { ...books, facts: [] } };
  return measured(own, measure) ?? { is: "unknown", missing: "measure" };
};
