import { type Lang, sayCount } from "@tongket/core/messages";
import { viewYear, type YearView } from "@tongket/core/projections";
import type { Page } from "@tongket/core/report";
import type { ChartPart } from "./chart.ts";

/** The same page for another year, on the tree of that year. */
export const ofYear = (page: Page, year: number): Page =>
  year === page.view.year ? page : { ...page, view: viewYear({ ...page.view, year }) };

/** The years up to that of the page of which anything is counted, ascending. */
export const yearsOf = ({ view }: Page): readonly number[] =>
  [...new Set(yearsIn(view))].filter((year) => year <= view.year).toSorted((a, b) => a - b);

function* yearsIn({ books: { tally } }: YearView): Iterable<number> {
  for (const years of tally.counts.values()) yield* years.keys();
}

export const countPart = (lang: Lang, series: string, amount: number): ChartPart => ({
  series,
  amount,
  said: sayCount(lang, amount),
});

export const capitalised = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
