import { branchTag } from "../branch/events.ts";
import { Year } from "../kernel/date.ts";
import type { EventOf } from "../kernel/event.ts";
import { eventType } from "../kernel/event-type.ts";
import { BranchId, PersonId, Term, tag } from "../kernel/ids.ts";

/** A person, a member or not yet one, finished a course in a year; counted at the branch. */
export const TrainingCompleted = eventType("TrainingCompleted", {
  fields: { person: PersonId, course: Term, branch: BranchId, year: Year },
  tags: ({ person, branch }) => [tag("person", person), branchTag(branch)],
  claims: ({ branch }) => [{ of: "branch", branch }],
});

export const trainingEvents = [TrainingCompleted] as const;
export type TrainingEvent = EventOf<(typeof trainingEvents)[number]>;
