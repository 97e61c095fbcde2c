import { expect, test } from "vitest";
import { failsWithinThousandRuns, inThousandRuns } from "./thousand-runs.ts";
import {
  grantIn,
  packsAsking,
  someRatedYears,
  unratedYearsBreakStreaks,
} from "./unrated-years-break-streaks.ts";

test("a streak breaks on an unrated year, in a ledger", () =>
  inThousandRuns(someRatedYears, (years) => unratedYearsBreakStreaks(years)));

test("rules that ask for the last year alone break it", async () => {
  const lenient = grantIn(() => packsAsking(1));
  const found = failsWithinThousandRuns(someRatedYears, (years) =>
    unratedYearsBreakStreaks(years, lenient),
  );
  expect(await found).toBe(true);
});
