import { type Lang, languages } from "./lang.ts";
import type { Facts, NamesIn } from "./message.ts";
import { sayDate } from "./numbers.ts";
import type { PageWord, pageEn } from "./page.en.ts";
import { fill } from "./template.ts";

export type { PageWord };

type FactsOf<W extends PageWord> = { readonly [Name in NamesIn<(typeof pageEn)[W]>]: unknown };

/** A word or sentence of the explorable page, with its facts filled in. */
export const sayPage = <W extends PageWord>(
  lang: Lang,
  word: W,
  ...facts: [keyof FactsOf<W>] extends [never] ? [] : [facts: FactsOf<W>]
): string => fill(lang, languages[lang].page[word], (facts[0] ?? {}) as Facts);

/** An instant as one reads it: `08:30:00 UTC, 23/1/2013`. */
export const sayInstant = (lang: Lang, instant: string): string => {
  const [date = "", time = ""] = instant.split("T");
  return `${time.replace(/(?:\.000)?Z$/, "")} UTC, ${sayDate(lang, date)}`;
};
