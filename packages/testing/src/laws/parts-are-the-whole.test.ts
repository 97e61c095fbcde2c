import { readPart } from "@tongket/core";
import { type EventStore, effective, type Horizon, type LinesAsked } from "@tongket/core/log";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { History } from "../history/history.ts";
import { historyOf, type Plan } from "../history/history-of.ts";
import { lawfulHistory } from "../history/lawful-history.ts";
import { type Cutting, partsAreTheWhole } from "./parts-are-the-whole.ts";
import { failsWithinThousandRuns, inThousandRuns } from "./thousand-runs.ts";

interface Given {
  readonly plan: Plan;
  readonly cuts: readonly number[];
  readonly checkpointAt: number;
  /** Which event's day, and which one's instant, the reading ends with, if any. */
  readonly asOf: number | undefined;
  readonly knownAt: number | undefined;
  readonly hasLines: boolean;
}

const somewhere = fc.nat({ max: 100 });
const somewhereOrNot = fc.option(somewhere, { nil: undefined });
const readings: fc.Arbitrary<Given> = fc.record({
  plan: lawfulHistory({ stepsMax: 60 }),
  cuts: fc.array(somewhere, { minLength: 1, maxLength: 6 }),
  checkpointAt: fc.oneof(fc.constant(0), somewhere),
  asOf: somewhereOrNot,
  knownAt: somewhereOrNot,
  hasLines: fc.boolean(),
});

const holdsFor = async (given: Given, read?: typeof readPart): Promise<void> => {
  const history = await historyOf(given.plan);
  const store = given.hasLines ? withLines(history) : history.store;
  await partsAreTheWhole(store, cuttingOf(given, history), read);
};

const cuttingOf = (given: Given, { events }: History): Cutting => {
  const { cuts, checkpointAt } = given;
  const eventAt = (at: number | undefined) => events[(at ?? 0) % Math.max(events.length, 1)];
  const [last, latest] = [eventAt(given.asOf), eventAt(given.knownAt)];
  const horizon: Horizon = {
    ...(given.asOf === undefined || last === undefined ? {} : { asOf: last.effectiveOn }),
    ...(given.knownAt === undefined || latest === undefined ? {} : { knownAt: latest.recordedAt }),
  };
  return { cuts, checkpointAt, horizon };
};

/** The same ledger as of a store that keeps lines. */
const withLines = ({ store, commits }: History): EventStore =>
  Object.assign(store, {
    async *lines({ after, to }: LinesAsked) {
      for (const { text } of commits.slice(after.position, to)) yield Buffer.from(`${text}\n`);
    },
  });

test("of any history, cut anywhere", () => inThousandRuns(readings, (one) => holdsFor(one)));

test.each<[string, typeof readPart]>([
  [
    "closes them one by one",
    async (store, asked) => {
      const part = await readPart(store, asked);
      return { ...part, kept: effective(part.kept) };
    },
  ],
  [
    "leaves out the last commit of each",
    (store, asked) => readPart(store, { ...asked, to: Math.max(asked.after, asked.to - 1) }),
  ],
  ["begins at the same place each time", (store, asked) => readPart(store, { ...asked, after: 0 })],
  ["takes no notice of a horizon", (store, asked) => readPart(store, { ...asked, horizon: {} })],
])("a reading of parts that %s breaks it", async (_, faulty) => {
  expect(await failsWithinThousandRuns(readings, (one) => holdsFor(one, faulty))).toBe(true);
});
