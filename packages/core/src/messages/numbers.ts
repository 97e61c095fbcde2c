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

/** A whole number with its thousands told apart: `1.250`, or `1,250`. */
export const sayCount = (lang: Lang, count: number): string =>
  String(count).replace(/\B(?=(\d{3})+$)/g, lang === "vi" ? "." : ",");
