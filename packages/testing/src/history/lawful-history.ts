import * as fc from "fast-check";
import { themeCount } from "./candidates/index.ts";
import { told } from "./history.ts";
import { firstDays, historyOf, type Plan } from "./history-of.ts";

/** How many numbers one step may draw. */
const numbersPerStep = 24;

/**
 * Plans of small random histories, to be made by `historyOf`. A plan shrinks by leaving out steps
 * and by making its numbers smaller; a counterexample is shown as the events it records.
 */
export const lawfulHistory = (options: { readonly stepsMax?: number } = {}): fc.Arbitrary<Plan> => {
  const number = fc.nat({ max: 0xffff });
  const step = fc.array(number, { minLength: numbersPerStep, maxLength: numbersPerStep });
  const steps = fc.array(step, { maxLength: options.stepsMax ?? 50, size: "max" });
  const begins = fc.constantFrom(...firstDays);
  const theme = fc.nat({ max: themeCount - 1 });
  return fc.noBias(fc.record({ begins, theme, steps })).map(shownAsEvents);
};

const shownAsEvents = (plan: Plan): Plan =>
  Object.defineProperty({ ...plan }, fc.asyncToStringMethod, {
    enumerable: false,
    value: async () => {
      const { events } = await historyOf(plan);
      return `plan ${JSON.stringify(plan)}\n${told(events)}`;
    },
  });
