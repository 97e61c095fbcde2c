import { countedFacts } from "./counted-facts.ts";
import type { VocabularyEntry } from "./parameter.ts";
import type { Criterion, RatedKind, RatingPack } from "./rating-pack.ts";

/** A fact that the rating of a member, or of a branch, may rest on, and what values it has. */
export interface FactKind {
  readonly name: string;
  readonly type: Criterion["type"];
  readonly labels: VocabularyEntry["labels"];
}

/** Every fact that may be known under a pack: what clerks record, and what core counts itself. */
export const factKinds = (of: RatedKind, { parameters }: RatingPack): readonly FactKind[] => [
  ...(parameters.criteria?.value ?? [])
    .filter((one) => one.of === of)
    .map(({ term, type, labels }) => ({ name: term, type, labels })),
  ...countedFacts[of].map(({ term, labels }) => ({ name: term, type: "count" as const, labels })),
  ...(of === "member" ? (parameters.notRated?.value ?? []) : []).map((name) => ({
    name,
    type: "yes-no" as const,
    labels: standingLabels[name],
  })),
];

const standingLabels = {
  exempt: { vi: "được miễn sinh hoạt", en: "exempt" },
  suspended: { vi: "bị đình chỉ sinh hoạt", en: "suspended" },
} as const;
