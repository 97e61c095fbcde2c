import { type Lang, languages } from "./lang.ts";
import { type Facts, place, type Template, textsOf } from "./message.ts";
import { sayAmount, sayCount, sayDate, sayFigure } from "./numbers.ts";
import { escaped, plainText, sayFound, sayList } from "./value-text.ts";
import type { CodeWord } from "./vocabulary.en.ts";

/** Whether all the facts of a text are there; of what was received also nothing can be told. */
const isFilledBy = (text: string, facts: Facts): boolean =>
  [...text.matchAll(place)].every(([, name = "", how]) => {
    const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
    return how === "found" || (fact !== undefined && fact !== null);
  });

/** The sentence with its facts filled in; a fact that is missing shows as `?`. */
export const fill = (lang: Lang, template: Template, facts: Facts): string => {
  const texts = textsOf(template);
  const text = texts.find((one) => isFilledBy(one, facts)) ?? texts.at(-1) ?? "";
  return text.replace(place, (_, name: string, how?: string, forms?: string) => {
    const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
    return forms === undefined ? shown(lang, fact, how) : formFor(lang, forms, fact);
  });
};

/** Of forms such as `|one|many` that for a count. */
export const formFor = (lang: Lang, forms: string, count: unknown): string => {
  const [, ...all] = forms.split("|");
  return all[languages[lang].writing.form(Number(count))] ?? all.at(-1) ?? "";
};

const wordOf = (lang: Lang, word: string): string => {
  const { vocabulary } = languages[lang];
  return Object.hasOwn(vocabulary, word) ? vocabulary[word as CodeWord] : word;
};

const shown = (lang: Lang, fact: unknown, how: string | undefined): string => {
  if (how === "found") return sayFound(lang, fact);
  if (fact === undefined || fact === null) return "?";
  if (how === "goal" || how === "figure") return sayFigure(lang, fact);
  if (how === "amount" && typeof fact !== "string") return sayAmount(lang, fact as Amount);
  if (Array.isArray(fact)) {
    return sayList(
      lang,
      fact.map((one) => shown(lang, one, how)),
    );
  }
  if (typeof fact === "object") return sayFound(lang, fact);
  if (typeof fact === "number" && how === "count") return sayCount(lang, fact);
  const text = String(fact);
  if (how === "date") return plainText(sayDate(lang, text));
  if (how === "word") return plainText(wordOf(lang, text));
  if (how === "amount") return sayFound(lang, text);
  return how === "whole" ? escaped(text) : plainText(text);
};

type Amount = Parameters<typeof sayAmount>[1];
