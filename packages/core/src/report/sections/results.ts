import { sayDate } from "../../messages/numbers.ts";
import { capitalised } from "../../messages/report.ts";
import { reportedFigures } from "../../projections/reported.ts";
import { ownFactsOf } from "../../projections/year-view.ts";
import { ratingPackOn } from "../../rulebook/rulebook.ts";
import type { Block, Section } from "../document.ts";
import { figuresOfAll, termsOf } from "./figures.ts";
import { sentences } from "./sentences.ts";
import { list, type Page, section, text } from "./words.ts";

/** Results: what was noted in words by field of work, then what the figures say. */
export const resultsSection = (page: Page): readonly Section[] =>
  section(text(page, "section.results", { year: page.view.year }), [
    ...notedResults(page),
    ...list(sentences(page, figuresOfAll(page, resultNames(page)))),
  ]);

/** That a report of the year was presented and adopted, where that is recorded. */
export const adoptionSection = (page: Page): readonly Section[] => {
  const [adopted] = ownFactsOf(page.view, "ReportAdopted");
  if (adopted === undefined) return [];
  const date = sayDate(page.lang, adopted.effectiveOn);
  return section(
    text(page, "section.adoption"),
    list([text(page, "note.adopted", { date, year: page.view.year })]),
  );
};

/** The measures that a year's results are told by, and what else documents report of it. */
export const resultNames = (page: Page): readonly string[] => {
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
  return [...standard, ...new Set(others)];
};

/** A rating pack may know levels alone. */
const hasDistinctions = ({ view }: Page): boolean =>
  ratingPackOn(view.rulebook, view.day)?.parameters.branchDistinctions.value.length !== 0;

/** Under a heading for each field of work, in the order in which these were first named. */
const notedResults = ({ view }: Page): readonly Block[] => {
  const byField = Map.groupBy(ownFactsOf(view, "ResultNoted"), ({ data }) => data.field);
  return [...byField].flatMap(([field, facts]) => [
    ...(field === undefined ? [] : [{ block: "heading", text: capitalised(field) } as const]),
    ...list(facts.map(({ data }) => data.text)),
  ]);
};
