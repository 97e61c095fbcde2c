import * as Schema from "effect/Schema";
import { branchTag } from "../branch/events.ts";
import type { EventOf } from "../kernel/event.ts";
import { eventType } from "../kernel/event-type.ts";
import { BranchId, Id, PersonId, Term, tag } from "../kernel/ids.ts";
import { Count, Label, Text } from "../kernel/text.ts";

/** A meeting (sinh hoạt, hội nghị): `present` of those `eligible` to attend, where counted. */
export const MeetingHeld = eventType("MeetingHeld", {
  fields: {
    meeting: Id,
    branch: BranchId,
    kind: Term,
    title: Schema.optionalKey(Label),
    place: Schema.optionalKey(Label),
    present: Schema.optionalKey(Count),
    eligible: Schema.optionalKey(Count),
  },
  tags: ({ meeting, branch }) => [tag("meeting", meeting), branchTag(branch)],
  claims: ({ branch }) => [{ of: "branch", branch }],
});

/** Who attended: one person, or a group by name where the source names no persons. */
export const Attendee = Schema.Union([
  Schema.Struct({ person: PersonId }),
  Schema.Struct({ group: Label }),
]);
export type Attendee = typeof Attendee.Type;

export const AttendanceNoted = eventType("AttendanceNoted", {
  fields: { meeting: Id, attendee: Attendee },
  tags: ({ meeting, attendee }) => [
    tag("meeting", meeting),
    ...("person" in attendee ? [tag("person", attendee.person)] : []),
  ],
});

/** A speech: what was said. It is no rating and feeds no total. */
export const SpeechGiven = eventType("SpeechGiven", {
  fields: {
    meeting: Id,
    speech: Id,
    person: PersonId,
    occasion: Schema.Literals(["opening", "directing", "conclusion", "other"]),
    points: Schema.Array(Text).check(Schema.isMaxLength(100)),
  },
  tags: ({ meeting, person }) => [tag("meeting", meeting), tag("person", person)],
});

/** A branch's contribution to the discussion (tham luận). */
export const ContributionMade = eventType("ContributionMade", {
  fields: {
    meeting: Id,
    branch: BranchId,
    stance: Schema.Literals(["agrees", "disagrees", "reserves"]),
    points: Schema.optionalKey(Schema.Array(Text).check(Schema.isMaxLength(100))),
  },
  tags: ({ meeting, branch }) => [tag("meeting", meeting), branchTag(branch)],
  claims: ({ branch }) => [{ of: "branch", branch }],
});

/** A way of working found worth spreading. */
export const GoodPracticeNoted = eventType("GoodPracticeNoted", {
  fields: { meeting: Id, practice: Id, text: Text, by: Schema.optionalKey(PersonId) },
  tags: ({ meeting }) => [tag("meeting", meeting)],
});

export const meetingEvents = [
  MeetingHeld,
  AttendanceNoted,
  SpeechGiven,
  ContributionMade,
  GoodPracticeNoted,
] as const;
export type MeetingEvent = EventOf<(typeof meetingEvents)[number]>;
