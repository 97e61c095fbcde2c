export { findingLaw, inspectionCommands, inspectionLaw, programmeLaw } from "./decide.ts";
export { type InspectionRefusal, inspectionRefusals } from "./rules.ts";
export type { FindingState, InspectionState, ProgrammeState } from "./state.ts";
