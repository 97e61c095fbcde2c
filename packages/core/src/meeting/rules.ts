import type { Claim, DomainEvent } from "../kernel/event.ts";
import { type Refusal, refusing } from "../kernel/refusal.ts";
import { type RuleContext, structureOn } from "../rulebook/rulebook.ts";
import { objectionsToTerm } from "../rulebook/vocabulary.ts";
import type { MeetingEvent } from "./events.ts";
import { attendeeKey, type MeetingState } from "./state.ts";

export const meetingRefusals = [
  "MeetingExists",
  "MeetingUnknown",
  "MorePresentThanEligible",
  "AttendanceNotedAlready",
  "SpeechExists",
  "ContributedAlready",
  "PracticeExists",
  "NoStructurePackInForce",
  "NotInVocabulary",
] as const;
export type MeetingRefusal = (typeof meetingRefusals)[number];

const refuse = refusing<MeetingRefusal>();

/** What speaks against an event in the timeline of one meeting. */
export const objectionsToMeeting = (
  state: MeetingState,
  event: DomainEvent,
  _claims: readonly Claim[],
  context: RuleContext,
): readonly Refusal[] => {
  const own = event as MeetingEvent;
  const { meeting } = state;
  if (own.type === "MeetingHeld") return mayBeHeld(state, own, context);
  if (!state.held) return [refuse("MeetingUnknown", { meeting })];
  switch (own.type) {
    case "AttendanceNoted": {
      const { attendee } = own.data;
      return state.attendees.has(attendeeKey(attendee))
        ? [refuse("AttendanceNotedAlready", { meeting, attendee })]
        : [];
    }
    case "SpeechGiven": {
      const { speech } = own.data;
      return state.speeches.has(speech) ? [refuse("SpeechExists", { meeting, speech })] : [];
    }
    // A contribution has no id of its own, so a second one could not be told from a double entry.
    case "ContributionMade": {
      const { branch } = own.data;
      return state.contributors.has(branch)
        ? [refuse("ContributedAlready", { meeting, branch })]
        : [];
    }
    case "GoodPracticeNoted": {
      const { practice } = own.data;
      return state.practices.has(practice) ? [refuse("PracticeExists", { meeting, practice })] : [];
    }
  }
};

const mayBeHeld = (
  { meeting, held }: MeetingState,
  { data, effectiveOn }: Extract<MeetingEvent, { type: "MeetingHeld" }>,
  { rulebook }: RuleContext,
): readonly Refusal[] => {
  const { kind, present, eligible } = data;
  if (held) return [refuse("MeetingExists", { meeting })];
  const asked = { vocabulary: "meetingKinds", term: kind, on: effectiveOn } as const;
  const unknown = objectionsToTerm(structureOn(rulebook, effectiveOn), asked);
  if (unknown.length > 0) return unknown;
  return present !== undefined && eligible !== undefined && present > eligible
    ? [refuse("MorePresentThanEligible", { present, eligible })]
    : [];
};
