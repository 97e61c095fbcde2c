import { addressOf, type Projection } from "@tongket/core";
import { keepView } from "@tongket/core/live";
import { annualTotals } from "@tongket/core/projections";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { historyOf, type Plan } from "../history/history-of.ts";
import { lawfulHistory } from "../history/lawful-history.ts";
import { type Keep, liveEqualsReplay } from "./live-equals-replay.ts";
import { failsWithinThousandRuns, inThousandRuns } from "./thousand-runs.ts";

/** What stands, in order: any event left out, doubled or told late shows. */
const standing: Projection<string[]> = {
  name: "standing",
  version: 1,
  reads: "all",
  initial: () => [],
  apply: (draft, event) => void draft.push(addressOf(event)),
};
const members: Projection<string[]> = {
  ...standing,
  name: "members",
  reads: ["MemberAdmitted", "MemberCarriedIn", "MemberReceived"],
};

const lives = fc.tuple(lawfulHistory({ stepsMax: 20 }), fc.integer({ min: 1, max: 9 }));
const live = async ([plan, pause]: [Plan, number], keep?: Keep): Promise<void> => {
  const { commits, store } = await historyOf(plan);
  const how = { header: store.header, pause, ...(keep === undefined ? {} : { keep }) };
  await liveEqualsReplay(standing, commits, how);
  await liveEqualsReplay(members, commits, how);
  await liveEqualsReplay(annualTotals, commits, how);
};

test("of any projection, over any history", () => inThousandRuns(lives, (life) => live(life)));

test.each<[string, Keep]>([
  [
    "that takes no notice of reversals",
    (store, view) =>
      keepView(store, {
        ...methodsOf(view),
        reads: view.reads === "all" ? "all" : [...view.reads, "EventReversed"],
      }),
  ],
  [
    "that begins anew with what it had",
    (store, view) =>
      keepView(store, {
        ...methodsOf(view),
        take: (events, step) => view.take([...events, ...events.slice(0, 1)], step),
      }),
  ],
])("a keeper %s breaks it", async (_, keep) => {
  expect(await failsWithinThousandRuns(lives, (life) => live(life, keep))).toBe(true);
});

const methodsOf = (view: Parameters<Keep>[1]): Parameters<Keep>[1] => ({
  name: view.name,
  reads: view.reads,
  checkpoint: () => view.checkpoint(),
  take: (events, step) => view.take(events, step),
  anew: () => view.anew(),
  close: () => view.close(),
});
