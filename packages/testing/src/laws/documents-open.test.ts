import * as fc from "fast-check";
import { expect, test } from "vitest";
import { emptyStore, rulebookWith } from "../history/history.ts";
import { historyOf } from "../history/history-of.ts";
import { lawfulHistory } from "../history/lawful-history.ts";
import { ministry } from "../ministry/ministry.ts";
import { recordLines } from "../ministry/record-lines.ts";
import { documentsOpen, type Opens, ownOpening } from "./documents-open.ts";
import { failsWithinThousandRuns, thousandRuns } from "./thousand-runs.ts";

// NOTE: a history makes some twenty documents, so that these are several thousands.
test("every figure of every document of any history", () =>
  fc.assert(
    fc.asyncProperty(lawfulHistory(), async (plan) => {
      const { events, rulebook } = await historyOf(plan);
      documentsOpen(events, rulebook);
    }),
    { ...thousandRuns, numRuns: 200 },
  ));

test("every figure of every document of a ministry", async () => {
  const lines = ministry({ seed: 5, branches: 14, members: 60, years: 2 });
  const events = [];
  for await (const event of recordLines(emptyStore(), lines)) events.push(event);
  documentsOpen(events, rulebookWith(events));
});

test.each<[string, Opens]>([
  [
    "that know no lines of tables",
    (events, asked) =>
      asked.figure.startsWith("members.") ? undefined : ownOpening(events, asked),
  ],
  [
    "that are of the whole branch",
    (events, asked) => ownOpening(events, { ...asked, figure: asked.figure.replace("/own", "") }),
  ],
  ["that leave out an event", (events, asked) => ownOpening(events.slice(1), asked)],
])("openings %s break it", async (_, opens) => {
  const broken = failsWithinThousandRuns(lawfulHistory(), async (plan) => {
    const { events, rulebook } = await historyOf(plan);
    documentsOpen(events, rulebook, opens);
  });
  expect(await broken).toBe(true);
});
