import type { RecordedEvent } from "@tongket/core";
import { effective, type Horizon, within } from "@tongket/core/log";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { daysLater } from "../days.ts";
import { historyOf } from "../history/history-of.ts";
import { lawfulHistory } from "../history/lawful-history.ts";
import { type Read, readingsEqualNaiveFilter } from "./readings-equal-naive-filter.ts";
import { failsWithinThousandRuns, inThousandRuns } from "./thousand-runs.ts";

const asked = fc.record({
  plan: lawfulHistory(),
  asOf: fc.option(fc.nat({ max: 1000 })),
  knownAt: fc.option(fc.nat({ max: 1000 })),
});

/** A day on or just before one of the facts', and an instant of one of the commits. */
const horizonIn = (
  events: readonly RecordedEvent[],
  { asOf, knownAt }: { readonly asOf: number | null; readonly knownAt: number | null },
): Horizon => {
  const known = events[(knownAt ?? 0) % Math.max(events.length, 1)]?.recordedAt;
  const day = events[((asOf ?? 0) >> 1) % Math.max(events.length, 1)]?.effectiveOn;
  return {
    ...(asOf === null || day === undefined
      ? {}
      : { asOf: daysLater(day, -(asOf % 2)) as typeof day }),
    ...(knownAt === null || known === undefined ? {} : { knownAt: known }),
  };
};

const holdsFor = async (
  { plan, ...at }: typeof asked extends fc.Arbitrary<infer T> ? T : never,
  read?: Read,
): Promise<void> => {
  const { events } = await historyOf(plan);
  await readingsEqualNaiveFilter(events, horizonIn(events, at), read);
};

test("any history, as of any day, as known at any instant", () =>
  inThousandRuns(asked, (one) => holdsFor(one)));

test.each<readonly [string, Read]>([
  [
    "a reading that lets an unknown reversal act",
    (events, at) => {
      const standing = new Set(effective(events));
      return events.filter((event) => within(event, at) && standing.has(event));
    },
  ],
  [
    "a reading that ends a day early",
    (events, at) => effective(events.filter((e) => within(e, at) && e.effectiveOn !== at.asOf)),
  ],
])("%s breaks it", async (_, read) => {
  expect(await failsWithinThousandRuns(asked, (one) => holdsFor(one, read))).toBe(true);
});
