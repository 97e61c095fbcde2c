import { type Lang, languages } from "./lang.ts";
import type { Facts, NamesIn } from "./message.ts";
import { fill } from "./template.ts";
import type { Word, wordsEn } from "./words.en.ts";

export type { Word };

/** The facts that a word shows, by name. */
export type FactsOfWord<W extends Word> = {
  readonly [Name in NamesIn<(typeof wordsEn)[W]>]: unknown;
};

/** A word that shows no fact. */
export type PlainWord = {
  readonly [W in Word]: [NamesIn<(typeof wordsEn)[W]>] extends [never] ? W : never;
}[Word];

/** A word of the command line, with its facts filled in. */
export const say = <W extends Word>(
  lang: Lang,
  word: W,
  ...facts: [keyof FactsOfWord<W>] extends [never] ? [] : [facts: FactsOfWord<W>]
): string => fill(lang, languages[lang].words[word], (facts[0] ?? {}) as Facts);
