export { awardCommands, awardLaw } from "./decide.ts";
export { type AwardRefusal, awardRefusals } from "./rules.ts";
export type { AwardState } from "./state.ts";
