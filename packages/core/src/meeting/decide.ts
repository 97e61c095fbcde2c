import { states } from "../kernel/command.ts";
import type { Law } from "../kernel/law.ts";
import type { RuleContext } from "../rulebook/rulebook.ts";
import {
  AttendanceNoted,
  ContributionMade,
  GoodPracticeNoted,
  MeetingHeld,
  SpeechGiven,
} from "./events.ts";
import { objectionsToMeeting } from "./rules.ts";
import { evolveMeeting, initialMeeting, type MeetingState } from "./state.ts";

export const meetingLaw: Law<MeetingState, never, RuleContext> = {
  on: "meeting",
  initial: initialMeeting,
  evolve: evolveMeeting,
  objections: objectionsToMeeting,
};

export const meetingCommands = [
  states("HoldMeeting", MeetingHeld),
  states("NoteAttendance", AttendanceNoted),
  states("GiveSpeech", SpeechGiven),
  states("MakeContribution", ContributionMade),
  states("NoteGoodPractice", GoodPracticeNoted),
] as const;
