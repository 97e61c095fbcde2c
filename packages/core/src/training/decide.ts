import { commandType } from "../kernel/command.ts";
import { yearOf } from "../kernel/date.ts";
import { newEvent } from "../kernel/event.ts";
import { BranchId, PersonId, Term } from "../kernel/ids.ts";
import type { Law } from "../kernel/law.ts";
import { accepted } from "../kernel/refusal.ts";
import type { RuleContext } from "../rulebook/rulebook.ts";
import { TrainingCompleted } from "./events.ts";
import { objectionsToTraining } from "./rules.ts";
import { evolveTraining, initialTraining, type TrainingState } from "./state.ts";

/** Stands beside the law of membership on the same timeline: a person need not be a member. */
export const trainingLaw: Law<TrainingState, never, RuleContext> = {
  on: "person",
  initial: initialTraining,
  evolve: evolveTraining,
  objections: objectionsToTraining,
};

/** The year is that of the day the course was completed. */
export const CompleteTraining = commandType("CompleteTraining", {
  fields: { person: PersonId, course: Term, branch: BranchId },
  reads: () => [],
  decide: (data, { effectiveOn }) =>
    accepted(newEvent(TrainingCompleted, { ...data, year: yearOf(effectiveOn) }, effectiveOn)),
});

export const trainingCommands = [CompleteTraining] as const;
