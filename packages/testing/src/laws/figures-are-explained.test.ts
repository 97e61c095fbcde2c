import { addressOf, type RecordedEvent } from "@tongket/core";
import type { ExplainedEvent, ExplainedPart, Explanation } from "@tongket/core/projections";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emptyStore, rulebookWith } from "../history/history.ts";
import { historyOf } from "../history/history-of.ts";
import { lawfulHistory } from "../history/lawful-history.ts";
import { ministry } from "../ministry/ministry.ts";
import { recordLines } from "../ministry/record-lines.ts";
import {
  type ExplanationOf,
  figuresAreExplained,
  ownExplanationOf,
} from "./figures-are-explained.ts";
import { failsWithinThousandRuns, inThousandRuns } from "./thousand-runs.ts";

test("every figure of any history, also as known at any instant of it", () =>
  inThousandRuns(fc.tuple(lawfulHistory(), fc.nat()), async ([plan, at]) => {
    const { events, rulebook } = await historyOf(plan);
    figuresAreExplained(events, rulebook);
    const knownAt = events[at % Math.max(events.length, 1)]?.recordedAt;
    if (knownAt !== undefined) figuresAreExplained(events, rulebook, { horizon: { knownAt } });
  }));

test("every figure of every branch of a ministry", async () => {
  const lines = ministry({ seed: 11, branches: 12, members: 40, years: 1 });
  const events = [];
  for await (const event of recordLines(emptyStore(), lines)) events.push(event);
  figuresAreExplained(events, rulebookWith(events));
});

describe("it is broken by explanations", () => {
  const faulty =
    (change: (explanation: Explanation, events: readonly RecordedEvent[]) => Explanation) =>
    (...[events, asked]: Parameters<ExplanationOf>): Explanation | undefined => {
      const explanation = ownExplanationOf(events, asked);
      return explanation && change(explanation, events);
    };
  const eachPart = (change: (part: ExplainedPart) => ExplainedPart) =>
    faulty((explanation) => ({ ...explanation, parts: explanation.parts.map(change) }));
  const without = (isLeftOut: (event: ExplainedEvent) => boolean) =>
    eachPart((part) => ({ ...part, events: part.events.filter((event) => !isLeftOut(event)) }));

  const revisions: ExplanationOf = faulty((explanation, events) => ({
    ...explanation,
    parts: explanation.parts.map((part) => ({
      ...part,
      events: [
        ...part.events,
        ...idleRevisions(events).filter(
          ({ address }) => !part.events.some((event) => event.address === address),
        ),
      ],
    })),
  }));

  /** Revisions as a denominator sees them that tells no levels apart: they change nothing. */
  const idleRevisions = (events: readonly RecordedEvent[]): readonly ExplainedEvent[] =>
    events
      .filter(({ type }) => type === "RatingRevised")
      .map((event) => {
        const { branch, year } = event.data as { readonly branch: never; readonly year: number };
        const amounts = [1, -1].map((amount) => ({ branch, year, measure: "rated", amount }));
        return { ...event, address: addressOf(event), actor: "clerk", postings: amounts };
      });

  test.each<[string, ExplanationOf]>([
    [
      "that list what was reversed",
      (events, asked) =>
        ownExplanationOf(
          events.filter(({ type }) => type !== "EventReversed"),
          asked,
        ),
    ],
    ["that leave out an event", eachPart((part) => ({ ...part, events: part.events.slice(1) }))],
    ["that leave out a move", without(({ makes }) => makes === "place")],
    ["that leave out a change of kind", without(({ makes }) => makes === "kind")],
    ["that leave out an officer", without(({ makes }) => makes === "officer")],
    ["that list revisions which cancel out", revisions],
    [
      "that count a subject as often as it occurs",
      eachPart((part) => ({
        ...part,
        amount: part.distinct
          ? part.accounts.reduce((sum, { amount }) => sum + amount, 0)
          : part.amount,
      })),
    ],
    [
      "that show the top only",
      eachPart((part) => ({ ...part, branches: { ...part.branches, children: [] } })),
    ],
    ["that leave the witness out", faulty(({ witness: _, ...explanation }) => explanation)],
    [
      "that add facts of which nothing depends",
      faulty((explanation, events) => ({
        ...explanation,
        parts: explanation.parts.map((part) => ({
          ...part,
          events: [...part.events, ...renamings(part, events)],
        })),
      })),
    ],
  ])("%s", async (_, explanationOf) => {
    const found = failsWithinThousandRuns(lawfulHistory(), async (plan) => {
      const { events, rulebook } = await historyOf(plan);
      figuresAreExplained(events, rulebook, { explanationOf });
    });
    expect(await found).toBe(true);
  });

  const renamings = (
    part: ExplainedPart,
    events: readonly RecordedEvent[],
  ): readonly ExplainedEvent[] =>
    part.events.every(({ makes }) => makes === undefined)
      ? []
      : events
          .filter(({ type }) => type === "BranchRenamed")
          .map((event) => ({
            ...event,
            address: addressOf(event),
            actor: "clerk",
            postings: [],
            makes: "branch",
          }));
});
