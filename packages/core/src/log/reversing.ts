import type { RecordedEvent } from "../kernel/event.ts";
import { ofCommand, type Refusal } from "../kernel/refusal.ts";
import { irreversible, refuse } from "./rules.ts";

/** A reversal asked for, with the recorded event it names when there is one. */
export interface ReversalRequest {
  readonly target: string;
  readonly reason: string;
  readonly original: RecordedEvent | undefined;
  readonly stands: boolean;
  /** Its place among the commands of its commit; absent where it is alone. */
  readonly at?: number;
}

/** What speaks against reversals that are asked for together, whatever rests on their targets. */
export const objectionsToReversals = (
  reversals: readonly ReversalRequest[],
): readonly Refusal[] => [
  ...reversals.flatMap((one) => ofCommand(one.at, objectionsTo(one))),
  ...reversedTwice(reversals),
];

const objectionsTo = ({ target, original, stands }: ReversalRequest): readonly Refusal[] => {
  if (original === undefined) return [refuse("UnknownEvent", { target })];
  if (irreversible.includes(original.type)) {
    return [refuse("MayNotBeReversed", { target, type: original.type })];
  }
  return stands ? [] : [refuse("AlreadyReversed", { target, type: original.type })];
};

const reversedTwice = (reversals: readonly ReversalRequest[]): readonly Refusal[] => {
  const targets = new Set<string>();
  return reversals.flatMap(({ target, original, at }) => {
    if (!targets.has(target)) {
      targets.add(target);
      return [];
    }
    return original === undefined
      ? []
      : ofCommand(at, [refuse("AlreadyReversed", { target, type: original.type })]);
  });
};
