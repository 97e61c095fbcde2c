export { branchCommands, branchLaw, treeLaw } from "./decide.ts";
export { type BranchRefusal, branchRefusals } from "./rules.ts";
export { type BranchState, currentStanding, standingOn } from "./state.ts";
export { belowOn, lineOn, type TreeState } from "./tree.ts";
