import { reportEn } from "../../messages/report.en.ts";
import type { ReportKey } from "../../messages/report.ts";
import { formOf, splitMeasure } from "../../rulebook/measure-forms.ts";
import type { Figure, Placed, Span, Text } from "../document.ts";
import { computedOf, reportedOf } from "../placed.ts";
import { levelNames, type Page, said, wordOf } from "./words.ts";

/**
 * What figures say, each in a sentence, as computed or else as reported; where it is both, with
 * whether they agree. What is neither is left to the annex of figures.
 */
export const sentences = (page: Page, figures: readonly Figure[]): readonly Text[] =>
  figures.flatMap((figure) => {
    const sentence = sentenceOf(page, figure);
    return sentence === undefined ? [] : [sentence];
  });

const sentenceOf = (page: Page, figure: Figure): Text | undefined => {
  const computed = computedOf(figure);
  const [reported, ...others] = reportedOf(figure);
  if (figure.computed.is === "unknown") {
    if (reported === undefined) return undefined;
    const sentence = saidOf(page, figure, reported);
    return said(page, "said.reported", { sentence: besides(page, sentence, others) });
  }
  const sentence = saidOf(page, figure, computed);
  if (reported === undefined) return sentence;
  const key = figure.agrees === false ? "said.differing" : "said.agreeing";
  return said(page, key, { sentence, reported: besides(page, [reported], others) });
};

/** One document may report another figure than the next. */
const besides = (page: Page, first: readonly Span[], others: readonly Placed[]): readonly Span[] =>
  others.reduce<readonly Span[]>(
    (sentence, reported) => said(page, "said.besides", { sentence, reported }),
    first,
  );

/** A figure with what it counts: `97% (35/36) of the base organisations rated …`. */
const saidOf = (page: Page, { id, label }: Figure, figure: Placed): readonly Span[] => {
  const { name, word: term } = splitMeasure(id.replace(/@\d+$/, ""));
  const vocabulary = formOf(name)?.word?.of;
  const word = vocabulary === undefined ? term : wordOf(page, vocabulary, term);
  const key = `says.${name}`;
  const ofAll = `${key}.all`;
  if (term === "" && isKnown(ofAll)) return said(page, ofAll, { label, figure });
  return isKnown(key)
    ? said(page, key, { ...levelNames(page), word, label, figure })
    : said(page, "says.other", { label, figure });
};

const isKnown = (key: string): key is ReportKey => Object.hasOwn(reportEn, key);
