import type { Lang } from "./lang.ts";

const months =
  "January February March April May June July August September October November December".split(
    " ",
  );

/** `23/1/2013`, or `23 January 2013`. What is no calendar date stays as it is. */
export const sayDate = (lang: Lang, date: string): string => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  const name = months[Number(month) - 1];
  if (year === undefined || name === undefined) return date;
  return lang === "vi"
    ? `${Number(day)}/${Number(month)}/${Number(year)}`
    : `${Number(day)} ${name} ${Number(year)}`;
};

/** `tháng 1`, or `January`. */
export const sayMonth = (lang: Lang, month: number): string =>
  lang === "vi" ? `tháng ${month}` : (months[month - 1] ?? "");

/** A whole number with its thousands told apart: `1.250`, or `1,250`. */
export const sayCount = (lang: Lang, count: number): string =>
  String(count).replace(/\B(?=(\d{3})+$)/g, lang === "vi" ? "." : ",");

/** The value of a fact: `90,5`, `1/3`, `có`, or the words themselves. */
export const sayAmount = (
  lang: Lang,
  value: number | boolean | string | { readonly num: number; readonly den: number },
): string => {
  if (typeof value === "string") return value;
  if (typeof value === "number") return sayCount(lang, value);
  if (typeof value === "boolean") return yesNo[lang][value ? 0 : 1];
  const { num, den } = value;
  if (den === 1) return sayCount(lang, num);
  const places = placesOf(den);
  if (places === undefined) return `${sayCount(lang, num)}/${sayCount(lang, den)}`;
  const scaled = (BigInt(Math.abs(num)) * 10n ** BigInt(places)) / BigInt(den);
  const digits = String(scaled).padStart(places + 1, "0");
  const [whole, part] = [digits.slice(0, -places), digits.slice(-places).replace(/0+$/, "")];
  const mark = part === "" ? "" : lang === "vi" ? "," : ".";
  return `${num < 0 ? "-" : ""}${sayCount(lang, Number(whole))}${mark}${part}`;
};

const placesMax = 6;

/** How many decimals say a part of `den` exactly; undefined where no few do. */
const placesOf = (den: number): number | undefined => {
  for (let places = 1; places <= placesMax; places += 1) {
    if (10 ** places % den === 0) return places;
  }
  return undefined;
};

const yesNo: { readonly [L in Lang]: readonly [string, string] } = {
  vi: ["có", "không"],
  en: ["yes", "no"],
};

/** A goal or a reported figure: `≥ 100`, `> 1/2`, `97,4% (35/36)`. */
export const sayFigure = (lang: Lang, figure: unknown): string => {
  const { op, value, count, percent, decimals, num, den } = (figure ?? {}) as Figure;
  if (op !== undefined) return `${op === ">=" ? "≥" : op} ${sayFigure(lang, value)}`;
  if (count !== undefined) return sayCount(lang, count);
  const share = `${sayCount(lang, num ?? 0)}/${sayCount(lang, den ?? 0)}`;
  if (percent === undefined) return share;
  const digits = String(percent).padStart((decimals ?? 0) + 1, "0");
  const point = digits.length - (decimals ?? 0);
  const rest = digits.slice(point);
  const mark = lang === "vi" ? "," : ".";
  const whole = sayCount(lang, Number(digits.slice(0, point)));
  const text = `${whole}${rest === "" ? "" : mark}${rest}%`;
  return num === undefined ? text : `${text} (${share})`;
};

interface Figure {
  readonly op?: string;
  readonly value?: unknown;
  readonly count?: number;
  readonly percent?: number;
  readonly decimals?: number;
  readonly num?: number;
  readonly den?: number;
}
