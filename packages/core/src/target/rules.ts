import type { Claim, DomainEvent } from "../kernel/event.ts";
import type { BranchId } from "../kernel/ids.ts";
import { compareRatios } from "../kernel/ratio.ts";
import { type Refusal, refusing } from "../kernel/refusal.ts";
import { formOf, isCounted, splitMeasure } from "../rulebook/measure-forms.ts";
import { type RuleContext, structureOn } from "../rulebook/rulebook.ts";
import { objectionsToTerm } from "../rulebook/vocabulary.ts";
import type { Goal, TargetEvent } from "./events.ts";
import type { TargetState } from "./state.ts";

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

const refuse = refusing<TargetRefusal>();

/** What speaks against an event in the timeline of one target. */
export const objectionsToTarget = (
  state: TargetState,
  event: DomainEvent,
  _claims: readonly Claim[],
  context: RuleContext,
): readonly Refusal[] => {
  const own = event as TargetEvent;
  switch (own.type) {
    case "TargetSet":
      return state.now.life === "unknown"
        ? mayBeSet(own, context)
        : [refuse("TargetExists", { target: state.target })];
    case "TargetRevised":
      return mustStand(state, own.data) ?? mayBeRevised(state, own.data);
    case "TargetDropped":
      return mustStand(state, own.data) ?? [];
    case "EvidenceDeclared":
      return mustStand(state, own.data) ?? noCountDecides(state);
    default:
      return [];
  }
};

/** The target stands, and is that of the committee and year stated. */
const mustStand = (
  { target, now }: TargetState,
  { committee, year }: { readonly committee: BranchId; readonly year: number },
): readonly Refusal[] | undefined => {
  switch (now.life) {
    case "unknown":
      return [refuse("TargetUnknown", { target })];
    case "dropped":
      return [refuse("TargetDropped", { target })];
    case "standing": {
      if (now.committee !== committee) {
        return [refuse("TargetDiffers", { target, stated: committee, is: now.committee })];
      }
      return now.year === year
        ? undefined
        : [refuse("TargetDiffers", { target, stated: year, is: now.year })];
    }
  }
};

const mayBeRevised = (
  { target, now }: TargetState,
  { from, to }: { readonly from: Goal; readonly to: Goal },
): readonly Refusal[] => {
  if (now.life === "standing" && !isSameGoal(from, now.goal)) {
    return [refuse("GoalDiffers", { target, stated: from, is: now.goal })];
  }
  if (isSameGoal(from, to)) return [refuse("GoalUnchanged", { target, is: from })];
  return now.life === "standing" ? mayBeGoal(now.measure, to) : [];
};

/** Evidence is for what no count can decide: where one can, a count not known yet is unknown. */
const noCountDecides = ({ target, now }: TargetState): readonly Refusal[] =>
  now.life === "standing" && isCounted(now.measure)
    ? [refuse("CountDecides", { target, measure: now.measure })]
    : [];

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
