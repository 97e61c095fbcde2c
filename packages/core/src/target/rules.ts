import type { Claim, DomainEvent } from "../kernel/event.ts";
import { compareRatios } from "../kernel/ratio.ts";
import { type Refusal, refusing } from "../kernel/refusal.ts";
import { formOf, isCounted, splitMeasure } from "../rulebook/measure-forms.ts";
import { type RuleContext, structureOn } from "../rulebook/rulebook.ts";
import { objectionsToTerm } from "../rulebook/vocabulary.ts";
import type { Goal, TargetEvent } from "./events.ts";
import type { TargetLife, TargetState } from "./state.ts";

export const targetRefusals = [
  "TargetExists",
  "TargetUnknown",
  "TargetDropped",
  "TargetDiffers",
  "GoalDiffers",
  "GoalUnchanged",
  "MeasureUnknown",
  "MeasureLacksWord",
  "NotInVocabulary",
  "GoalNotOfMeasure",
  "GoalAboveWhole",
  "CountDecides",
] as const;
export type TargetRefusal = (typeof targetRefusals)[number];

export const refuse = refusing<TargetRefusal>();

type Standing = Extract<TargetLife, { life: "standing" }>;

/** What speaks against an event in the timeline of one target. */
export const objectionsToTarget = (
  { target, now }: TargetState,
  event: DomainEvent,
  _claims: readonly Claim[],
  context: RuleContext,
): readonly Refusal[] => {
  const own = event as TargetEvent;
  if (own.type === "TargetSet") {
    return now.life === "unknown" ? mayBeSet(own, context) : [refuse("TargetExists", { target })];
  }
  switch (now.life) {
    case "unknown":
      return [refuse("TargetUnknown", { target })];
    case "dropped":
      return [refuse("TargetDropped", { target })];
    case "standing":
      return isThatOf(now, own.data) ?? objectionsToChange(now, own);
  }
};

/** The target is that of the committee and year stated. */
const isThatOf = (
  now: Standing,
  { target, committee, year }: Exclude<TargetEvent, { type: "TargetSet" }>["data"],
): readonly Refusal[] | undefined => {
  if (now.committee !== committee) {
    return [refuse("TargetDiffers", { target, stated: committee, is: now.committee })];
  }
  return now.year === year
    ? undefined
    : [refuse("TargetDiffers", { target, stated: year, is: now.year })];
};

const objectionsToChange = (
  now: Standing,
  own: Exclude<TargetEvent, { type: "TargetSet" }>,
): readonly Refusal[] => {
  switch (own.type) {
    case "TargetRevised":
      return mayBeRevised(now, own);
    case "EvidenceDeclared":
      return noCountDecides(now, own);
    case "TargetDropped":
      return [];
  }
};

const mayBeRevised = (
  { goal, measure }: Standing,
  { data: { target, from, to } }: Extract<TargetEvent, { type: "TargetRevised" }>,
): readonly Refusal[] => {
  if (!isSameGoal(from, goal)) return [refuse("GoalDiffers", { target, stated: from, is: goal })];
  return isSameGoal(from, to)
    ? [refuse("GoalUnchanged", { target, is: from })]
    : mayBeGoal(measure, to);
};

/** Evidence is for what no count can decide: where one can, a count not known yet is unknown. */
const noCountDecides = (
  { measure }: Standing,
  { data: { target } }: Extract<TargetEvent, { type: "EvidenceDeclared" }>,
): readonly Refusal[] => (isCounted(measure) ? [refuse("CountDecides", { target, measure })] : []);

/** A target names a measure that there is, its word of a vocabulary, and a goal of its kind. */
const mayBeSet = (
  { data: { measure, goal }, effectiveOn }: Extract<TargetEvent, { type: "TargetSet" }>,
  { rulebook }: RuleContext,
): readonly Refusal[] => {
  const { name, word } = splitMeasure(measure);
  const form = formOf(name);
  if (form === undefined || (form.word === undefined && word !== "")) {
    return [refuse("MeasureUnknown", { measure })];
  }
  if (form.word === undefined || (word === "" && form.word.optional)) {
    return mayBeGoal(measure, goal);
  }
  const vocabulary = form.word.of;
  if (word === "") return [refuse("MeasureLacksWord", { measure, vocabulary })];
  const pack = structureOn(rulebook, effectiveOn);
  const unknown = objectionsToTerm(pack, { vocabulary, term: word, on: effectiveOn });
  return unknown.length > 0 ? unknown : mayBeGoal(measure, goal);
};

const mayBeGoal = (measure: string, { value }: Goal): readonly Refusal[] => {
  const is = formOf(splitMeasure(measure).name)?.is;
  const stated = "count" in value ? "count" : "share";
  if (is !== undefined && is !== "declared" && is !== stated) {
    return [refuse("GoalNotOfMeasure", { measure, is, stated })];
  }
  return "num" in value && value.num > value.den
    ? [refuse("GoalAboveWhole", { measure, num: value.num, den: value.den })]
    : [];
};

/** Nine of ten is the same goal as ninety of a hundred. */
const isSameGoal = (a: Goal, b: Goal): boolean =>
  a.op === b.op &&
  ("count" in a.value
    ? "count" in b.value && a.value.count === b.value.count
    : "num" in b.value && compareRatios(a.value, b.value) === 0);
