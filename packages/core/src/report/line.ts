import { textIn } from "../kernel/text-in.ts";
import type { Lang } from "../messages/lang.ts";
import { sayMonth } from "../messages/numbers.ts";
import type { DocumentFormat, TextStyle } from "../rulebook/document-pack.ts";
import type { Texts } from "../rulebook/parameter.ts";

/** A line of a document's head or foot; its letters as they are set are `lettersOf` it. */
export interface Line {
  readonly text: string;
  readonly style: TextStyle;
  /** It has blanks, made of no-break spaces, for a clerk to fill in by hand. */
  readonly hasBlanks?: true;
}

/** The letters of a line as they are set. */
export const lettersOf = ({ text, style }: Line): string =>
  style.capitals === true ? text.toUpperCase() : text;

/** What fills the places of a pattern, by their names. */
export type Values = { readonly [place: string]: string | undefined };

/** A pattern with its places filled, and blanks where nothing is known. */
export const filled = (
  { pattern, style }: { readonly pattern: Texts; readonly style: TextStyle },
  lang: Lang,
  values: Values,
): Line => {
  const template = textIn(pattern, lang);
  const places = [...template.matchAll(place)].map(([, name = ""]) => name);
  const text = template.replace(place, (_, name: string) => values[name] ?? blankOf(name));
  const hasBlanks = places.some((name) => values[name] === undefined);
  return { text, style, ...(hasBlanks && { hasBlanks }) };
};

const place = /\{(\w+)\}/g;

/** No-break spaces, which no format joins into one or breaks at: room for what is written in. */
const blankOf = (name: string): string => "\u00a0".repeat(blankWidths.get(name) ?? 5);

const blankWidths: ReadonlyMap<string, number> = new Map([
  ["day", 2],
  ["month", 2],
  ["monthName", 10],
  ["year", 4],
  ["place", 12],
]);

/** The parts of a date that are known, with two digits where the format has them so. */
export const dateWords = (
  { zeroPadded: { dayMax, monthMax } = { dayMax: 0, monthMax: 0 } }: DocumentFormat,
  lang: Lang,
  date = "",
): Values => {
  const [year, month, day] = date === "" ? [] : date.split("-");
  const padded = (digits: string, max: number): string =>
    Number(digits) <= max ? digits : String(Number(digits));
  return {
    year,
    month: month && padded(month, monthMax),
    monthName: month && sayMonth(lang, Number(month)),
    day: day && padded(day, dayMax),
  };
};
