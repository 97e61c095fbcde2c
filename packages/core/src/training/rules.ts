import { yearOf } from "../kernel/date.ts";
import type { Claim, DomainEvent } from "../kernel/event.ts";
import { type Refusal, refusing } from "../kernel/refusal.ts";
import { hasTerm, type RuleContext, structureOn, unknownWord } from "../rulebook/rulebook.ts";
import type { TrainingEvent } from "./events.ts";
import { courseKey, type TrainingState } from "./state.ts";

export const trainingRefusals = ["NotInVocabulary", "CompletedAlready", "YearDiffers"] as const;
export type TrainingRefusal = (typeof trainingRefusals)[number];

const refuse = refusing<TrainingRefusal>();

/** What speaks against a completed course in the timeline of one person. */
export const objectionsToTraining = (
  { person, completed }: TrainingState,
  event: DomainEvent,
  _claims: readonly Claim[],
  { rulebook }: RuleContext,
): readonly Refusal[] => {
  if (event.type !== "TrainingCompleted") return [];
  const { data, effectiveOn } = event as TrainingEvent;
  const { course, year } = data;
  if (year !== yearOf(effectiveOn)) return [refuse("YearDiffers", { year, effectiveOn })];
  if (!hasTerm(structureOn(rulebook, effectiveOn)?.parameters.courses, course)) {
    return [
      refuse("NotInVocabulary", unknownWord(structureOn(rulebook, effectiveOn), "courses", course)),
    ];
  }
  return completed.has(courseKey(data))
    ? [refuse("CompletedAlready", { person, course, year })]
    : [];
};
