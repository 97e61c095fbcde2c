import { type Lang, languages } from "./lang.ts";

/** `23/1/2013`, or `23 January 2013`. What is no calendar date stays as it is. */
export const sayDate = (lang: Lang, date: string): string => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  const numbers = { day: Number(day), month: Number(month), year: Number(year) };
  const isDate = year !== undefined && numbers.month >= 1 && numbers.month <= 12;
  return isDate ? languages[lang].writing.date(numbers) : date;
};

/** `tháng 1`, or `January`. */
export const sayMonth = (lang: Lang, month: number): string => languages[lang].writing.month(month);

/** A whole number with its thousands told apart: `1.250`, or `1,250`. */
export const sayCount = (lang: Lang, count: number): string =>
  String(count).replace(/\B(?=(\d{3})+$)/g, languages[lang].writing.thousands);

/** A number that is written already, as a percentage. */
export const sayPercent = (lang: Lang, number: string): string =>
  languages[lang].writing.percent(number);

/** The value of a fact: `90,5`, `1/3`, `có`, or the words themselves. */
export const sayAmount = (
  lang: Lang,
  value: number | boolean | string | { readonly num: number; readonly den: number },
): string => {
  if (typeof value === "string") return value;
  if (typeof value === "number") return sayCount(lang, value);
  if (typeof value === "boolean") return languages[lang].writing[value ? "yes" : "no"];
  const { num, den } = value;
  if (den === 1) return sayCount(lang, num);
  const places = placesOf(den);
  if (places === undefined) return `${sayCount(lang, num)}/${sayCount(lang, den)}`;
  const scaled = (BigInt(Math.abs(num)) * 10n ** BigInt(places)) / BigInt(den);
  const digits = String(scaled).padStart(places + 1, "0");
  const [whole, part] = [digits.slice(0, -places), digits.slice(-places).replace(/0+$/, "")];
  const mark = part === "" ? "" : languages[lang].writing.decimal;
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
  const whole = sayCount(lang, Number(digits.slice(0, point)));
  const { decimal, percent: asPercent } = languages[lang].writing;
  const text = asPercent(`${whole}${rest === "" ? "" : decimal}${rest}`);
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
