export { targetCommands, targetLaw } from "./decide.ts";
export { type TargetRefusal, targetRefusals } from "./rules.ts";
export type { TargetState } from "./state.ts";
