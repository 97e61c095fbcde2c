import { postings } from "@tongket/core/projections";
import { expect, test } from "vitest";
import { historyOf } from "../history/history-of.ts";
import { lawfulHistory } from "../history/lawful-history.ts";
import type { Postings } from "./parts-add-up.ts";
import { revisionsKeepTheNumberRated } from "./revisions-keep-the-number-rated.ts";
import { failsWithinThousandRuns, inThousandRuns } from "./thousand-runs.ts";

test("a revision keeps the number rated, in any history", () =>
  inThousandRuns(lawfulHistory(), async (plan) =>
    revisionsKeepTheNumberRated((await historyOf(plan)).events),
  ));

test("postings that add the new level and leave the old one break it", async () => {
  const faulty: Postings = (event, post) =>
    (postings as Postings)(event, (branch, year, measure, amount, subject) => {
      if (event.type !== "RatingRevised" || amount > 0)
        post(branch, year, measure, amount, subject);
    });
  const found = failsWithinThousandRuns(lawfulHistory({ stepsMax: 100 }), async (plan) =>
    revisionsKeepTheNumberRated((await historyOf(plan)).events, faulty),
  );
  expect(await found).toBe(true);
});
