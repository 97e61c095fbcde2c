import { expect, test } from "vitest";
import { historyOf } from "../history/history-of.ts";
import { lawfulHistory } from "../history/lawful-history.ts";
import { laterPacksChangeNothing } from "./later-packs-change-nothing.ts";
import { failsWithinThousandRuns, inThousandRuns } from "./thousand-runs.ts";
import type { PackOf } from "./told-of-a-ledger.ts";

test("a pack of a later year changes no verdict and no total of an earlier one", () =>
  inThousandRuns(lawfulHistory(), async (plan) => laterPacksChangeNothing(await historyOf(plan))));

test("verdicts by the newest pack there is break it", async () => {
  const newest: PackOf = ({ byMatter }) => {
    const pack = byMatter.get("rating")?.at(-1);
    return pack?.matter === "rating" ? pack : undefined;
  };
  const found = failsWithinThousandRuns(lawfulHistory({ stepsMax: 100 }), async (plan) =>
    laterPacksChangeNothing(await historyOf(plan), newest),
  );
  expect(await found).toBe(true);
});
