export { packLaw, packsLaw, reviewCommands, reviewLaw } from "./decide.ts";
export { type ReviewRefusal, reviewRefusals } from "./rules.ts";
export type { PackState, ReviewState } from "./state.ts";
