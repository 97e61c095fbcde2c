import { percentText, type Ratio } from "../kernel/ratio.ts";
import { type Lang, languages } from "../messages/lang.ts";
import { sayCount, sayPercent } from "../messages/numbers.ts";
import { type ReportKey, reportText } from "../messages/report.ts";
import type { FigureValue } from "../projections/figure.ts";
import type { ReportedValue } from "../review/events.ts";
import type { Goal } from "../target/events.ts";
import type { PlacedValue } from "./document.ts";

/** A share as a percentage, half up: `97,4%` in Vietnamese. */
export const formatPercent = (share: Ratio, decimals: number, lang: Lang): string =>
  sayPercent(lang, percentText(share, decimals).replace(".", languages[lang].writing.decimal));

/** A computed figure in words: `97,2% (35/36)`, a count, or what is missing. */
export const formatFigure = (value: FigureValue, lang: Lang): string => {
  switch (value.is) {
    case "count":
      return sayCount(lang, value.count);
    case "share": {
      const percent = formatPercent(value, shareDecimals(value), lang);
      return `${percent} (${sayCount(lang, value.num)}/${sayCount(lang, value.den)})`;
    }
    case "unknown":
      return reportText(lang, `unknown.${value.missing}` as ReportKey);
  }
};

/** One decimal, or as many as it takes not to show all for almost all, or none for hardly any. */
export const shareDecimals = (share: Ratio): number => {
  if (wholePercent(share)) return 0;
  let decimals = 1;
  while (decimals < 12 && /^(0|100)\.0+$/.test(percentText(share, decimals))) decimals += 1;
  return decimals;
};

const wholePercent = ({ num, den }: Ratio): boolean => (BigInt(num) * 100n) % BigInt(den) === 0n;

/** A figure in its place: computed, reported, aimed at or left out. */
export const formatPlaced = (value: PlacedValue, lang: Lang): string => {
  switch (value.is) {
    case "reported":
      return formatReported(value.value, lang);
    case "goal":
      return formatGoal(value.goal, lang);
    case "margin":
      return formatMargin(value.margin, lang);
    case "suppressed":
      return reportText(lang, "figure.suppressed", { under: value.under });
    default:
      return formatFigure(value, lang);
  }
};

/** A reported figure at its own decimals. */
export const formatReported = (value: ReportedValue, lang: Lang): string => {
  if ("count" in value) return sayCount(lang, value.count);
  const { percent, decimals, num, den } = value;
  const text = formatPercent({ num: percent, den: 100 * 10 ** decimals }, decimals, lang);
  return num === undefined || den === undefined
    ? text
    : `${text} (${sayCount(lang, num)}/${sayCount(lang, den)})`;
};

/** How far a goal is passed or missed: `3 over`. */
const formatMargin = (margin: number, lang: Lang): string => {
  if (margin === 0) return reportText(lang, "margin.exact");
  const count = sayCount(lang, Math.abs(margin));
  return reportText(lang, margin > 0 ? "margin.over" : "margin.under", { count });
};

/** A goal with its sign: `≥ 90%`, `> 50%`, `≥ 100`. */
export const formatGoal = ({ op, value }: Goal, lang: Lang): string => {
  const sign = op === ">=" ? "≥" : op;
  const amount =
    "count" in value
      ? sayCount(lang, value.count)
      : formatPercent(value, wholePercent(value) ? 0 : 1, lang);
  return `${sign} ${amount}`;
};
