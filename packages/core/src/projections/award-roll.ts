import type { Recipient } from "../award/events.ts";
import { factsOf, type YearView } from "./year-view.ts";

/** One award that stands: granted in the review of the year and not revoked. */
export interface AwardOnRoll {
  readonly award: string;
  readonly category: string;
  readonly form: string;
  readonly recipient: Recipient;
  readonly basisYears: readonly number[];
  readonly presented: boolean;
}

/** The awards of the year in scope, in the order they were granted. */
export const awardRoll = (view: YearView): readonly AwardOnRoll[] => {
  const scope = new Set<string>(view.scope);
  const roll = new Map<string, AwardOnRoll>();
  for (const { type, data } of factsOf(view, "AwardGranted", "AwardPresented", "AwardRevoked")) {
    const held = roll.get(data.award);
    switch (type) {
      case "AwardGranted":
        if (data.year === view.year && scope.has(data.branch)) {
          const { award, category, form, recipient, basisYears } = data;
          roll.set(award, { award, category, form, recipient, basisYears, presented: false });
        }
        break;
      case "AwardPresented":
        if (held !== undefined) roll.set(data.award, { ...held, presented: true });
        break;
      case "AwardRevoked":
        roll.delete(data.award);
        break;
      default:
        void (type satisfies never);
    }
  }
  return [...roll.values()];
};
