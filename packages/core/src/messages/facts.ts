import { type Lang, languages } from "./lang.ts";
import type { Facts, Template } from "./message.ts";
import { fill } from "./template.ts";

/** What an event says, its data filled in; a type that has no words stands by its name. */
export const sayFact = (lang: Lang, type: string, data: Facts): string => {
  const facts: { readonly [type: string]: Template } = languages[lang].facts;
  return Object.hasOwn(facts, type) ? fill(lang, facts[type] ?? type, data) : type;
};
