import { allEvents, allRefusals, type RecordedEvent } from "@tongket/core";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { thousandRuns } from "../laws/thousand-runs.ts";
import type { History } from "./history.ts";
import { historyOf } from "./history-of.ts";
import { lawfulHistory } from "./lawful-history.ts";

const counted = new Map<string, number>();
const count = (name: string, times = 1): void => {
  counted.set(name, (counted.get(name) ?? 0) + times);
};

/**
 * Refusals, those of later facts included that stood in the way of a change in the past, and
 * those that only warned.
 */
const countRefusals = ({ attempts }: History): void => {
  for (const { outcome } of attempts) {
    count(outcome.outcome);
    if (outcome.outcome === "Recorded") {
      for (const { refusal } of outcome.warnings) count(refusal);
    }
    if (outcome.outcome !== "Refused") continue;
    for (const { refusal, facts } of outcome.refusals) {
      count(refusal);
      for (const because of (facts["because"] ?? []) as readonly string[]) count(because);
    }
  }
};

/** Told after something that took effect later. */
const isBackDated = (event: RecordedEvent, at: number, events: readonly RecordedEvent[]): boolean =>
  events.slice(0, at).some((before) => before.effectiveOn > event.effectiveOn);

/** Offices that someone held and nobody holds at the end. */
const vacantOffices = (events: readonly RecordedEvent[]): number => {
  const holders = new Map<string, number>();
  for (const { type, data } of events) {
    const change = type === "OfficerReleased" ? -1 : type.startsWith("Officer") ? 1 : 0;
    const { in: seat, office } = data as { readonly in?: object; readonly office?: string };
    if (change !== 0) {
      const key = JSON.stringify([seat, office]);
      holders.set(key, (holders.get(key) ?? 0) + change);
    }
  }
  return [...holders.values()].filter((held) => held === 0).length;
};

const situations = [
  "back-dated facts",
  "vacant offices",
  "commits of several facts",
  "corrections: reversed and recorded anew in one commit",
  "repeated commands",
];

const countSituations = ({ events, commits, attempts }: History): void => {
  count("back-dated facts", events.filter(isBackDated).length);
  count("vacant offices", vacantOffices(events));
  for (const { commit } of commits) {
    const reversals = commit.events.filter(({ type }) => type === "EventReversed").length;
    const facts = commit.events.length - reversals;
    if (facts > 1) count("commits of several facts");
    if (facts > 0 && reversals > 0) count("corrections: reversed and recorded anew in one commit");
  }
  for (const { outcome } of attempts) {
    if (outcome.outcome === "Recorded" && outcome.again) count("repeated commands");
  }
};

const wanted = [...allEvents.map(({ type }) => type), ...allRefusals, ...situations];
const missing = (): readonly string[] => wanted.filter((name) => !counted.get(name));

/** The rarest comes a few times in a thousand histories: a thousand without it have successors. */
const roundsMax = 5;

test("lawful histories meet every event, every refusal and every situation", async () => {
  const { seed, numRuns } = thousandRuns;
  for (let round = 0; round < roundsMax && missing().length > 0; round++) {
    const plans = fc.sample(lawfulHistory({ stepsMax: 150 }), { seed: seed + round, numRuns });
    for (const plan of plans) {
      const history = await historyOf(plan);
      for (const { type } of history.events) count(type);
      countRefusals(history);
      countSituations(history);
    }
  }
  const lines = [...counted].toSorted(([, a], [, b]) => b - a);
  console.log(lines.map(([name, times]) => `${times} ${name}`).join(", "));
  expect(missing()).toEqual([]);
});
