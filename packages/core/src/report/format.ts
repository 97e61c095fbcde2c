import { percentText, type Ratio } from "../kernel/ratio.ts";
import type { Lang } from "../messages/lang.ts";
import { type ReportKey, reportText } from "../messages/report.ts";
import type { FigureValue } from "../projections/figure.ts";
import type { ReportedValue } from "../review/events.ts";
import type { Goal } from "../target/events.ts";

const marks: Readonly<Record<Lang, { readonly decimal: string; readonly group: string }>> = {
  vi: { decimal: ",", group: "." },
  en: { decimal: ".", group: "," },
};

/** A whole number with the language's grouping: 1.234 in Vietnamese, 1,234 in English. */
export const formatCount = (count: number, lang: Lang): string =>
  String(count).replace(/\B(?=(\d{3})+$)/g, marks[lang].group);

/** A share as a percentage, half up: `97,4%` in Vietnamese. */
export const formatPercent = (share: Ratio, decimals: number, lang: Lang): string =>
  `${percentText(share, decimals).replace(".", marks[lang].decimal)}%`;

/** `2013-01-23` as `23/1/2013` in Vietnamese and `23 January 2013` in English. */
export const formatDate = (date: string, lang: Lang): string => {
  const [year = "", month = "", day = ""] = date.split("-");
  return lang === "vi"
    ? `${Number(day)}/${Number(month)}/${year}`
    : `${Number(day)} ${englishMonths[Number(month) - 1]} ${year}`;
};

const englishMonths = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** A computed figure in words: `97,2% (35/36)`, a count, or what is missing. */
export const formatFigure = (value: FigureValue, lang: Lang): string => {
  switch (value.is) {
    case "count":
      return formatCount(value.count, lang);
    case "share":
      return `${formatPercent(value, wholePercent(value) ? 0 : 1, lang)} (${formatCount(value.num, lang)}/${formatCount(value.den, lang)})`;
    case "unknown":
      return reportText(lang, `unknown.${value.missing}` as ReportKey);
  }
};

const wholePercent = ({ num, den }: Ratio): boolean => (BigInt(num) * 100n) % BigInt(den) === 0n;

/** A reported figure at its own decimals. */
export const formatReported = (value: ReportedValue, lang: Lang): string => {
  if ("count" in value) return formatCount(value.count, lang);
  const { percent, decimals, num, den } = value;
  const text = formatPercent({ num: percent, den: 100 * 10 ** decimals }, decimals, lang);
  return num === undefined || den === undefined
    ? text
    : `${text} (${formatCount(num, lang)}/${formatCount(den, lang)})`;
};

/** A goal with its sign: `≥ 90%`, `> 50%`, `≥ 100`. */
export const formatGoal = ({ op, value }: Goal, lang: Lang): string => {
  const sign = op === ">=" ? "≥" : op;
  const amount =
    "count" in value
      ? formatCount(value.count, lang)
      : formatPercent(value, wholePercent(value) ? 0 : 1, lang);
  return `${sign} ${amount}`;
};
