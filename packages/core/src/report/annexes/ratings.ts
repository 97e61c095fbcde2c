import { textIn } from "../../kernel/text-in.ts";
import { wordsOf } from "../../projections/measure.ts";
import { ratingPackOf } from "../../rulebook/rulebook.ts";
import type { Block, Section, Text } from "../document.ts";
import { type Page, section, text, wordOf } from "../sections/words.ts";

/** How many of each kind were rated at each level and which share of the kind that is. */
export const ratingsAnnex = (page: Page): readonly Section[] => {
  const kinds = Map.groupBy(ratedAccounts(page), ({ kind }) => kind);
  return section(
    text(page, "annex.ratings"),
    [...kinds].flatMap(([kind, accounts]) => tableOf(page, kind, accounts)),
  );
};

interface Rated {
  readonly kind: string;
  readonly words: readonly string[];
  readonly amount: number;
}

const ratedAccounts = ({ view }: Page): readonly Rated[] => {
  const sums = new Map<string, number>();
  for (const branch of view.scope) {
    for (const [measure, amount] of view.books.tally.counts.get(branch)?.get(view.year) ?? []) {
      if (wordsOf(measure)[0] === "rated") sums.set(measure, (sums.get(measure) ?? 0) + amount);
    }
  }
  return [...sums]
    .filter(([, amount]) => amount !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([measure, amount]) => {
      const [, ...words] = wordsOf(measure);
      return { kind: words[0] ?? "", words, amount };
    });
};

const tableOf = (page: Page, kind: string, accounts: readonly Rated[]): readonly Block[] => {
  const all = accounts.reduce((sum, { amount }) => sum + amount, 0);
  const rows = accounts.map(({ words, amount }): readonly Text[] => {
    const figure = `rated/${words.join("/")}`;
    const { year } = page.view;
    return [
      levelName(page, words),
      { figure: `${figure}@${year}`, value: { is: "count", count: amount } },
      { figure: `${figure}/share@${year}`, value: { is: "share", num: amount, den: all } },
    ];
  });
  const columns = [
    text(page, "label.level"),
    text(page, "label.number"),
    text(page, "label.share"),
  ];
  return [
    { block: "heading", text: kindName(page, kind) },
    { block: "table", columns, rows },
  ];
};

const kindName = (page: Page, kind: string): string =>
  kind === "member" ? text(page, "label.memberKind") : wordOf(page, "branchKinds", kind);

const levelName = (
  { view, lang }: Page,
  [kind, pack = "", level = "", distinction = ""]: readonly string[],
): string => {
  const parameters = ratingPackOf(view.rulebook, pack)?.parameters;
  const levels = kind === "member" ? parameters?.memberLevels : parameters?.branchLevels;
  const name =
    textIn(levels?.value.find(({ term }) => term === level)?.labels ?? {}, lang) || level;
  const mark = parameters?.branchDistinctions.value.find(({ term }) => term === distinction);
  return mark === undefined ? name : `${name}, ${textIn(mark.labels, lang) || distinction}`;
};
