import { addressOf, decodeCommand, type RecordedEvent } from "@tongket/core";
import { postings } from "@tongket/core/projections";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { commitsIn, eventsIn, type History, Workbench } from "../history/history.ts";
import { historyOf } from "../history/history-of.ts";
import { lawfulHistory } from "../history/lawful-history.ts";
import { historyIsLawful } from "./history-is-lawful.ts";
import type { Postings } from "./parts-add-up.ts";
import { reversalsCancel } from "./reversals-cancel.ts";
import { standingAmong } from "./standing-events.ts";
import { failsWithinThousandRuns, inThousandRuns } from "./thousand-runs.ts";

const reversed = fc.record({ plan: lawfulHistory(), which: fc.nat({ max: 1000 }) });

/** The history with one more of its facts taken back, where the deciders let it be taken. */
const takingBack = async (
  { store, events }: History,
  which: number,
): Promise<readonly RecordedEvent[]> => {
  const standing = standingAmong(events);
  const fact = standing[which % Math.max(standing.length, 1)];
  if (fact === undefined) return events;
  const bench = new Workbench(store);
  bench.now = "2999-12-31T00:00:00.000Z";
  const data = { target: addressOf(fact), reason: "Ghi nhầm" };
  const decoded = decodeCommand({ actor: "clerk", command: "ReverseEvent", data }, "one-more");
  if (decoded.decoded === "Faulty") throw new Error(JSON.stringify(decoded.faults));
  await (await bench.open()).handle(decoded.command);
  return eventsIn(await commitsIn(store));
};

test("any fact that may be taken back leaves no trace in totals and states", () =>
  inThousandRuns(reversed, async ({ plan, which }) => {
    const history = await historyOf(plan);
    const events = await takingBack(history, which);
    reversalsCancel(events);
    historyIsLawful(events, history);
  }));

test("postings that pass over reversals break it", async () => {
  const faulty: Postings = (event, post) => {
    if (event.type !== "EventReversed") postings(event, post);
  };
  const found = failsWithinThousandRuns(reversed, async ({ plan }) => {
    reversalsCancel((await historyOf(plan)).events, faulty);
  });
  expect(await found).toBe(true);
});
