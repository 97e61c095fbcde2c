import * as fc from "fast-check";
import { expect, test } from "vitest";
import { historyOf } from "../history/history-of.ts";
import { lawfulHistory } from "../history/lawful-history.ts";
import { type FlowOf, flowUnder, stockAndFlowCloses } from "./stock-and-flow-closes.ts";
import { failsWithinThousandRuns, inThousandRuns } from "./thousand-runs.ts";

test("every branch and year of any history", () =>
  inThousandRuns(lawfulHistory(), async (plan) => {
    const { events, rulebook } = await historyOf(plan);
    stockAndFlowCloses(events, flowUnder(rulebook));
  }));

test("every branch and year as of any day", () =>
  inThousandRuns(
    fc.record({ plan: lawfulHistory(), which: fc.nat({ max: 1000 }) }),
    async ({ plan, which }) => {
      const { events, rulebook } = await historyOf(plan);
      const asOf = events[which % Math.max(events.length, 1)]?.effectiveOn;
      stockAndFlowCloses(events, flowUnder(rulebook), asOf);
    },
  ));

test("a flow that counts a transfer inside as going out breaks it", async () => {
  const found = failsWithinThousandRuns(lawfulHistory(), async (plan) => {
    const { events, rulebook } = await historyOf(plan);
    const faulty: FlowOf = (all, asked) => {
      const flow = flowUnder(rulebook)(all, asked);
      const { inTransit, inTransitOpening, out } = flow;
      const sent = out.sent + inTransit - inTransitOpening;
      return { ...flow, out: { ...out, sent }, inTransit: inTransitOpening };
    };
    stockAndFlowCloses(events, faulty);
  });
  expect(await found).toBe(true);
});
