import { factsEn } from "./facts.en.ts";
import { factsVi } from "./facts.vi.ts";
import type { Lang } from "./lang.ts";
import { type Facts, fill, type Template } from "./template.ts";

const catalogues: { readonly [L in Lang]: { readonly [type: string]: Template } } = {
  en: factsEn,
  vi: factsVi,
};

/** What an event says, its data filled in; a type that has no words stands by its name. */
export const sayFact = (lang: Lang, type: string, data: Facts): string =>
  Object.hasOwn(catalogues[lang], type) ? fill(lang, catalogues[lang][type] ?? type, data) : type;
