import type { RecordedEvent } from "../kernel/event.ts";
import type { Horizon } from "../log/effective.ts";
import { type Amount, amountsOn } from "./accounts.ts";
import { type Composition, figureValue, quantitiesOf } from "./composition.ts";
import { explainedBranches } from "./explained-branches.ts";
import { keepEvents, type Seeking, wantedToSeek } from "./explained-events.ts";
import type { ExplainedEvent, ExplainedPart, Explanation } from "./explanation.ts";
import { measureOf } from "./measure.ts";
import { compositionOf } from "./measured.ts";
import { queryOf } from "./needed-events.ts";
import { accountsOf, countOf, isDistinct, type Quantity } from "./quantity.ts";
import { reportedFigures } from "./reported.ts";
import type { YearView } from "./year-view.ts";

/**
 * Explains the figure of a measure, from the declaration that also gives its value. The view is
 * of the same horizon. Undefined for a name that is no measure and that no document reports.
 */
export const explaining = (
  view: YearView,
  measure: string,
  horizon: Horizon = {},
): Seeking<Explanation> | undefined => {
  const reported = reportedFigures(view).filter((one) => one.measure === measure);
  const known = compositionOf(view, measure);
  if (known === undefined && reported.length === 0) return undefined;
  const composition = known ?? ({ is: "unknown", missing: "measure" } as const);
  const { branch, year, books } = view;
  const value = figureValue(composition, books.tally);
  const parts = quantitiesOf(composition).map(([part, quantity]) =>
    explainingPart(view, part, quantity, horizon),
  );
  const witness = explainingWitness(composition, view, horizon);
  const all = witness === undefined ? parts : [...parts, witness];
  const isSought = (event: RecordedEvent): boolean => all.some((one) => one.isSought(event));
  const needed = all.flatMap((one) => one.needed);
  return {
    isSought,
    needed,
    wantedOf: wantedToSeek(isSought),
    needs: queryOf(needed, view),
    take: (event, actor) => {
      for (const one of all) one.take(event, actor);
    },
    close: () => {
      const [seen] = witness?.close() ?? [];
      const explained = parts.map((part) => part.close());
      return {
        figure: { measure, branch, year },
        value,
        parts: explained,
        rules: explained.some(({ events }) => events.length > 0) ? rulesOf(composition) : [],
        reported,
        ...(value.is === "unknown" ? { missing: value.missing } : {}),
        ...(seen === undefined ? {} : { witness: seen }),
      };
    },
  };
};

/** A rule takes part in what was counted; where nothing was, none did. */
const rulesOf = (composition: Composition): Explanation["rules"] =>
  composition.is === "unknown" ? [] : (composition.rules?.() ?? []);

const explainingPart = (
  view: YearView,
  part: ExplainedPart["part"],
  quantity: Quantity,
  horizon: Horizon,
): Seeking<ExplainedPart> => {
  const counted = countOf(quantity, view.books.tally);
  const listed = quantity.counts === "listed" ? quantity : undefined;
  const facts = listed?.facts?.() ?? [];
  const events = keepEvents({ on: accountsOf(quantity), facts }, horizon);
  const marks = listed?.marked && {
    need: listed.marked.need,
    measures: listed.marked.accounts.map(({ words }) => measureOf(...words)),
  };
  return {
    isSought: events.isSought,
    needed: events.needed,
    take: events.take,
    close: () => ({
      part,
      amount: counted.amount ?? 0,
      distinct: isDistinct(quantity),
      branches: explainedBranches(view, counted, isDistinct(quantity)),
      accounts: counted.accounts,
      subjects: counted.subjects,
      ...(marks === undefined ? {} : { marks }),
      events: events.close(),
    }),
  };
};

/**
 * Where no account of a numerator holds anything, one of the accounts that show that such facts
 * were kept at all: without it the figure would be unknown.
 */
const explainingWitness = (
  composition: Composition,
  view: YearView,
  horizon: Horizon,
): Seeking<readonly ExplainedEvent[]> | undefined => {
  const { tally } = view.books;
  if (composition.is !== "share" || composition.keptBy === undefined) return undefined;
  if (figureValue(composition, tally).is === "unknown") return undefined;
  if (countOf(composition.numerator, tally).accounts.length > 0) return undefined;
  const { accounts } = composition.keptBy;
  const seen = first(amountsOn(accounts, tally));
  if (seen === undefined) return undefined;
  const takes = ({ subject }: Amount): boolean => subject === seen.subject;
  const on = [{ accounts: { ...accounts, branches: [seen.branch] }, takes }];
  return keepEvents({ on }, horizon);
};

const first = <One>(all: Iterable<One>): One | undefined => {
  for (const one of all) return one;
  return undefined;
};
