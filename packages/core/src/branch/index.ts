export { branchCommands, branchLaw, treeLaw } from "./decide.ts";
export { type BranchRefusal, branchRefusals } from "./rules.ts";
export { type BranchState, currentStanding, lineOn, standingOn, type TreeState } from "./state.ts";
