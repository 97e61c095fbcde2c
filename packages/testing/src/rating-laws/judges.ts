import { assess, judgeCap, levelShares } from "@tongket/core/rulebook";

/** What the laws of ratings hold for; core's own by default. */
export interface RatingJudges {
  readonly assess: typeof assess;
  readonly judgeCap: typeof judgeCap;
  readonly levelShares: typeof levelShares;
}

export const ownJudges: RatingJudges = { assess, judgeCap, levelShares };
