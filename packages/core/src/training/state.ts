import type { DomainEvent } from "../kernel/event.ts";
import { type PersonId, type Tag, tagKey } from "../kernel/ids.ts";
import type { TrainingEvent } from "./events.ts";

/** What one person has learnt, member or not. */
export interface TrainingState {
  readonly person: PersonId;
  /** Courses completed, each with its year. */
  completed: Set<string>;
}

export const initialTraining = (subject: Tag): TrainingState => ({
  person: tagKey(subject) as PersonId,
  completed: new Set(),
});

export const evolveTraining = (state: TrainingState, event: TrainingEvent | DomainEvent): void => {
  if (event.type === "TrainingCompleted") {
    state.completed.add(courseKey((event as TrainingEvent).data));
  }
};

/** One text for a course and year, to tell whether two completions are the same. */
export const courseKey = (done: { readonly course: string; readonly year: number }): string =>
  `${done.course} ${done.year}`;
