import { expect, test } from "vitest";
import { historyOf } from "../history/history-of.ts";
import { lawfulHistory } from "../history/lawful-history.ts";
import { type EventsRead, erasingChangesNothing, personIn } from "./erasing-changes-nothing.ts";
import { failsWithinThousandRuns, inThousandRuns } from "./thousand-runs.ts";

test("erasing everyone changes no total, no verdict and no state", () =>
  inThousandRuns(lawfulHistory(), async (plan) => erasingChangesNothing(await historyOf(plan))));

test("a reader that leaves out the facts of the erased breaks it", async () => {
  const forgetful: EventsRead = (events) => {
    const erased = new Set(
      events.flatMap(({ type, data }) => (type === "PersonErased" ? [personIn(data)] : [])),
    );
    return events.filter(
      ({ type, tags }) =>
        type === "PersonErased" || !tags.some((tag) => erased.has(tag.replace("person:", ""))),
    );
  };
  const found = failsWithinThousandRuns(lawfulHistory(), async (plan) =>
    erasingChangesNothing(await historyOf(plan), forgetful),
  );
  expect(await found).toBe(true);
});
