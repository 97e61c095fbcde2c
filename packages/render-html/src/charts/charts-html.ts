import { sayPage } from "@tongket/core/messages";
import type { Page } from "@tongket/core/report";
import { type Html, html } from "../html.ts";
import type { Chart, ChartRow } from "./chart.ts";
import { chartSvg, type Drawing } from "./chart-svg.ts";
import { chartsOf } from "./charts-data.ts";
import { colourOf } from "./series-colour.ts";

/** The charts of a year, each with a title, a legend, and all its figures in words. */
export const chartsHtml = (page: Page, document: Drawing): Html =>
  html`${chartsOf(page).map((chart) => chartHtml(page.lang, chart, document))}`;

const chartHtml = (lang: Page["lang"], chart: Chart, document: Drawing): Html =>
  html`<figure class="chart" data-chart="${chart.chart}">
<figcaption>${chart.title}</figcaption>
${legendOf(chart)}
${chartSvg(chart, describe(lang, chart), document)}
</figure>`;

const legendOf = (chart: Chart): Html | undefined => {
  const { series, goal } = chart;
  if (series.length === 1 && goal === undefined) return undefined;
  const swatch = (one: string): Html =>
    html`<i style="background:var(--chart-${colourOf(chart, one)})"></i>`;
  const items = series.map((one) => html`<li>${swatch(one)}${one}</li>`);
  const aim = goal === undefined ? [] : [html`<li><i class="goal"></i>${goal}</li>`];
  return html`<ul class="legend">${[...items, ...aim]}</ul>`;
};

/** All that a chart shows, in words. */
const describe = (lang: Page["lang"], { title, rows }: Chart): string =>
  sayPage(lang, "charts.described", {
    title,
    rows: rows.map((row) => describeRow(lang, row)).join("; "),
  });

const describeRow = (lang: Page["lang"], { row, parts, goal }: ChartRow): string => {
  const told = [
    ...parts.map(({ series, said }) => sayPage(lang, "charts.part", { series, amount: said })),
    ...(goal === undefined ? [] : [sayPage(lang, "charts.goal", { goal: goal.said })]),
  ];
  return sayPage(lang, "charts.row", { row, parts: told.join(", ") });
};
