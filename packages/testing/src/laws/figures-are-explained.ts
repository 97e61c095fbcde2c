import { addressOf, BranchId, type RecordedEvent } from "@tongket/core";
import type { Horizon } from "@tongket/core/log";
import {
  type Explanation,
  explaining,
  figureNames,
  keepBooks,
  measured,
  viewYear,
  type YearView,
} from "@tongket/core/projections";
import type { Rulebook } from "@tongket/core/rulebook";
import { proofAddsUp } from "../proof/proof-adds-up.ts";
import { everyEventCounts } from "./every-event-counts.ts";
import { demandEqual, LawBroken } from "./law-broken.ts";

/** Explains a figure of a ledger; core's own way by default. */
export type ExplanationOf = (
  events: readonly RecordedEvent[],
  asked: { readonly view: YearView; readonly measure: string; readonly horizon: Horizon },
) => Explanation | undefined;

export const ownExplanationOf: ExplanationOf = (events, { view, measure, horizon }) => {
  const explanation = explaining(view, measure, horizon);
  for (const event of events) explanation?.take(event, "clerk");
  return explanation?.close();
};

/**
 * For every figure of every branch and year: the proof adds up; the explained events alone give
 * the figure again, on the tree of the year or, where they make the tree themselves, on theirs;
 * and without any one of them something of the figure is another.
 */
export const figuresAreExplained = (
  events: readonly RecordedEvent[],
  rulebook: Rulebook,
  given: { readonly horizon?: Horizon; readonly explanationOf?: ExplanationOf } = {},
): void => {
  const { horizon = {}, explanationOf = ownExplanationOf } = given;
  const places = new Map(events.map((event) => [addressOf(event), event]));
  for (const view of viewsOf(events, rulebook, horizon)) {
    const { branch, year } = view;
    for (const measure of figureNames(view)) {
      if (measure.startsWith("target:")) continue;
      const explanation = explanationOf(events, { view, measure, horizon });
      const where = { branch, year, measure };
      if (explanation === undefined) throw new LawBroken("a figure is explained", where);
      const found = explanation.value;
      const expected = measured(view, measure) ?? { is: "unknown", missing: "measure" };
      demandEqual("an explanation is of the value", { found, expected, where });
      proofAddsUp(explanation);
      everyEventCounts(explanation, view, places);
    }
  }
};

/** Every branch and year of a ledger, as known and in effect then. */
export function* viewsOf(
  events: readonly RecordedEvent[],
  rulebook: Rulebook,
  horizon: Horizon,
): Iterable<YearView> {
  const kept = keepBooks(horizon);
  for (const event of events) kept.take(event);
  const books = kept.close();
  for (const year of yearsOf(events)) {
    const root = viewYear({ books, rulebook, branch: BranchId.make("-"), year, ...horizon });
    for (const branch of root.tree.nodes.keys()) {
      yield viewYear({ books, rulebook, branch, year, ...horizon });
    }
  }
}

const yearsOf = (events: readonly RecordedEvent[]): ReadonlySet<number> =>
  new Set(
    events.flatMap(({ effectiveOn, data }) => [
      Number(effectiveOn.slice(0, 4)),
      // NOTE: a list of one year compares as that year.
      ...Object.values(data as object).filter(
        (value) => Number.isInteger(value) && value > 1990 && value < 2100,
      ),
    ]),
  );
