import { postings } from "@tongket/core/projections";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { historyOf, type Plan } from "../history/history-of.ts";
import { lawfulHistory } from "../history/lawful-history.ts";
import { type Postings, partsAddUp } from "./parts-add-up.ts";
import { failsWithinThousandRuns, inThousandRuns } from "./thousand-runs.ts";

const dealt = fc.record({
  plan: lawfulHistory(),
  parts: fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 30 }),
});

const holdsFor = async (
  { plan, parts }: { readonly plan: Plan; readonly parts: readonly number[] },
  post?: Postings,
): Promise<void> => {
  const { events } = await historyOf(plan);
  partsAddUp(events, (index) => parts[index % parts.length] ?? 0, post);
};

test("any split of any history adds up to the whole", () =>
  inThousandRuns(dealt, (one) => holdsFor(one)));

test("postings that remember the event before break it", async () => {
  let before = "";
  const faulty: Postings = (event, post) => {
    if (event.type !== before) postings(event, post);
    before = event.type;
  };
  expect(await failsWithinThousandRuns(dealt, (one) => holdsFor(one, faulty))).toBe(true);
});
