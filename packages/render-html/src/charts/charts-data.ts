import { namePeople, sayCount, sayPage } from "@tongket/core/messages";
import {
  type CommitteeCoverage,
  coverageOf,
  measured,
  type TargetProgress,
  targetProgress,
} from "@tongket/core/projections";
import {
  branchName,
  commonWord,
  formatGoal,
  formatPercent,
  measureLabel,
  type Page,
  shareDecimals,
} from "@tongket/core/report";
import type { Chart, ChartPart, ChartRow } from "./chart.ts";
import { ratingsCharts } from "./ratings-data.ts";
import { capitalised, countPart, ofYear, yearsOf } from "./year-rows.ts";

/**
 * The charts of a committee's year, all from what core computes. One that has nothing to show is
 * left out.
 */
export const chartsOf = (page: Page): readonly Chart[] =>
  [
    ...ratingsCharts(page),
    admissionsChart(page),
    coverageChart(page),
    ...[page.view.year, page.view.year + 1].flatMap((year) => targetCharts(ofYear(page, year))),
  ].filter(({ rows }) => rows.length > 0);

const admissionsChart = (page: Page): Chart => {
  const { lang } = page;
  const series = sayPage(lang, "charts.series.admitted");
  const rows = yearsOf(page).flatMap((year): ChartRow[] => {
    const value = measured(ofYear(page, year).view, "membersAdmitted");
    if (value?.is !== "count") return [];
    const part = countPart(lang, series, value.count);
    return [{ row: sayPage(lang, "charts.year", { year }), said: part.said, parts: [part] }];
  });
  const figure = measureLabel(page, "membersAdmitted");
  return {
    chart: "admissions",
    title: sayPage(lang, "charts.admissions", { figure }),
    series: [series],
    rows,
  };
};

const coverageChart = (page: Page): Chart => {
  const { lang } = page;
  const word = (which: "both" | "inspected" | "supervised" | "neither"): string =>
    sayPage(lang, `charts.series.${which}`);
  const partsOf = ({ cells, inspected, supervised, both, either }: CommitteeCoverage) =>
    [
      countPart(lang, word("both"), both),
      countPart(lang, word("inspected"), inspected - both),
      countPart(lang, word("supervised"), supervised - both),
      countPart(lang, word("neither"), cells - either),
    ] as const;
  const rows = coverageOf(page.view)
    .filter(({ either }) => either > 0)
    .map(
      (one): ChartRow => ({
        row: branchName(page, one.committee),
        said: `${sayCount(lang, one.either)}/${sayCount(lang, one.cells)}`,
        parts: partsOf(one),
      }),
    );
  const [cells, committee] = [commonWord(page, "cells"), commonWord(page, "committee")];
  return {
    chart: "coverage",
    title: capitalised(sayPage(lang, "charts.coverage", { cells, committee })),
    series: [word("both"), word("inspected"), word("supervised"), word("neither")],
    rest: word("neither"),
    rows,
  };
};

/** Targets that are shares on one scale, and those that are counts on another. */
const targetCharts = (page: Page): readonly Chart[] => {
  const { lang } = page;
  const { year } = page.view;
  const [counts, shares] = [true, false].map((isCount) =>
    targetProgress(page.view).filter(({ goal }) => "count" in goal.value === isCount),
  );
  const legend = {
    series: [sayPage(lang, "charts.series.actual")],
    goal: sayPage(lang, "charts.legend.goal"),
  };
  const rowsOf = (targets: readonly TargetProgress[] = []): readonly ChartRow[] =>
    targets.flatMap((target) => targetRow(page, target));
  return [
    {
      chart: `targets-share-${year}`,
      title: sayPage(lang, "charts.targetsShare", { year }),
      scaleMax: 100,
      rows: rowsOf(shares),
      ...legend,
    },
    {
      chart: `targets-count-${year}`,
      title: sayPage(lang, "charts.targetsCount", { year }),
      rows: rowsOf(counts),
      ...legend,
    },
  ];
};

const targetRow = ({ lang }: Page, { text, goal, actual }: TargetProgress): readonly ChartRow[] => {
  const { value } = goal;
  const aim = "count" in value ? value.count : (100 * value.num) / value.den;
  const parts: readonly ChartPart[] =
    actual.is === "unknown"
      ? []
      : [
          {
            series: sayPage(lang, "charts.series.actual"),
            amount: actual.is === "count" ? actual.count : (100 * actual.num) / actual.den,
            said:
              actual.is === "count"
                ? sayCount(lang, actual.count)
                : formatPercent(actual, shareDecimals(actual), lang),
          },
        ];
  const said = formatGoal(goal, lang);
  const told = [...parts.map((part) => part.said), said].join(" · ");
  // NOTE: by their ids, so that a chart can be made anew without knowing their names.
  const row = namePeople(text, () => undefined);
  return [{ row, said: told, parts, goal: { amount: aim, said } }];
};
