import { type Lang, languages } from "./lang.ts";
import { type Facts, namesIn, type Template, textsOf } from "./message.ts";
import { fill } from "./template.ts";

/** What an event says, its data filled in; a type that has no words stands by its name. */
export const sayFact = (lang: Lang, type: string, data: Facts): string => {
  const facts: { readonly [type: string]: Template } = languages[lang].facts;
  return Object.hasOwn(facts, type) ? fill(lang, facts[type] ?? type, data) : type;
};

/** The members of an event's data that its words may tell, in any language. */
export const factMembers = (type: string): readonly string[] => membersOf.get(type) ?? [];

/** Members that are told in places of other names: what a rating was, and under which pack. */
const toldElsewhere: { readonly [type: string]: readonly string[] } = {
  RatingAssigned: ["subjectKind", "pack"],
  RatingExempted: ["subjectKind"],
  RatingRevised: ["subjectKind", "from", "to"],
};

const membersOf: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries<Template>(languages.en.facts).map(([type, template]) => [
    type,
    [...textsOf(template).flatMap(namesIn), ...(toldElsewhere[type] ?? [])],
  ]),
);
