export { meetingCommands, meetingLaw } from "./decide.ts";
export { type MeetingRefusal, meetingRefusals } from "./rules.ts";
export type { MeetingState } from "./state.ts";
