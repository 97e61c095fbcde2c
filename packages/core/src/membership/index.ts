export { membershipCommands, personLaw } from "./decide.ts";
export { type MembershipRefusal, membershipRefusals } from "./rules.ts";
export { branchOn, type PersonState, ratedInOn } from "./state.ts";
