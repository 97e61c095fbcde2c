import type { Lang } from "@tongket/core/messages";
import { say, saySource } from "@tongket/core/messages";
import type { AssessedRating, CitedEvent } from "@tongket/core/projections";
import { factText } from "@tongket/core/report";
import {
  factKinds,
  type LabelOf,
  labelsIn,
  type RatingPack,
  type Sourced,
} from "@tongket/core/rulebook";
import { namePeople } from "@tongket/vault";
import type { Telling } from "./lines.ts";

/** An event with its address, day and actor: `12.0, ngày 20/12/2025: … Người ghi: …`. */
export const eventLine = (telling: Telling, event: CitedEvent): string => {
  const { address, effectiveOn: day, actor, type, data } = event;
  const fact = peopleNamed(telling, factText(telling.page, type, data));
  return say(telling.page.lang, "explain.fact", { address, day, fact, actor });
};

/** The events at some addresses. */
export const factEvents = (
  telling: Telling,
  { cited }: Pick<AssessedRating, "cited">,
  addresses: readonly string[],
): readonly string[] =>
  cited
    .filter(({ address }) => addresses.includes(address))
    .map((event) => eventLine(telling, event));

export const peopleNamed = ({ names }: Telling, text: string): string =>
  namePeople(text, (person) => names.get(person));

/** Where a rule stands, and how far that was verified, as messages take it. */
export const sourceOf = (lang: Lang, { source, verification }: Sourced) => ({
  source: saySource(lang, source),
  grade: verification,
});

/** The words of a pack in the language; those of other packs where it has none. */
export const wordsIn = ({ page }: Telling, pack: RatingPack): LabelOf =>
  labelsIn(pack, page.view.rulebook.packs.values());

/** What the facts of the subject are called. */
export const factLabels = (
  { page }: Telling,
  { assessment, pack }: Pick<AssessedRating, "assessment" | "pack">,
): ((name: string) => string) => {
  const kinds = factKinds(assessment.subject.of, pack);
  return (name) => kinds.find((kind) => kind.name === name)?.labels[page.lang] ?? name;
};
