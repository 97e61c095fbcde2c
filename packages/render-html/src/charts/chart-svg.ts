import { barX, type PlotOptions, plot, text, tickX } from "@observablehq/plot";
import { asIs, type Html, html } from "../html.ts";
import type { Chart, ChartRow } from "./chart.ts";
import { rowLines } from "./row-lines.ts";
import { colourOf } from "./series-colour.ts";

const widthPx = 400;
const letterPx = 13;
const linePx = 17;
const barPx = 16;
const gapPx = 11;

/** A document to draw in: that of a browser, or one that stands in for it. */
export type Drawing = NonNullable<PlotOptions["document"]>;

/** A chart as SVG: bars below the names of their rows, and ticks for what they aim at. */
export const chartSvg = (chart: Chart, described: string, document: Drawing): Html => {
  const rows = namedRows(chart.rows);
  const parts = chart.rows.flatMap(stacked);
  const goals = chart.rows.flatMap(({ goal }, at) => (goal ? [{ at, amount: goal.amount }] : []));
  const ends = [...parts.map(({ end }) => end), ...goals.map(({ amount }) => amount)];
  const scaleMax = Math.max(chart.scaleMax ?? 0, ...ends) || 1;
  const isRoomy = ({ begin, end, said }: Stacked): boolean =>
    ((end - begin) / scaleMax) * widthPx > said.length * 7 + 8;
  const colour =
    (name: string) =>
    ({ series }: Stacked): string =>
      `var(--${name}-${colourOf(chart, series)})`;
  const linesMax = Math.max(...rows.map(({ lines }) => lines));
  const namePx = linesMax * linePx + 4;
  const rowPx = namePx + barPx + gapPx;
  const bar = { insetTop: namePx, insetBottom: gapPx, insetRight: 1 };
  const label = {
    y: "at",
    fontSize: letterPx,
    lineAnchor: "bottom",
    lineHeight: 1.2,
    dy: namePx - rowPx / 2 - 5,
  } as const;
  const drawn = plot({
    document,
    width: widthPx,
    height: rows.length * rowPx,
    margin: 0,
    marginRight: 2,
    x: { domain: [0, scaleMax], axis: null },
    y: { type: "band", domain: rows.map(({ at }) => at), axis: null, padding: 0 },
    color: { type: "identity" },
    marks: [
      barX(rows, { y: "at", x1: 0, x2: scaleMax, fill: "var(--track)", ...bar }),
      barX(parts, { y: "at", x1: "begin", x2: "end", fill: colour("chart"), ...bar }),
      tickX(goals, {
        y: "at",
        x: "amount",
        stroke: "var(--words)",
        strokeWidth: 3,
        insetTop: namePx - 2,
        insetBottom: gapPx - 2,
      }),
      text(goals.length > 0 ? [] : parts.filter(isRoomy), {
        y: "at",
        x: ({ begin, end }: Stacked) => (begin + end) / 2,
        text: "said",
        dy: (namePx - gapPx) / 2,
        fontSize: 11.5,
        fill: colour("chart-ink"),
      }),
      text(rows, { ...label, text: "name", title: "row", frameAnchor: "left" }),
      text(rows, { ...label, text: "said", frameAnchor: "right", dx: -2 }),
    ],
  });
  // Groups within a picture have no names of their own.
  for (const one of drawn.querySelectorAll("[aria-label]")) one.removeAttribute("aria-label");
  const { html: named } = html`<svg role="img" aria-label="${described}"`;
  return asIs(drawn.outerHTML.replace(/^<svg/, () => named));
};

/** A long name is broken, and cut, before the words at its right; its whole is then its title. */
const namedRows = (rows: readonly ChartRow[]) => {
  const saidMax = Math.max(...rows.map(({ said }) => said.length));
  const lettersMax = Math.max(12, Math.floor(widthPx / (letterPx * 0.57) - saidMax - 2));
  return rows.map(({ row, said }, at) => {
    const lines = rowLines(row, lettersMax);
    return { at, row, said, name: lines.join("\n"), lines: lines.length };
  });
};

interface Stacked {
  readonly at: number;
  readonly series: string;
  readonly said: string;
  readonly begin: number;
  readonly end: number;
}

const stacked = ({ parts }: ChartRow, at: number): readonly Stacked[] => {
  let end = 0;
  return parts.map(({ series, amount, said }) => {
    const begin = end;
    end += amount;
    return { at, series, said, begin, end };
  });
};
