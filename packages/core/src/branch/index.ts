export { branchCommands, branchLaw, treeLaw } from "./decide.ts";
export { type BranchRefusal, branchRefusals } from "./rules.ts";
export { type BranchState, currentStanding, officersIn, standingOn } from "./state.ts";
export { belowOn, lineOn, type TreeState } from "./tree.ts";
