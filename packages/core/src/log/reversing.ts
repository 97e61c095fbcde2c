import type { RecordedEvent } from "../kernel/event.ts";
import type { Refusal } from "../kernel/refusal.ts";
import { irreversible, refuse } from "./rules.ts";

/** A reversal asked for, with the recorded event it names when there is one. */
export interface ReversalRequest {
  readonly target: string;
  readonly reason: string;
  readonly original: RecordedEvent | undefined;
  readonly stands: boolean;
}

/** What speaks against reversals that are asked for together, whatever rests on their targets. */
export const objectionsToReversals = (
  reversals: readonly ReversalRequest[],
): readonly Refusal[] => [...reversals.flatMap(objectionsTo), ...reversedTwice(reversals)];

const objectionsTo = ({ target, original, stands }: ReversalRequest): readonly Refusal[] => {
  if (original === undefined) return [refuse("UnknownEvent", { target })];
  if (irreversible.includes(original.type)) {
    return [refuse("MayNotBeReversed", { target, type: original.type })];
  }
  return stands ? [] : [refuse("AlreadyReversed", { target, type: original.type })];
};

const reversedTwice = (reversals: readonly ReversalRequest[]): readonly Refusal[] => {
  const targets = new Set<string>();
  return reversals.flatMap(({ target, original }) => {
    if (!targets.has(target)) {
      targets.add(target);
      return [];
    }
    return original === undefined
      ? []
      : [refuse("AlreadyReversed", { target, type: original.type })];
  });
};
