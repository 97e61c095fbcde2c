import type { CalendarDate } from "../kernel/date.ts";
import { type Refusal, refusing } from "../kernel/refusal.ts";
import { hasTerm } from "./rulebook.ts";
import type { StructurePack, VocabularyName } from "./structure-pack.ts";

const refuse = refusing<"NotInVocabulary" | "NoStructurePackInForce">();

/** Without a structure pack there is no word to know: nothing falls through as allowed. */
export const noStructureOn = (effectiveOn: CalendarDate): Refusal =>
  refuse("NoStructurePackInForce", { effectiveOn });

/** What speaks against a word on a day: no vocabulary is in force, or it is not in it. */
export const objectionsToTerm = (
  pack: StructurePack | undefined,
  { vocabulary, term, on }: { vocabulary: VocabularyName; term: string; on: CalendarDate },
): readonly Refusal[] => {
  if (pack === undefined) return [noStructureOn(on)];
  return hasTerm(pack.parameters[vocabulary], term)
    ? []
    : [refuse("NotInVocabulary", { vocabulary, term })];
};
