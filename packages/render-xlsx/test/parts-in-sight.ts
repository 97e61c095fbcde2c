import { sayCount } from "@tongket/core/messages";
import type { DocumentValue } from "@tongket/core/report";
import type { FoundCell, Workbook } from "../src/read-xlsx.ts";

/** What the sheets of a workbook show, a text or a figure each, a share in three cells as one. */
export const partsInSight = (
  { sheets }: Workbook,
  { lang }: Pick<DocumentValue, "lang">,
): readonly string[] => {
  const parts: string[] = [];
  let splitAt: ReadonlySet<number> = new Set();
  for (const row of sheets.flatMap(({ rows }) => rows)) {
    const split = columnsInThree(row);
    if (split.size > 0) splitAt = split;
    if (row.filter((cell) => !isEmpty(cell)).length === 1) splitAt = new Set();
    for (let at = 0; at < row.length; at += splitAt.has(at) ? 3 : 1) {
      const cells = row.slice(at, splitAt.has(at) ? at + 3 : at + 1);
      parts.push(split.has(at) ? shown(cells.slice(0, 1), lang) : shown(cells, lang));
    }
  }
  return parts;
};

const isEmpty = ({ value }: FoundCell): boolean => (value ?? "") === "";

/** Where three headings stand of which the last two are the first one and what they tell of it. */
const columnsInThree = (row: readonly FoundCell[]): ReadonlySet<number> =>
  new Set(
    row.flatMap((_, at) => {
      const [name = "", ...others] = row.slice(at, at + 3).map(({ value }) => String(value ?? ""));
      const isOne = others.length === 2 && others.every((other) => other.startsWith(`${name}: `));
      return name !== "" && isOne ? [at] : [];
    }),
  );

const shown = (cells: readonly FoundCell[], lang: DocumentValue["lang"]): string => {
  const [first = "", second = "", share = ""] = cells.map((cell) => printed(cell, lang));
  if (share === "") return `${first}${second}`;
  return second === "" ? `${first}${share}` : `${share} (${first}/${second})`;
};

/** A cell in print: percentages at the decimals of their format, whole ones without. */
const printed = ({ value, format = "" }: FoundCell, lang: DocumentValue["lang"]): string => {
  if (typeof value !== "number") return String(value ?? "");
  const [, places] = /^0(?:\.(0+))?%$/.exec(format) ?? [];
  if (!format.endsWith("%")) return sayCount(lang, value);
  const isWhole = Math.abs(100 * value - Math.round(100 * value)) < 1e-9;
  const percent = (100 * value).toFixed(isWhole ? 0 : (places?.length ?? 0));
  return `${lang === "vi" ? percent.replace(".", ",") : percent}%`;
};
