import { textIn } from "../../kernel/text-in.ts";
import type { Lang } from "../../messages/lang.ts";
import {
  type ReportKey,
  type ReportValues,
  reportParts,
  reportText,
} from "../../messages/report.ts";
import type { YearView } from "../../projections/year-view.ts";
import { ratingPackOn } from "../../rulebook/rulebook.ts";
import type { CommonWord, VocabularyName } from "../../rulebook/structure-pack.ts";
import {
  type Block,
  type Placed,
  type Section,
  type Span,
  spansOf,
  type Text,
} from "../document.ts";

/** What every section is made from: the view of its year and the language it speaks. */
export interface Page {
  readonly view: YearView;
  readonly lang: Lang;
}

/** A message of the reports in the organisation's own words for what it speaks of. */
export const text = (page: Page, key: ReportKey, values?: ReportValues): string =>
  reportText(page.lang, key, { ...ownWords(page), ...values });

/** The same with figures among its words, or with words that have some. */
export const said = (
  page: Page,
  key: ReportKey,
  values: ReportValues<Placed | readonly Span[]>,
): readonly Span[] =>
  reportParts(page.lang, key, { ...ownWords(page), ...values }).flatMap(spansOf);

/** What an organisation calls what reports speak of. */
export const commonWord = (page: Page, term: CommonWord): string =>
  ownWords(page)[term] ?? reportText(page.lang, `word.${term}`);

const ownWords = ({ view, lang }: Page): { readonly [term: string]: string } =>
  Object.fromEntries(
    (view.structure?.parameters.commonWords?.value ?? []).flatMap(({ term, labels }) => {
      const label = labels[lang];
      return label === undefined ? [] : [[term, label]];
    }),
  );

/** A section, or none where it has nothing to say. */
export const section = (heading: string, blocks: readonly Block[]): readonly Section[] =>
  blocks.length === 0 ? [] : [{ heading, blocks }];

export const list = (items: readonly Text[], ordered = false): readonly Block[] =>
  items.length === 0 ? [] : [{ block: "list", ordered, items }];

/** The name of an organisation as it was called on the day of the view. */
export const branchName = ({ view }: Page, branch: string): string =>
  view.tree.nodes.get(branch as never)?.name ?? branch;

/** A word of the structure pack in the language of the page; the bare word where it has none. */
export const wordOf = ({ view, lang }: Page, vocabulary: VocabularyName, term: string): string =>
  textIn(
    view.structure?.parameters[vocabulary].value.find((entry) => entry.term === term)?.labels ?? {},
    lang,
  ) || term;

/** Names of the levels of the rating pack in force at the end of the year. */
export const levelNames = ({ view, lang }: Page): { readonly [name: string]: string } => {
  const parameters = ratingPackOn(view.rulebook, view.day)?.parameters;
  const named = (
    entry: { readonly labels: Readonly<Record<string, string>> } | undefined,
  ): string => textIn(entry?.labels ?? {}, lang) || "?";
  const good = parameters?.memberLevels.value.find(
    ({ term }) => term === parameters.memberGoodLevel.value,
  );
  return {
    top: named(parameters?.branchLevels.value[0]),
    distinction: named(parameters?.branchDistinctions.value[0]),
    good: named(good),
    best: named(parameters?.memberLevels.value[0]),
  };
};
