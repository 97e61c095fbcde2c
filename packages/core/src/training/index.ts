export { trainingCommands, trainingLaw } from "./decide.ts";
export { type TrainingRefusal, trainingRefusals } from "./rules.ts";
export type { TrainingState } from "./state.ts";
