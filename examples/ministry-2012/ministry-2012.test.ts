import { readFileSync } from "node:fs";
import { explain, explainTarget } from "@tongket/core";
import {
  awardRoll,
  cellOfficers,
  coverageOf,
  programmeProgress,
  stockAndFlow,
  targetProgress,
  viewOf,
  type YearView,
} from "@tongket/core/projections";
import { makeDocument } from "@tongket/core/report";
import { renderMarkdown } from "@tongket/render-markdown";
import { proofAddsUp } from "@tongket/testing";
import { expect, test } from "vitest";
import type { Counted } from "./count/told.ts";
import { countStocks, countYear } from "./count.ts";
import { ministryCommands } from "./generate.ts";
import { figureOf, plain, readYears, recordAll } from "./record.ts";

const lines = [...ministryCommands()];
const desk = await recordAll(lines);
const views = await readYears(desk, 2012, 2013);
const years = [2012, 2013] as const;

/** Half up to a whole percentage, in whole numbers only. */
const roundedPercent = (share: Counted): number | undefined =>
  share !== undefined && "num" in share
    ? Math.floor((share.num * 200 + share.den) / (2 * share.den))
    : undefined;

test("the same commands come out every time, each recorded as a commit of its own", async () => {
  expect([...ministryCommands()]).toEqual(lines);
  expect((await desk.store.head()).position).toBe(lines.length);
  expect(lines.at(-1)?.id).toBe(`line-${String(lines.length).padStart(5, "0")}`);
});

test("every figure of both years equals the independent count", () => {
  for (const year of years) {
    const { figures } = countYear(lines, year);
    const names = Object.keys(figures);
    const computed = names.map((name) => [name, figureOf(views[year], name)]);
    expect(Object.fromEntries(computed)).toEqual(figures);
  }
});

test("the computed figures of 2012 are those of the seed", () => {
  const view = views[2012];
  const percents = [
    "baseOrganisationsAtTop",
    "membersAtGoodOrBetter",
    "directivesReached/cadre",
    "directivesReached/member",
    "directivesReached/mass",
  ].map((name) => roundedPercent(figureOf(view, name)));
  expect(percents).toEqual([97, 99, 100, 100, 100]);
  expect(figureOf(view, "inspectionsHeld")).toEqual({ count: 9 });
  const categories = [
    "base-exemplary-3-years",
    "base-exemplary",
    "direct-cell-exemplary",
    "base-cell-exemplary",
    "member-excellent",
  ].map((category) => figureOf(view, `awardsGranted/${category}`));
  expect(categories).toEqual([3, 21, 9, 17, 11].map((count) => ({ count })));
  expect(awardRoll(view)).toHaveLength(61);
  expect(awardRoll(view).every(({ presented }) => presented)).toBe(true);
  expect(figureOf(view, "shortcomingsNoted")).toEqual({ count: 5 });
  expect(figureOf(views[2013], "directionsSet")).toEqual({ count: 8 });
  expect(figureOf(views[2013], "planItems")).toEqual({ count: 5 });
});

test("the nine turns of 2012 are at eight organisations, and nothing else leaks in", () => {
  const inspected = lines
    .filter(({ command, effectiveOn }) => command === "InspectBranch" && effectiveOn < "2013")
    .map(({ data }) => data as { readonly branch: string; readonly kind: string })
    .filter(({ kind }) => kind === "inspection")
    .map(({ branch }) => branch);
  const bases = inspected.filter((branch) => /^[be]/.test(branch));
  expect([bases.length, new Set(bases).size, inspected.length]).toEqual([10, 8, 25]);
  expect(lines.filter(({ command }) => command === "ReverseEvent")).toHaveLength(1);
});

test("stock and flow of every branch equal the independent count, and close", () => {
  for (const year of years) {
    for (const [branch, counted] of countStocks(lines, year)) {
      const flow = stockAndFlow(viewOf(views[year], branch as YearView["branch"]));
      expect([branch, flow]).toEqual([branch, counted]);
      const came = flow.in.admitted + flow.in.received + flow.in.outside + flow.restructuredIn;
      const { sent, departed, left, annulled } = flow.out;
      const went = sent + departed + left + annulled + flow.restructuredOut;
      const onTheWay = flow.inTransit - flow.inTransitOpening;
      expect(flow.opening + came - went).toBe(flow.closing + onTheWay);
    }
  }
});

test("coverage by committee, secretaries and vacancies equal the independent count", () => {
  for (const year of years) {
    const { coverage, secretaries, vacant } = countYear(lines, year);
    const byName = (rows: readonly { readonly committee: string }[]) =>
      rows.toSorted((a, b) => (a.committee < b.committee ? -1 : 1));
    expect(byName(coverageOf(views[year]))).toEqual(byName(coverage));
    const officers = cellOfficers(views[year], "secretary");
    expect([officers.holders.size, officers.vacant]).toEqual([secretaries, vacant]);
  }
  const rowOf = (committee: string) =>
    coverageOf(views[2013]).find((row) => row.committee === committee);
  expect(rowOf("b03")).toMatchObject({ both: 4, cells: 8 });
  expect(rowOf("b04")).toMatchObject({ both: 4, cells: 7 });
  expect(rowOf("ministry")).toMatchObject({ both: 18, cells: 35 });
});

test("of the targets of 2013 six pass, three fail and one stays unknown", () => {
  const judged = targetProgress(views[2013]).map(({ target, actual, verdict, each }) => ({
    target,
    actual: plain(actual),
    verdict,
    failing: each.filter((row) => row.verdict === "fail").map(({ branch }) => branch),
  }));
  expect(judged).toEqual(countYear(lines, 2013).targets);
  expect(judged.map(({ target, verdict }) => `${target} ${verdict}`)).toEqual([
    "ct-01-hoc-tap fail",
    "ct-02-trien-khai unknown",
    "ct-03-lam-theo pass",
    "ct-04-nhan-thuc pass",
    "ct-05-ket-nap fail",
    "ct-06-trong-sach pass",
    "ct-07-tieu-bieu pass",
    "ct-08-dang-vien pass",
    "ct-09-kiem-tra fail",
    "ct-10-bi-thu pass",
  ]);
  expect(judged.flatMap(({ failing }) => failing)).toEqual(["b03"]);
});

test("the README shows each target with the figure and the verdict of the ledger", () => {
  const readme = readFileSync(new URL("README.md", import.meta.url), "utf8");
  for (const { target, actual, verdict } of targetProgress(views[2013])) {
    const value = plain(actual) ?? { count: "–" };
    const text = "num" in value ? `${value.num}/${value.den}` : `${value.count}`;
    const row = readme.split("\n").find((line) => line.includes(`\`${target}\``)) ?? "";
    expect(row.split(" | ").slice(1, 3)).toEqual([text, verdict]);
  }
  for (const name of ["baseOrganisationsAtTop", "membersAtGoodOrBetter"]) {
    const share = figureOf(views[2012], name);
    if (share === undefined || !("num" in share)) throw new Error(`${name} is no share`);
    expect(readme).toContain(`| ${share.num}/${share.den} |`);
  }
  expect(readme).toContain(`its ${lines.length} commands`);
});

test("of the programme of 2013 three visits were made and two were not", () => {
  const done = programmeProgress(views[2013])?.items.map((item) => [item.item, item.done]);
  expect(Object.fromEntries(done ?? [])).toEqual({
    "kt-1": true,
    "kt-2": true,
    "kt-3": false,
    "gs-1": true,
    "gs-2": false,
    "th-1": undefined,
  });
});

for (const lang of ["vi", "en"] as const) {
  test(`the scoreboard of 2013 reads as expected (${lang})`, async () => {
    const { books, rulebook, branch, year } = views[2013];
    const { position, hash } = await desk.store.head();
    const origin = { ledger: "ministry-2012", position, hash };
    const request = { books, rulebook, branch, year, lang, origin, simulated: true };
    const text = renderMarkdown(makeDocument("scoreboard", request));
    await expect(text).toMatchFileSnapshot(`scoreboard.${lang}.md`);
  });
}

test("every figure of both years is explained by events, and its proof adds up", async () => {
  for (const year of years) {
    for (const measure of Object.keys(countYear(lines, year).figures)) {
      const explained = await explain(desk.store, { view: views[year], measure });
      if (explained === undefined) throw new Error(`no figure ${measure}`);
      proofAddsUp(explained);
      expect(plain(explained.value)).toEqual(figureOf(views[year], measure));
    }
  }
});

test("the target that b03 fails is explained with b03 by name", async () => {
  const asked = { view: views[2013], target: "ct-09-kiem-tra" };
  const explained = await explainTarget(desk.store, asked);
  const failing = explained?.target.each.filter(({ verdict }) => verdict === "fail");
  expect(failing).toMatchObject([{ branch: "b03", actual: { num: 4, den: 8 } }]);
  if (explained !== undefined) proofAddsUp(explained.figure);
});
