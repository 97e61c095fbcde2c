import { addressOf } from "../kernel/event.ts";
import type { Ratio } from "../kernel/ratio.ts";
import { percentText } from "../kernel/ratio.ts";
import type { ReportedValue } from "../review/events.ts";
import type { FigureValue } from "./figure.ts";
import { factsOf, type YearView } from "./year-view.ts";

/** A figure that a document states, with its words and the address of the entry that holds it. */
export interface ReportedFigure {
  readonly measure: string;
  readonly value: ReportedValue;
  readonly phrase: string;
  readonly address: string;
}

/** The figures reported for the branch and year, in the order they were recorded. */
export const reportedFigures = (view: YearView): readonly ReportedFigure[] =>
  factsOf(view, "FigureReported")
    .filter(({ data }) => data.branch === view.branch && data.year === view.year)
    .map((fact) => ({
      measure: fact.data.measure,
      value: fact.data.value,
      phrase: fact.data.phrase,
      address: addressOf(fact),
    }));

/**
 * Whether a computed figure agrees with a reported one: the counts are equal, or the share rounds
 * half up to the percentage at its stated decimals. Undefined where there is nothing to compare.
 */
export const agrees = (computed: FigureValue, reported: ReportedValue): boolean | undefined => {
  if (computed.is === "unknown") return undefined;
  if ("count" in reported) return computed.is === "count" && computed.count === reported.count;
  return computed.is === "share" && percentUnits(computed, reported.decimals) === reported.percent;
};

/** A share in units of the last decimal of its percentage, half up. */
export const percentUnits = (share: Ratio, decimals: number): number =>
  Number(percentText(share, decimals).replace(".", ""));
