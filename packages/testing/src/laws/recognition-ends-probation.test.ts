import { expect, test } from "vitest";
import { dayNumber, dayText } from "../days.ts";
import {
  aProbation,
  type EffectiveDayOf,
  monthsLater,
  recognitionEndsProbation,
} from "./recognition-ends-probation.ts";
import { failsWithinThousandRuns, inThousandRuns } from "./thousand-runs.ts";

test("a late recognition takes effect when probation ends", () =>
  inThousandRuns(aProbation, (probation) => recognitionEndsProbation(probation)));

test.each<readonly [string, EffectiveDayOf]>([
  [
    "the day of the decision breaks it",
    async ({ admittedOn, extensionMonths, daysLate }) =>
      dayText(dayNumber(monthsLater(admittedOn, 12 + extensionMonths)) + daysLate),
  ],
  [
    "a probation that no extension lengthens breaks it",
    async ({ admittedOn }) => monthsLater(admittedOn, 12),
  ],
])("%s", async (_, faulty) => {
  const found = failsWithinThousandRuns(aProbation, (probation) =>
    recognitionEndsProbation(probation, faulty),
  );
  expect(await found).toBe(true);
});
