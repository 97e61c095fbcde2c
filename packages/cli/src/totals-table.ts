import { escaped, type Lang, say, sayCount } from "@tongket/core/messages";
import {
  type Part,
  type Total,
  type Totals,
  totalsBy,
  totalsOver,
  type YearView,
} from "@tongket/core/projections";

/** What to lay out: the years of a branch, and the parts to tell its totals by. */
export interface TableAsked {
  readonly views: readonly YearView[];
  readonly parts: readonly Part[];
}

/** For machines: a row a part, and the totals; which of them are distinct, and hence not added. */
export const tableJson = ({ views, parts }: TableAsked): object => {
  const totals = totalsOver(views);
  const rows = totalsBy(views, parts).map((row) => ({ ...row, totals: amountsOf(row.totals) }));
  return {
    years: views.map(({ year }) => year),
    ...(parts.length === 0 ? {} : { by: parts, rows }),
    totals: amountsOf(totals),
    distinct: [...totals].flatMap(([measure, { isDistinct }]) => (isDistinct ? [measure] : [])),
  };
};

export const amountsOf = (totals: Totals): { readonly [measure: string]: number } =>
  Object.fromEntries([...totals].map(([measure, { amount }]) => [measure, amount]));

/** For people: a line a total, with a line a branch below it, and a column a year. */
export const tableText = (lang: Lang, { views, parts }: TableAsked): readonly string[] => {
  const totals = totalsOver(views);
  if (totals.size === 0) return [say(lang, "replay.none")];
  const columns = columnsOf(lang, views, parts.includes("year"));
  const branches = parts.includes("branch") ? branchesOf(lang, views) : [];
  const lineOf = (head: string, totalIn: (column: Column) => Total | undefined) => [
    head,
    ...columns.map((column) => cellText(lang, totalIn(column))),
  ];
  const lines = [...totals].flatMap(([measure, { isDistinct }]) => [
    lineOf(isDistinct ? `${measure} *` : measure, ({ whole }) => whole.get(measure)),
    ...branches
      .filter(({ branch }) => columns.some(({ of }) => of.get(branch)?.has(measure)))
      .map(({ branch, label }) => lineOf(`  ${label}`, ({ of }) => of.get(branch)?.get(measure))),
  ]);
  const titles = columns.some(({ title }) => title !== "")
    ? [["", ...columns.map(({ title }) => title)]]
    : [];
  const notes = [...totals.values()].some(({ isDistinct }) => isDistinct)
    ? [say(lang, "replay.distinct")]
    : [];
  return [...aligned([...titles, ...lines]), ...notes];
};

/** One column: the totals of a year, or of all years, also those of each branch. */
interface Column {
  readonly title: string;
  readonly whole: Totals;
  readonly of: ReadonlyMap<string | undefined, Totals>;
}

const columnsOf = (
  lang: Lang,
  views: readonly YearView[],
  isByYear: boolean,
): readonly Column[] => {
  const column = (title: string, some: readonly YearView[]): Column => ({
    title,
    whole: totalsOver(some),
    of: new Map(totalsBy(some, ["branch"]).map(({ branch, totals }) => [branch, totals])),
  });
  if (!isByYear) return [column("", views)];
  const years = views.map((view) => column(String(view.year), [view]));
  return years.length === 1 ? years : [...years, column(say(lang, "replay.total"), views)];
};

/** The branch itself and each below it, by its name in the last year. */
const branchesOf = (lang: Lang, views: readonly YearView[]) => {
  const last = views.at(-1);
  return totalsBy(views, ["branch"]).flatMap(({ branch }) => {
    if (branch === undefined) return [];
    const named = `${escaped(last?.tree.nodes.get(branch)?.name ?? "")} (${branch})`;
    const isItself = branch === last?.branch;
    return [{ branch, label: isItself ? say(lang, "replay.itself", { name: named }) : named }];
  });
};

/** Absent is not zero. */
const cellText = (lang: Lang, total: Total | undefined): string =>
  total === undefined ? "-" : sayCount(lang, total.amount);

/** The first column to the left, figures to the right. */
const aligned = (lines: readonly (readonly string[])[]): readonly string[] => {
  const widths = (lines[0] ?? []).map((_, at) =>
    Math.max(...lines.map((line) => [...(line[at] ?? "")].length)),
  );
  return lines.map((line) =>
    line
      .map((cell, at) => {
        const space = " ".repeat((widths[at] ?? 0) - [...cell].length);
        return at === 0 ? `  ${cell}${space}` : `  ${space}${cell}`;
      })
      .join(""),
  );
};
