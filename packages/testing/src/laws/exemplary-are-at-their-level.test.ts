import { postings } from "@tongket/core/projections";
import { expect, test } from "vitest";
import { historyOf } from "../history/history-of.ts";
import { lawfulHistory } from "../history/lawful-history.ts";
import { exemplaryAreAtTheirLevel } from "./exemplary-are-at-their-level.ts";
import type { Postings } from "./parts-add-up.ts";
import { failsWithinThousandRuns, inThousandRuns } from "./thousand-runs.ts";

test("the exemplary are among those at the top, in any history", () =>
  inThousandRuns(lawfulHistory(), async (plan) => {
    const { events, rulebook } = await historyOf(plan);
    exemplaryAreAtTheirLevel(events, rulebook);
  }));

test("postings that mark every branch as exemplary break it", async () => {
  const faulty: Postings = (event, post) => {
    const data = event.data as { readonly subjectKind?: string };
    const marked =
      event.type === "RatingAssigned" && data.subjectKind !== "member"
        ? { ...event, data: { ...data, distinction: "exemplary" } }
        : event;
    (postings as Postings)(marked, post);
  };
  const found = failsWithinThousandRuns(lawfulHistory({ stepsMax: 100 }), async (plan) => {
    const { events, rulebook } = await historyOf(plan);
    exemplaryAreAtTheirLevel(events, rulebook, faulty);
  });
  expect(await found).toBe(true);
});
