import type { Fact } from "@tongket/core/rulebook";
import { describe, expect, test } from "vitest";
import { historyOf } from "../history/history-of.ts";
import { lawfulHistory } from "../history/lawful-history.ts";
import { askingPack } from "./asking-pack.ts";
import { citedEventsSuffice } from "./cited-events-suffice.ts";
import { type FactsOf, ownFactsOf } from "./rating-facts-agree.ts";
import { failsWithinThousandRuns, inThousandRuns } from "./thousand-runs.ts";

const histories = lawfulHistory({ stepsMax: 100 });

test("for every branch and member of any history", () =>
  inThousandRuns(histories, async (plan) => {
    const { events } = await historyOf(plan);
    citedEventsSuffice(events, askingPack);
  }));

describe("it is broken by a reader", () => {
  const citing =
    (change: (fact: Fact) => readonly string[], name = ""): FactsOf =>
    (...asked) =>
      new Map(
        [...ownFactsOf(...asked)].map(([fact, found]) => [
          fact,
          fact.includes(name) ? { ...found, events: change(found) } : found,
        ]),
      );

  test.each<[string, FactsOf]>([
    ["that cites nothing", citing(() => [])],
    ["that cites the first event only", citing(({ events }) => events.slice(0, 1))],
    ["that leaves out the last", citing(({ events }) => events.slice(0, -1))],
    ["that leaves out who was appointed", citing(({ events }) => events.slice(1), "leaders")],
    ["that cites no remedies", citing(({ events }) => events.slice(0, 1), "shortcomings")],
  ])("%s", async (_, factsOf) => {
    const found = failsWithinThousandRuns(histories, async (plan) => {
      const { events } = await historyOf(plan);
      citedEventsSuffice(events, askingPack, factsOf);
    });
    expect(await found).toBe(true);
  });
});
