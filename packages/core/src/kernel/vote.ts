import * as Schema from "effect/Schema";
import { Count } from "./text.ts";

/** A vote as counted; `summoned` are those who were called to it and might vote. */
export const Vote = Schema.Struct({
  inFavour: Count,
  against: Schema.optionalKey(Count),
  summoned: Schema.optionalKey(Count),
});
export type Vote = typeof Vote.Type;

/** The votes behind a decision: in the branch concerned, and in the committee that decides. */
export const voteFields = {
  vote: Schema.optionalKey(Vote),
  committeeVote: Schema.optionalKey(Vote),
};
