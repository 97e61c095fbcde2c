import { cellOfficers, leadingOffice } from "../../projections/cell-officers.ts";
import { coverageOf } from "../../projections/coverage.ts";
import { wordsOf } from "../../projections/measure.ts";
import { reportedFigures } from "../../projections/reported.ts";
import { stockAndFlow } from "../../projections/stock-and-flow.ts";
import { ownFactsOf, sumOf } from "../../projections/year-view.ts";
import { ratingPackOf, ratingPackOn } from "../../rulebook/rulebook.ts";
import type { Block, Cell, Section } from "../document.ts";
import { figuresOfAll, termsOf } from "./figures.ts";
import { branchName, list, type Page, section, text, wordOf } from "./words.ts";

/** Results: what was noted in words, then the figures, each beside what documents report. */
export const resultsSection = (page: Page): readonly Section[] => {
  const standard = [
    ...termsOf(page, "audiences").map((term) => `directivesReached/${term}`),
    "baseOrganisationsAtTop",
    ...(hasDistinctions(page) ? ["baseOrganisationsExemplary"] : []),
    "membersAtGoodOrBetter",
    ...(termsOf(page, "inspectionModes").length === 0
      ? []
      : ["inspectionsHeld", "supervisionsHeld"]),
    "membersAdmitted",
    ...termsOf(page, "courses").map((term) => `peopleTrained/${term}`),
  ];
  const elsewhere = ["awardsGranted", "directionsSet", "planItems"];
  const others = reportedFigures(page.view)
    .map(({ measure }) => measure)
    .filter((one) => !standard.includes(one) && !elsewhere.includes(one.split("/")[0] ?? ""));
  const names = [...standard, ...new Set(others)];
  return section(text(page, "section.results", { year: page.view.year }), [
    ...list(notedResults(page)),
    { block: "figures", figures: figuresOfAll(page, names) },
  ]);
};

/** A rating pack may know levels alone. */
const hasDistinctions = ({ view }: Page): boolean =>
  ratingPackOn(view.rulebook, view.day)?.parameters.branchDistinctions.value.length !== 0;

const notedResults = ({ view }: Page): readonly string[] =>
  ownFactsOf(view, "ResultNoted").map(({ data }) => data.text);

/** How many of each kind were rated at each level, one table. */
export const ratingsSection = (page: Page): readonly Section[] => {
  const { view, lang } = page;
  const rows = new Map<string, number>();
  for (const branch of view.scope) {
    for (const [measure, amount] of view.books.tally.counts.get(branch)?.get(view.year) ?? []) {
      if (wordsOf(measure)[0] === "rated") rows.set(measure, (rows.get(measure) ?? 0) + amount);
    }
  }
  const cells = [...rows].sort().map(([measure, amount]): readonly Cell[] => {
    const [, kind = "", pack = "", level = "", distinction = ""] = wordsOf(measure);
    const parameters = ratingPackOf(view.rulebook, pack)?.parameters;
    const levels = kind === "member" ? parameters?.memberLevels : parameters?.branchLevels;
    const levelName = levels?.value.find(({ term }) => term === level)?.labels[lang] ?? level;
    const mark = parameters?.branchDistinctions.value.find(({ term }) => term === distinction);
    const kindName =
      kind === "member" ? text(page, "label.memberKind") : wordOf(page, "branchKinds", kind);
    const name =
      mark === undefined ? levelName : `${levelName}, ${mark.labels[lang] ?? distinction}`;
    return [kindName, name, { is: "count", count: amount }];
  });
  const columns = [text(page, "label.kind"), text(page, "label.level"), text(page, "label.number")];
  return section(
    text(page, "section.ratings"),
    cells.length === 0 ? [] : [{ block: "table", columns, rows: cells }],
  );
};

/** Stock and flow of members, where any member was recorded. */
export const membersSection = (page: Page): readonly Section[] => {
  const flow = stockAndFlow(page.view);
  const { opening, closing, restructuredIn, restructuredOut, inTransit, inTransitOpening } = flow;
  if (
    opening === 0 &&
    closing === 0 &&
    sumOf(page.view, ([what]) => what === "stock") === undefined
  ) {
    return [];
  }
  const lines: readonly (readonly [Parameters<typeof text>[1], number])[] = [
    ["members.opening", opening],
    ["members.restructuredIn", restructuredIn],
    ["members.restructuredOut", -restructuredOut],
    ["members.admitted", flow.in.admitted],
    ["members.received", flow.in.received],
    ["members.outside", flow.in.outside],
    ["members.sent", -flow.out.sent],
    ["members.departed", -flow.out.departed],
    ["members.left", -flow.out.left],
    ["members.annulled", -flow.out.annulled],
    ["members.closing", closing],
    ["members.closingOfficial", flow.closingOfficial],
    ["members.closingProbationary", flow.closingProbationary],
    ["members.inTransit", inTransit - inTransitOpening],
  ];
  const rows = lines.map(([key, amount]): readonly Cell[] => [
    text(page, key),
    { is: "count", count: amount },
  ]);
  const columns = [text(page, "label.measure"), text(page, "label.number")];
  return section(text(page, "section.members"), [{ block: "table", columns, rows }]);
};

/** Which of its cells each committee inspected and supervised. */
export const inspectionSection = (page: Page): readonly Section[] => {
  const rows = coverageOf(page.view)
    .filter(({ inspected, supervised }) => inspected + supervised > 0)
    .map(({ committee, cells, inspected, supervised, both }): readonly Cell[] => [
      branchName(page, committee),
      { is: "count", count: cells },
      { is: "share", num: inspected, den: cells },
      { is: "share", num: supervised, den: cells },
      { is: "share", num: both, den: cells },
    ]);
  const columns = (
    ["label.committee", "label.cells", "label.inspected", "label.supervised", "label.both"] as const
  ).map((key) => text(page, key));
  return section(text(page, "section.inspection"), [
    ...(rows.length === 0 ? [] : [{ block: "table", columns, rows } as const]),
    ...vacancies(page),
  ]);
};

/** How many cells have nobody in the office that leads them, where any has. */
const vacancies = (page: Page): readonly Block[] => {
  const office = leadingOffice(page.view);
  if (office === undefined) return [];
  const { holders, vacant } = cellOfficers(page.view, office);
  return holders.size === 0
    ? []
    : [{ block: "paragraph", text: text(page, "note.vacant", { count: vacant.length }) }];
};
