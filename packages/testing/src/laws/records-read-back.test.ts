import type { EventStore } from "@tongket/core/log";
import { expect, test } from "vitest";
import { commitsIn } from "../history/history.ts";
import { historyOf } from "../history/history-of.ts";
import { lawfulHistory } from "../history/lawful-history.ts";
import { recordsReadBack } from "./records-read-back.ts";
import { failsWithinThousandRuns, inThousandRuns } from "./thousand-runs.ts";

test("the records of any history", () =>
  inThousandRuns(lawfulHistory(), async (plan) => recordsReadBack((await historyOf(plan)).store)));

/** The same store, except that one thing of a record is not as it was written. */
const altered = (store: EventStore, alter: (text: string) => string): EventStore => ({
  ...store,
  async *read() {
    const commits = await commitsIn(store);
    yield commits.map((stored) => ({ ...stored, text: alter(stored.text) }));
  },
});

test.each<readonly [string, (text: string) => string]>([
  [
    "a store that writes keys in another order",
    (text) => {
      const { position, ...rest } = JSON.parse(text) as { readonly position: number };
      return JSON.stringify({ position, ...rest });
    },
  ],
  ["a store that escapes what need not be", (text) => text.replace("ộ", "\\u1ed9")],
])("%s breaks it", async (_, alter) => {
  const found = failsWithinThousandRuns(lawfulHistory(), async (plan) =>
    recordsReadBack(altered((await historyOf(plan)).store, alter)),
  );
  expect(await found).toBe(true);
});
