import type { Lang } from "./lang.ts";
import { type Facts, fill, type NamesIn } from "./template.ts";
import { type Word, wordsEn } from "./words.en.ts";
import { wordsVi } from "./words.vi.ts";

export type { Word };

/** The facts that a word shows, by name. */
export type FactsOfWord<W extends Word> = {
  readonly [Name in NamesIn<(typeof wordsEn)[W]>]: unknown;
};

/** A word that shows no fact. */
export type PlainWord = {
  readonly [W in Word]: [NamesIn<(typeof wordsEn)[W]>] extends [never] ? W : never;
}[Word];

const words: { readonly [L in Lang]: { readonly [W in Word]: string } } = {
  en: wordsEn,
  vi: wordsVi,
};

/** A word of the command line, with its facts filled in. */
export const say = <W extends Word>(
  lang: Lang,
  word: W,
  ...facts: [keyof FactsOfWord<W>] extends [never] ? [] : [facts: FactsOfWord<W>]
): string => fill(lang, words[lang][word], (facts[0] ?? {}) as Facts);
