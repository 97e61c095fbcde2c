export { cohortLaw, ratingCommands, ratingLaw } from "./decide.ts";
export { type RatingRefusal, ratingRefusals } from "./rules.ts";
export type { CohortState, RatingState } from "./state.ts";
