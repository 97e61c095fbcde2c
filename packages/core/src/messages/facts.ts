import { factsEn } from "./facts.en.ts";
import { factsVi } from "./facts.vi.ts";
import type { Lang } from "./lang.ts";
import { type Facts, fill, namesIn, type Template, textsOf } from "./template.ts";

const catalogues: { readonly [L in Lang]: { readonly [type: string]: Template } } = {
  en: factsEn,
  vi: factsVi,
};

/** What an event says, its data filled in; a type that has no words stands by its name. */
export const sayFact = (lang: Lang, type: string, data: Facts): string =>
  Object.hasOwn(catalogues[lang], type) ? fill(lang, catalogues[lang][type] ?? type, data) : type;

/** The members of an event's data that its words may tell, in any language. */
export const factMembers = (type: string): readonly string[] => membersOf.get(type) ?? [];

/** Members that are told in places of other names: what a rating was, and under which pack. */
const toldElsewhere: { readonly [type: string]: readonly string[] } = {
  RatingAssigned: ["subjectKind", "pack"],
  RatingExempted: ["subjectKind"],
  RatingRevised: ["subjectKind", "from", "to"],
};

const membersOf: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(factsEn).map(([type, template]) => [
    type,
    [...textsOf(template).flatMap(namesIn), ...(toldElsewhere[type] ?? [])],
  ]),
);
