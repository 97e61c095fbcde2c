import type { DomainEvent } from "../kernel/event.ts";
import type { BranchId } from "../kernel/ids.ts";
import { compareRatios } from "../kernel/ratio.ts";
import { type Refusal, refusing } from "../kernel/refusal.ts";
import type { Goal, TargetEvent } from "./events.ts";
import type { TargetState } from "./state.ts";

export const targetRefusals = [
  "TargetExists",
  "TargetUnknown",
  "TargetDropped",
  "TargetDiffers",
  "GoalDiffers",
  "GoalUnchanged",
] as const;
export type TargetRefusal = (typeof targetRefusals)[number];

const refuse = refusing<TargetRefusal>();

/** What speaks against an event in the timeline of one target. */
export const objectionsToTarget = (state: TargetState, event: DomainEvent): readonly Refusal[] => {
  const own = event as TargetEvent;
  switch (own.type) {
    case "TargetSet":
      return state.now.life === "unknown" ? [] : [refuse("TargetExists", { target: state.target })];
    case "TargetRevised":
      return mustStand(state, own.data) ?? mayBeRevised(state, own.data);
    case "TargetDropped":
    case "EvidenceDeclared":
      return mustStand(state, own.data) ?? [];
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
  return isSameGoal(from, to) ? [refuse("GoalUnchanged", { target, is: from })] : [];
};

/** Nine of ten is the same goal as ninety of a hundred. */
const isSameGoal = (a: Goal, b: Goal): boolean =>
  a.op === b.op &&
  ("count" in a.value
    ? "count" in b.value && a.value.count === b.value.count
    : "num" in b.value && compareRatios(a.value, b.value) === 0);
