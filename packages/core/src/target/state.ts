import type { DomainEvent } from "../kernel/event.ts";
import { type BranchId, type Id, type Tag, type Term, tagKey } from "../kernel/ids.ts";
import type { Goal, TargetEvent } from "./events.ts";

/** How a target stands: not set, set with its current goal, or dropped. */
export type TargetLife =
  | { readonly life: "unknown" }
  | {
      readonly life: "standing";
      readonly committee: BranchId;
      readonly year: number;
      readonly measure: Term;
      readonly goal: Goal;
    }
  | { readonly life: "dropped" };

/** One target. Declared evidence leaves it as it is: the last declaration holds. */
export interface TargetState {
  readonly target: Id;
  now: TargetLife;
}

export const initialTarget = (subject: Tag): TargetState => ({
  target: tagKey(subject) as Id,
  now: { life: "unknown" },
});

export const evolveTarget = (state: TargetState, event: DomainEvent): void => {
  const { type, data } = event as TargetEvent;
  switch (type) {
    case "TargetSet": {
      const { committee, year, measure, goal } = data;
      state.now = { life: "standing", committee, year, measure, goal };
      return;
    }
    case "TargetRevised":
      if (state.now.life === "standing") state.now = { ...state.now, goal: data.to };
      return;
    case "TargetDropped":
      state.now = { life: "dropped" };
      return;
  }
};
