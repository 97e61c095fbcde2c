import { type Ratio, ratio } from "../kernel/ratio.ts";
import { levelsOf } from "./levels.ts";
import type { RatedKind, RatingPack } from "./rating-pack.ts";

export interface LevelShare {
  readonly level: string;
  /** Unknown where none was rated. */
  readonly share: Ratio | undefined;
}

/** The share of each level, best first, over all that were rated. */
export const levelShares = (
  of: RatedKind,
  counts: ReadonlyMap<string, number>,
  pack: RatingPack,
): readonly LevelShare[] => {
  const rows = levelsOf(of, pack).map((level) => ({ level, count: counts.get(level) ?? 0 }));
  const rated = rows.reduce((sum, { count }) => sum + count, 0);
  return rows.map(({ level, count }) => ({ level, share: ratio(count, rated) }));
};
