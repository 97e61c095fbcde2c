import type { QueryItem } from "@tongket/core/log";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { emptyStore, rulebookWith } from "../history/history.ts";
import { historyOf } from "../history/history-of.ts";
import { lawfulHistory } from "../history/lawful-history.ts";
import { ministry } from "../ministry/ministry.ts";
import { recordLines } from "../ministry/record-lines.ts";
import { type AsksFor, explanationsAskEnough } from "./explanations-ask-enough.ts";
import { failsWithinThousandRuns, inThousandRuns } from "./thousand-runs.ts";

const dateOf = { asOf: "effectiveOn", knownAt: "recordedAt" } as const;
const asked = fc.tuple(
  lawfulHistory({ stepsMax: 30 }),
  fc.constantFrom("neither", "asOf", "knownAt"),
  fc.nat(),
);

test("of any history, as of any day of it, as known at any instant of it", () =>
  inThousandRuns(asked, async ([plan, axis, at]) => {
    const { events, rulebook } = await historyOf(plan);
    const one = events[at % Math.max(events.length, 1)];
    const horizon = one === undefined || axis === "neither" ? {} : { [axis]: one[dateOf[axis]] };
    explanationsAskEnough(events, rulebook, { horizon });
  }));

test("of a ministry, some of it by its subjects and some by types alone", async () => {
  const lines = ministry({ seed: 11, branches: 20, members: 40, years: 1 });
  const events = [];
  for await (const event of recordLines(emptyStore(), lines)) events.push(event);
  const tagsAsked = new Set<number>();
  const asksFor: AsksFor = ({ needs = "all" }) => {
    if (needs !== "all") for (const { tags } of needs.items) tagsAsked.add(tags.length);
    return needs;
  };
  explanationsAskEnough(events, rulebookWith(events), { asksFor });
  expect([...tagsAsked].toSorted()).toEqual([0, 1]);
});

const changed =
  (change: (items: readonly QueryItem[]) => readonly QueryItem[]): AsksFor =>
  ({ needed }) => ({ items: change(needed) });

test.each<readonly [string, AsksFor]>([
  ["leave out a subject", changed((items) => items.slice(1))],
  [
    "leave out a type",
    changed((items) =>
      items.flatMap(({ tags, types: [, ...types] }) => (types.length > 0 ? [{ tags, types }] : [])),
    ),
  ],
  [
    "ask for the year before",
    changed((items) => items.map(({ year = 0, ...item }) => ({ ...item, year: year - 1 }))),
  ],
  [
    "leave out the facts of the tree",
    changed((items) => items.filter(({ types }) => !types.some((one) => one.startsWith("Branch")))),
  ],
])("explanations that %s break it", async (_, asksFor) => {
  const found = failsWithinThousandRuns(lawfulHistory(), async (plan) => {
    const { events, rulebook } = await historyOf(plan);
    explanationsAskEnough(events, rulebook, { asksFor });
  });
  expect(await found).toBe(true);
});
