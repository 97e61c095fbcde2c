import type { RecordedEvent } from "@tongket/core";
import { type Horizon, matches, type Query, type QueryItem } from "@tongket/core/log";
import {
  explaining,
  explainingTarget,
  figureNames,
  isFigureOf,
  readFigureName,
  type YearView,
} from "@tongket/core/projections";
import type { Rulebook } from "@tongket/core/rulebook";
import { viewsOf } from "./figures-are-explained.ts";
import { demandEqual } from "./law-broken.ts";
import { tableLines } from "./table-lines.ts";

/** What to read of a ledger for an explanation that declares what it needs. */
export type AsksFor = (explaining: {
  readonly needed: readonly QueryItem[];
  readonly needs?: Query;
}) => Query;

/**
 * Every figure and target of every branch and year is explained by the events that its explanation
 * asks for as by all: by default for each item of what it needs, before any are merged.
 */
export const explanationsAskEnough = (
  events: readonly RecordedEvent[],
  rulebook: Rulebook,
  given: { readonly horizon?: Horizon; readonly asksFor?: AsksFor } = {},
): void => {
  const { horizon = {}, asksFor = ({ needed }) => ({ items: needed }) } = given;
  for (const view of viewsOf(events, rulebook, horizon)) {
    const lines = tableLines.filter((line) => isFigureOf(view, line));
    for (const figure of [...figureNames(view), ...lines]) {
      const [byAll, byQuery] = [
        explainingAny(view, figure, horizon),
        explainingAny(view, figure, horizon),
      ];
      const query = asksFor(byQuery);
      for (const event of events) {
        byAll.take(event, "clerk");
        if (matches(query, event)) byQuery.take(event, "clerk");
      }
      const where = { figure, branch: view.branch, year: view.year, query };
      const [found, expected] = [byQuery.close(), byAll.close()];
      demandEqual("what is asked for explains as all does", { found, expected, where });
    }
  }
};

const explainingAny = (view: YearView, figure: string, horizon: Horizon) => {
  const { of, name } = readFigureName(figure);
  const explained =
    of === "target" ? explainingTarget(view, name, horizon) : explaining(view, name, horizon);
  if (explained === undefined) throw new Error(`no figure ${figure}`);
  return explained;
};
