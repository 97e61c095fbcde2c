import type { EventStore } from "@tongket/core/log";
import { expect, test } from "vitest";
import { emptyStore } from "../history/history.ts";
import { historyOf } from "../history/history-of.ts";
import { lawfulHistory } from "../history/lawful-history.ts";
import { repeatingAddsNothing } from "./repeating-adds-nothing.ts";
import { failsWithinThousandRuns, inThousandRuns } from "./thousand-runs.ts";

test("repeating any command adds nothing, also after a restart", () =>
  inThousandRuns(lawfulHistory({ stepsMax: 40 }), async (plan) =>
    repeatingAddsNothing(await historyOf(plan)),
  ));

test("a store that forgets command ids breaks it", async () => {
  const forgetful = (): EventStore => {
    const store = emptyStore();
    return { ...store, find: async () => undefined };
  };
  const found = failsWithinThousandRuns(lawfulHistory(), async (plan) =>
    repeatingAddsNothing(await historyOf(plan), forgetful),
  );
  expect(await found).toBe(true);
});
