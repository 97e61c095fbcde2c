import { allLaws, type RecordedEvent } from "@tongket/core";
import { expect, test } from "vitest";
import { historyOf } from "../history/history-of.ts";
import { lawfulHistory } from "../history/lawful-history.ts";
import { historyIsLawful } from "./history-is-lawful.ts";
import { failsWithinThousandRuns, inThousandRuns } from "./thousand-runs.ts";

test("no law objects to any recorded history", () =>
  inThousandRuns(lawfulHistory({ stepsMax: 80 }), async (plan) => {
    const history = await historyOf(plan);
    historyIsLawful(history.events, history);
  }));

test.each<readonly [string, (events: readonly RecordedEvent[]) => readonly RecordedEvent[]]>([
  ["leaving out the first fact", (events) => events.slice(1)],
  ["the second commit of all twice", (events) => [...events, ...events.slice(1, 2)]],
])("%s breaks it", async (_, spoil) => {
  const found = failsWithinThousandRuns(lawfulHistory(), async (plan) => {
    const history = await historyOf(plan);
    historyIsLawful(spoil(history.events), { ...history, laws: allLaws });
  });
  expect(await found).toBe(true);
});
