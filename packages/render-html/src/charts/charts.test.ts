import {
  type AnyEvent,
  BranchId,
  CalendarDate,
  Instant,
  type RecordedEvent,
  rulebookFor,
} from "@tongket/core";
import { inMemoryStore } from "@tongket/core/log";
import { keepBooks, viewYear } from "@tongket/core/projections";
import { makeDocument, type Page, shownFigures } from "@tongket/core/report";
import { rulebookOf, shippedPacks } from "@tongket/core/rulebook";
import { hostileTexts, ministry, recordLines } from "@tongket/testing";
import { parseHTML } from "linkedom";
import { beforeAll, describe, expect, test } from "vitest";
import type { Chart, ChartRow } from "./chart.ts";
import { chartSvg } from "./chart-svg.ts";
import { chartsOf } from "./charts-data.ts";
import { drawnCharts } from "./drawn-charts.ts";

const branch = BranchId.make("b1");
const lang = "vi";

describe("of two years of a ministry", () => {
  let page: Page;
  let shownIn: (year: number) => ReadonlyMap<string, string>;

  beforeAll(async () => {
    const createdAt = Instant.make("1990-01-01T00:00:00.000Z");
    const store = inMemoryStore({ createdAt, ledger: "a", regime: "vn-party", tongket: 1 });
    const lines = ministry({ seed: 7, branches: 40, members: 400, years: 2 });
    const keeping = keepBooks();
    for await (const event of recordLines(store, lines)) keeping.take(event);
    const books = keeping.close();
    const rulebook = await rulebookFor(store, shippedPacks);
    page = { lang, view: viewYear({ books, rulebook, branch, year: 2013 }) };
    shownIn = (year) => {
      const origin = { ledger: "a", position: 1, hash: "0".repeat(64) };
      const document = makeDocument("annual-review", {
        books,
        rulebook,
        branch,
        year,
        lang,
        origin,
      });
      return new Map(
        shownFigures(document).map((one) => [`${one.figure} ${one.branch ?? branch}`, one.text]),
      );
    };
  });

  const rowsOf = (name: string): readonly ChartRow[] =>
    chartsOf(page).find(({ chart }) => chart === name)?.rows ?? [];

  test("each year's ratings and admissions are those of its own document", () => {
    for (const [at, year] of [2012, 2013].entries()) {
      const shown = shownIn(year);
      expect(rowsOf("admissions")[at]?.said).toBe(shown.get(`membersAdmitted@${year} ${branch}`));
      const pack = "rated/member/2011-07-hd-btctw";
      const levels = ["excellent", "good", "completed", "failing"].map((level) =>
        shown.get(`${pack}/${level}/-@${year} ${branch}`),
      );
      expect(rowsOf("members-rated")[at]?.parts.map(({ said }) => said)).toEqual(levels);
    }
    expect(rowsOf("members-rated").map(({ row }) => row)).toEqual(["Năm 2012", "Năm 2013"]);
  });

  test("coverage is that of the document, and what is in no part was not reached", () => {
    const shown = shownIn(2013);
    const committees = [...shown].filter(([figure]) => figure.startsWith("cells/own@2013"));
    expect(rowsOf("coverage")).toHaveLength(committees.length);
    for (const [at, [figure, cells]] of committees.entries()) {
      const { parts = [], said } = rowsOf("coverage")[at] ?? {};
      const [both = 0, inspected = 0, supervised = 0, neither = 0] = parts.map((one) => one.amount);
      const all = both + inspected + supervised + neither;
      expect(String(all)).toBe(cells);
      expect(said).toBe(`${all - neither}/${cells}`);
      const [, committee = ""] = figure.split(" ");
      expect(shown.get(`cellsInspected/own@2013 ${committee}`)).toContain(
        `(${both + inspected}/${all})`,
      );
    }
  });

  test("a year that is yet to come is in no chart", () => {
    const before = { ...page, view: viewYear({ ...page.view, year: 2012 }) };
    const text = JSON.stringify(chartsOf(before));
    expect(text).toContain("Năm 2012");
    expect(text).not.toContain("2013");
  });

  test("charts are drawn alike each time, and each tells all it shows", () => {
    const drawn = drawnCharts(page);
    expect(drawnCharts(page)).toBe(drawn);
    const { document } = parseHTML(drawn);
    const figures = [...document.querySelectorAll("figure.chart")];
    expect(figures).toHaveLength(chartsOf(page).length);
    for (const [at, figure] of figures.entries()) {
      const label = figure.querySelector("svg[role=img]")?.getAttribute("aria-label") ?? "";
      const { title, rows } = chartsOf(page)[at] as Chart;
      expect(figure.querySelector("figcaption")?.textContent).toBe(title);
      for (const { row, parts } of rows) {
        expect(label).toContain(`${row}: ${parts.map((p) => `${p.series} ${p.said}`).join(", ")}`);
      }
    }
  });
});

const pageOf = (events: readonly Pick<AnyEvent, "type" | "data">[]): Page => {
  const keeping = keepBooks();
  for (const [at, { type, data }] of events.entries()) {
    keeping.take({
      type,
      data,
      version: 1,
      tags: [],
      effectiveOn: CalendarDate.make("2012-01-01"),
      recordedAt: Instant.make("2012-01-01T00:00:00.000Z"),
      position: at + 1,
      index: 0,
    } as RecordedEvent);
  }
  const rulebook = rulebookOf("vn-party", shippedPacks);
  return { lang, view: viewYear({ books: keeping.close(), rulebook, branch, year: 2012 }) };
};

const target = (target: string, measure: string, value: object, text = target) => ({
  type: "TargetSet",
  data: {
    committee: branch,
    year: 2012,
    target,
    text,
    measure,
    scope: "aggregate",
    goal: { op: ">=", value },
  },
});

test("targets stand by what they ask for, shares and counts apart, known or not", () => {
  const page = pageOf([
    { type: "BranchCarriedIn", data: { branch, name: "Đảng bộ", kind: "upper-committee" } },
    { type: "DirectionSet", data: { committee: branch, year: 2012, ordinal: 1, text: "a" } },
    target("directions", "directionsSet", { count: 2 }),
    target("good", "membersAtGoodOrBetter", { num: 19, den: 20 }),
  ] as never);
  const [shares, counts] = chartsOf(page);
  expect(shares).toMatchObject({
    chart: "targets-share-2012",
    scaleMax: 100,
    rows: [{ row: "good", said: "≥ 95%", parts: [], goal: { amount: 95 } }],
  });
  expect(counts).toMatchObject({
    chart: "targets-count-2012",
    rows: [
      { said: "1 · ≥ 2", parts: [{ amount: 1, said: "1" }], goal: { amount: 2, said: "≥ 2" } },
    ],
  });
});

test("where nothing is counted there is no chart", () => {
  expect(drawnCharts(pageOf([]))).toBe("");
});

const hostile = [
  ...hostileTexts,
  '" onload="x" \'',
  "&quot; &lt;script>",
  "</title></svg><b>",
  "$& $1",
];

test.each(hostile.map((text) => [text.slice(0, 30), text]))("%j stays words", (_, text) => {
  const { document } = parseHTML("<html></html>");
  const drawn = (name: string): string => {
    const row = { row: name, said: name, parts: [{ series: name, said: name, amount: 1 }] };
    const chart = { chart: "a", title: name, series: [name], rows: [row] };
    return chartSvg(chart, name, document as never).html;
  };
  const tagsOf = (svg: string): ReadonlySet<string> =>
    new Set([...svg.matchAll(/<(?!tspan)\w+/g)].map(([tag]) => tag));
  expect(tagsOf(drawn(text))).toEqual(tagsOf(drawn("tên")));
  const svg = parseHTML(drawn(text)).document.querySelector("svg");
  expect(svg?.getAttribute("onload")).toBe(null);
  expect(svg?.getAttribute("aria-label")?.length).toBe(text.length);
});
