import type { CalendarDate } from "../kernel/date.ts";
import { nearestOf } from "../kernel/nearest.ts";
import { type Refusal, refusing } from "../kernel/refusal.ts";
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
  const { value: words } = pack.parameters[vocabulary];
  if (words.some((entry) => entry.term === term)) return [];
  const candidates = words.map(({ term: name, labels }) => ({ name, also: Object.values(labels) }));
  const nearest = nearestOf(term, candidates);
  const near = nearest.length > 0 ? nearest : undefined;
  return [refuse("NotInVocabulary", { vocabulary, term, nearest: near })];
};
