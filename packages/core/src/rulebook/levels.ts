import type { Term } from "../kernel/ids.ts";
import type { RatedKind, RatingPack } from "./rating-pack.ts";

/** The levels of branches or of members, best first. */
export const levelsOf = (of: RatedKind, { parameters }: RatingPack): readonly Term[] =>
  (of === "member" ? parameters.memberLevels : parameters.branchLevels).value.map(
    ({ term }) => term,
  );

/** The lowest level that counts as good; a pack need not mark one for branches. */
export const goodLevelOf = (of: RatedKind, { parameters }: RatingPack): Term | undefined =>
  (of === "member" ? parameters.memberGoodLevel : parameters.branchGoodLevel)?.value;
