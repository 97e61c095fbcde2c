import { type Handler, openLedger } from "@tongket/core";
import type { EventStore } from "@tongket/core/log";
import { expect, test } from "vitest";
import { historyOf } from "../history/history-of.ts";
import { lawfulHistory } from "../history/lawful-history.ts";
import { anIdNamesOneCommand } from "./an-id-names-one-command.ts";
import { failsWithinThousandRuns, inThousandRuns } from "./thousand-runs.ts";

test("the same command id with another body is refused", () =>
  inThousandRuns(lawfulHistory(), async (plan) => anIdNamesOneCommand(await historyOf(plan))));

test("a handler that looks at ids only breaks it", async () => {
  const careless = async (store: EventStore): Promise<Handler> => {
    const handler = await openLedger(store, { now: () => "2999-12-31T00:00:00.000Z" as never });
    return {
      ...handler,
      handleTogether: async (commands, note) => {
        const stored = await store.find(commands[0]?.id ?? "");
        return stored === undefined
          ? handler.handleTogether(commands, note)
          : { outcome: "Recorded", stored, again: true, warnings: [] };
      },
    };
  };
  const found = failsWithinThousandRuns(lawfulHistory(), async (plan) => {
    const history = await historyOf(plan);
    await anIdNamesOneCommand(history, () => careless(history.store));
  });
  expect(await found).toBe(true);
});
