import * as fc from "fast-check";
import { expect, test } from "vitest";
import { historyOf } from "../history/history-of.ts";
import { lawfulHistory } from "../history/lawful-history.ts";
import { type Outlook, orderIsImmaterial } from "./order-is-immaterial.ts";
import { standingAmong } from "./standing-events.ts";
import { failsWithinThousandRuns, inThousandRuns } from "./thousand-runs.ts";

const reordered = fc.record({
  plan: lawfulHistory({ stepsMax: 40 }),
  keys: fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 40 }),
});

test("any order of recording one lawful history gives the same state and totals", () =>
  inThousandRuns(reordered, async ({ plan, keys }) => {
    await orderIsImmaterial((await historyOf(plan)).events, keys);
  }));

test("an outlook by order of recording breaks it", async () => {
  const outlook: Outlook = (events) => standingAmong(events).at(-1)?.data;
  const found = failsWithinThousandRuns(reordered, async ({ plan, keys }) => {
    await orderIsImmaterial((await historyOf(plan)).events, keys, { outlook });
  });
  expect(await found).toBe(true);
});
