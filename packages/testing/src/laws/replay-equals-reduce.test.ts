import type { Projection, RecordedEvent } from "@tongket/core";
import { annualTotals } from "@tongket/core/projections";
import { expect, test } from "vitest";
import { historyOf } from "../history/history-of.ts";
import { lawfulHistory } from "../history/lawful-history.ts";
import { replayEqualsReduce } from "./replay-equals-reduce.ts";
import { failsWithinThousandRuns, inThousandRuns } from "./thousand-runs.ts";

/** A projection with keyed and nested state: the last facts of each subject. */
const lastFacts: Projection<Map<string, { count: number; last: RecordedEvent[] }>> = {
  name: "last-facts",
  version: 1,
  reads: "all",
  initial: () => new Map(),
  apply: (draft, event) => {
    for (const tag of event.tags) {
      const known = draft.get(tag) ?? { count: 0, last: [] };
      draft.set(tag, { count: known.count + 1, last: [...known.last.slice(-2), event] });
    }
  },
};

test("the annual totals of any history", () =>
  inThousandRuns(lawfulHistory(), async (plan) => {
    const { events } = await historyOf(plan);
    replayEqualsReduce(annualTotals, events);
  }));

test("a projection with nested state", () =>
  inThousandRuns(lawfulHistory({ stepsMax: 20 }), async (plan) => {
    const { events } = await historyOf(plan);
    replayEqualsReduce(lastFacts, events);
  }));

test("a projection that counts outside its state breaks it", async () => {
  let outside = 0;
  const faulty: Projection<{ count: number }> = {
    name: "faulty",
    version: 1,
    reads: "all",
    initial: () => ({ count: 0 }),
    apply: (draft) => {
      outside += 1;
      draft.count = outside;
    },
  };
  const found = failsWithinThousandRuns(lawfulHistory(), async (plan) => {
    const { events } = await historyOf(plan);
    replayEqualsReduce(faulty, events);
  });
  expect(await found).toBe(true);
});

test("a projection that changes the events it reads breaks it", async () => {
  const faulty: Projection<Map<string, { seen?: boolean }>> = {
    name: "faulty",
    version: 1,
    reads: "all",
    initial: () => new Map(),
    apply: (draft, event) => {
      const data = event.data as { seen?: boolean };
      draft.set(event.type, data);
      const kept = draft.get(event.type);
      if (kept !== undefined) kept.seen = true;
    },
  };
  const found = failsWithinThousandRuns(lawfulHistory(), async (plan) => {
    const { events } = await historyOf(plan);
    replayEqualsReduce(faulty, events);
  });
  expect(await found).toBe(true);
});
