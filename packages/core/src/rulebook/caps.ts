import { goodLevelOf, levelsOf } from "./levels.ts";
import type { Fraction } from "./parameter.ts";
import type { Cap, RatingPack } from "./rating-pack.ts";

/** How many of a cohort are at each level and have each distinction; a term that is absent: 0. */
export interface RatedCounts {
  readonly levels: ReadonlyMap<string, number>;
  readonly distinctions: ReadonlyMap<string, number>;
}

/** How many are at each level and have each distinction, of those that are rated. */
export const ratedCounts = (
  rated: Iterable<{
    readonly level: string;
    readonly distinction?: string;
    /** How many are so rated; 1 where it is left out. */
    readonly count?: number;
  }>,
): RatedCounts => {
  const [levels, distinctions] = [new Map<string, number>(), new Map<string, number>()];
  for (const { level, distinction, count = 1 } of rated) {
    levels.set(level, (levels.get(level) ?? 0) + count);
    if (distinction === undefined) continue;
    distinctions.set(distinction, (distinctions.get(distinction) ?? 0) + count);
  }
  return { levels, distinctions };
};

/**
 * How many a cap is about, of how many its share is taken, and the most that may be; the last is
 * absent where the share or its base is not known.
 */
export type CapVerdict = {
  readonly cap: Cap;
  readonly part: number;
  readonly baseName: Cap["base"];
  readonly rounding: Cap["rounding"];
} & (
  | { readonly verdict: "unknown"; readonly base?: number; readonly allowed?: never }
  | { readonly verdict: "pass" | "fail"; readonly base: number; readonly allowed: number }
);

/**
 * Whether a cohort keeps within a cap. Unknown where the pack does not know the share, or marks no
 * level as good for a base that asks for it. Of a base of 0 nothing is allowed.
 */
export const judgeCap = (cap: Cap, counts: RatedCounts, pack: RatingPack): CapVerdict => {
  const part =
    "level" in cap.part
      ? (counts.levels.get(cap.part.level) ?? 0)
      : (counts.distinctions.get(cap.part.distinction) ?? 0);
  const levels = baseLevels(cap, pack);
  const base = levels?.reduce((sum, level) => sum + (counts.levels.get(level) ?? 0), 0);
  const told = { cap, part, baseName: cap.base, rounding: cap.rounding };
  if (base === undefined) return { ...told, verdict: "unknown" };
  if (cap.value === null) return { ...told, base, verdict: "unknown" };
  const allowed = roundedShare(base, cap.value, cap.rounding);
  return { ...told, base, allowed, verdict: part <= allowed ? "pass" : "fail" };
};

/** The levels whose rated make the base; undefined where the pack marks none as good. */
const baseLevels = ({ of, base }: Cap, pack: RatingPack): readonly string[] | undefined => {
  const levels = levelsOf(of, pack);
  const marked = goodLevelOf(of, pack);
  const good = marked === undefined ? -1 : levels.indexOf(marked);
  switch (base) {
    case "rated":
      return levels;
    case "top-level":
      return levels.slice(0, 1);
    case "good-only":
      return good < 0 ? undefined : levels.slice(good, good + 1);
    case "good-or-better":
      return good < 0 ? undefined : levels.slice(0, good + 1);
  }
};

const roundedShare = (base: number, share: Fraction, rounding: Cap["rounding"]): number => {
  const [num, den] = [BigInt(base) * BigInt(share.num), BigInt(share.den)];
  switch (rounding) {
    case "floor":
      return Number(num / den);
    case "half-up":
      return Number((2n * num + den) / (2n * den));
    case "ceiling":
      return Number((num + den - 1n) / den);
  }
};
