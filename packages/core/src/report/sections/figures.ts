import { reportEn } from "../../messages/report.en.ts";
import type { ReportKey } from "../../messages/report.ts";
import { measured, measureNamed } from "../../projections/measured.ts";
import { agrees, type ReportedFigure, reportedFigures } from "../../projections/reported.ts";
import { formOf } from "../../rulebook/measure-forms.ts";
import type { VocabularyName } from "../../rulebook/structure-pack.ts";
import type { Figure } from "../document.ts";
import { lineLabel } from "./line-label.ts";
import { levelNames, type Page, text, wordOf } from "./words.ts";

/** A measure as a figure of the page's year, beside what documents report of it. */
export const figureOf = (
  page: Page,
  measure: string,
  reported?: readonly ReportedFigure[],
): Figure => {
  const stated = (reported ?? reportedFigures(page.view)).filter((one) => one.measure === measure);
  const computed = measured(page.view, measure) ?? { is: "unknown", missing: "measure" };
  const agreement = stated.map(({ value }) => agrees(computed, value));
  const compared = agreement.filter((one) => one !== undefined);
  return {
    id: `${measure}@${page.view.year}`,
    label: measureLabel(page, measure),
    computed,
    reported: stated,
    ...(compared.length === 0 ? {} : { agrees: compared.every((one) => one) }),
  };
};

export const figuresOfAll = (page: Page, names: readonly string[]): readonly Figure[] => {
  const reported = reportedFigures(page.view);
  return names.map((name) => figureOf(page, name, reported));
};

/** What a measure, or a line of a table, counts, in words. */
export const measureLabel = (page: Page, name: string): string => {
  const line = lineLabel(page, name);
  if (line !== undefined) return line;
  const { measure, word: term } = measureNamed(name);
  const vocabulary = measure && formOf(measure.name)?.word?.of;
  const word = vocabulary === undefined ? term : wordOf(page, vocabulary, term);
  const key = `measure.${measure?.name}`;
  const ofAll = `${key}.all`;
  if (term === "" && isKnown(ofAll)) return text(page, ofAll);
  return isKnown(key) ? text(page, key, { ...levelNames(page), word }) : name;
};

/** The terms of a vocabulary in force. */
export const termsOf = ({ view }: Page, vocabulary: VocabularyName): readonly string[] =>
  view.structure?.parameters[vocabulary].value.map(({ term }) => term) ?? [];

const isKnown = (key: string): key is ReportKey => Object.hasOwn(reportEn, key);
