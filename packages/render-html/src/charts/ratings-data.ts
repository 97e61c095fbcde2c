import { sayCount, sayPage, textIn } from "@tongket/core/messages";
import { totalsOver, wordsOf } from "@tongket/core/projections";
import { commonWord, type Page } from "@tongket/core/report";
import { ratingPackOf } from "@tongket/core/rulebook";
import type { Chart, ChartRow } from "./chart.ts";
import { capitalised, countPart, ofYear, yearsOf } from "./year-rows.ts";

/** How many members, and how many organisations, were rated at each level, year by year. */
export const ratingsCharts = (page: Page): readonly Chart[] => {
  const members = commonWord(page, "members");
  return [
    chartOf(page, {
      chart: "members-rated",
      title: capitalised(sayPage(page.lang, "charts.members", { members })),
      ofMembers: true,
    }),
    chartOf(page, {
      chart: "organisations-rated",
      title: sayPage(page.lang, "charts.organisations"),
      ofMembers: false,
    }),
  ];
};

interface Asked extends Pick<Chart, "chart" | "title"> {
  readonly ofMembers: boolean;
}

interface Level {
  readonly label: string;
  readonly amount: number;
}

/** Each level keeps its place in the order, and so its colour, also where none is rated at it. */
const chartOf = (page: Page, { chart, title, ofMembers }: Asked): Chart => {
  const isWanted = ([what, kind]: readonly string[]): boolean =>
    what === "rated" && (kind === "member") === ofMembers;
  const years = yearsOf(page).map((year) => ({
    year,
    rated: ratedIn(ofYear(page, year), isWanted),
  }));
  const series = [...new Set(years.flatMap(({ rated }) => rated.levels))];
  const rows = years.flatMap(({ year, rated }): readonly ChartRow[] => {
    const parts = series.flatMap((label) => {
      const amount = rated.amounts.reduce(
        (sum, one) => sum + (one.label === label ? one.amount : 0),
        0,
      );
      return amount === 0 ? [] : [countPart(page.lang, label, amount)];
    });
    const all = parts.reduce((sum, { amount }) => sum + amount, 0);
    const row = sayPage(page.lang, "charts.year", { year });
    return all === 0 ? [] : [{ row, said: sayCount(page.lang, all), parts }];
  });
  return { chart, title, series, rows };
};

interface Rated {
  /** Of the packs that were rated under, from the best down. */
  readonly levels: readonly string[];
  readonly amounts: readonly Level[];
}

const ratedIn = ({ view, lang }: Page, isWanted: (words: readonly string[]) => boolean): Rated => {
  const levels: string[] = [];
  const amounts = [...totalsOver([view])].flatMap(([measure, { amount }]): readonly Level[] => {
    const words = wordsOf(measure);
    if (!isWanted(words)) return [];
    const [, kind, pack = "", term = ""] = words;
    const parameters = ratingPackOf(view.rulebook, pack)?.parameters;
    const entries =
      (kind === "member" ? parameters?.memberLevels : parameters?.branchLevels)?.value ?? [];
    levels.push(...entries.map((entry) => textIn(entry.labels, lang) || entry.term));
    const label = textIn(entries.find((entry) => entry.term === term)?.labels ?? {}, lang) || term;
    return [{ label, amount }];
  });
  return { levels: [...levels, ...amounts.map(({ label }) => label)], amounts };
};
