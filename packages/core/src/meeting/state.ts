import type { DomainEvent } from "../kernel/event.ts";
import { type BranchId, type Id, type Tag, tagKey } from "../kernel/ids.ts";
import type { Attendee, MeetingEvent } from "./events.ts";

/** One meeting as its own timeline tells it. */
export interface MeetingState {
  readonly meeting: Id;
  held: boolean;
  attendees: Set<string>;
  speeches: Set<Id>;
  /** The branches that made their contribution. */
  contributors: Set<BranchId>;
  practices: Set<Id>;
}

export const initialMeeting = (subject: Tag): MeetingState => ({
  meeting: tagKey(subject) as Id,
  held: false,
  attendees: new Set(),
  speeches: new Set(),
  contributors: new Set(),
  practices: new Set(),
});

export const evolveMeeting = (state: MeetingState, event: MeetingEvent | DomainEvent): void => {
  const { type, data } = event as MeetingEvent;
  switch (type) {
    case "MeetingHeld":
      state.held = true;
      return;
    case "AttendanceNoted":
      state.attendees.add(attendeeKey(data.attendee));
      return;
    case "SpeechGiven":
      state.speeches.add(data.speech);
      return;
    case "ContributionMade":
      state.contributors.add(data.branch);
      return;
    case "GoodPracticeNoted":
      state.practices.add(data.practice);
      return;
  }
};

/** One text for an attendee, to tell whether two are the same; a group is known by its name. */
export const attendeeKey = (attendee: Attendee): string =>
  "person" in attendee ? `person ${attendee.person}` : `group ${attendee.group}`;
