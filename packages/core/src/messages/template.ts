import type { Lang } from "./lang.ts";
import { sayAmount, sayCount, sayDate, sayFigure } from "./numbers.ts";
import { escaped, plainText, sayFound, sayList } from "./value-text.ts";
import { vocabulary } from "./vocabulary.ts";

export type Facts = { readonly [name: string]: unknown };

/**
 * A sentence with places for facts: `{name}`; `{name:date}`, `{name:count}`, `{name:word}` (a
 * word of the code), `{name:found}` (what was received), `{name:whole}` (not cut), `{name:goal}`,
 * `{name:amount}` and `{name:figure}` say how one is shown, and `{name|one|many}` chooses by a
 * count. Of several sentences the first holds whose facts are all there: a fact that is null is
 * not there.
 */
export type Template = string | readonly [string, string, ...string[]];

/** What is the case, and what to do about it. */
export interface Message {
  readonly says: Template;
  readonly remedy: Template;
}

/** The names of the facts that a template asks for. */
export type NamesIn<T extends Template> = T extends string
  ? NamesInText<T>
  : T extends readonly (infer Each)[]
    ? NamesInText<Each & string>
    : never;

type NamesInText<T extends string> = T extends `${string}{${infer Place}}${infer Rest}`
  ? NameOf<Place> | NamesInText<Rest>
  : never;
type NameOf<Place extends string> = Place extends `${infer Name}:${string}`
  ? Name
  : Place extends `${infer Name}|${string}`
    ? Name
    : Place;

/** A long text in parts: unlike `+`, it keeps the type of the text, and with it its places. */
export const joined = <const Parts extends readonly string[]>(...parts: Parts): Joined<Parts> =>
  parts.join("") as Joined<Parts>;

type Joined<Parts extends readonly string[]> = Parts extends readonly [
  infer First extends string,
  ...infer Rest extends readonly string[],
]
  ? `${First}${Joined<Rest>}`
  : "";

const place = /\{(\w+)(?::(\w+)|\|([^|{}]*)\|([^|{}]*))?\}/g;

export const textsOf = (template: Template): readonly string[] =>
  typeof template === "string" ? [template] : template;

/** The names of the facts in a text. */
export const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(place)].map(([, name = ""]) => name);

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
  return text.replace(place, (_, name: string, how?: string, one?: string, many?: string) => {
    const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
    if (one !== undefined && many !== undefined) return fact === 1 ? one : many;
    return shown(lang, fact, how);
  });
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
  if (how === "word") return plainText(vocabulary[lang][text] ?? text);
  if (how === "amount") return sayFound(lang, text);
  return how === "whole" ? escaped(text) : plainText(text);
};

type Amount = Parameters<typeof sayAmount>[1];
