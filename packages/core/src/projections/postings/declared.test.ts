import { historyOf, lawfulHistory } from "@tongket/testing";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isReversal } from "../../log/reversal.ts";
import { yearsOf } from "../../log/years-of.ts";
import { wordsOf } from "../measure.ts";
import { postedWords, postings, postingTypes, typesPosting } from "../postings.ts";

const seed = Number(process.env["TONGKET_SEED"] ?? Math.floor(Math.random() * 2 ** 31));

test("all that is posted is declared, in branches and years that the event is of", async () => {
  const declared = postingTypes.flatMap((type) =>
    postedWords(type).map((word) => `${type} ${word}`),
  );
  const posted = new Set<string>();
  const plans = fc.sample(lawfulHistory({ stepsMax: 150 }), { seed, numRuns: 3000 });
  for (const plan of plans) {
    for (const event of (await historyOf(plan)).events) {
      const { type } = isReversal(event) ? event.data.original : event;
      const years = yearsOf(event);
      postings(event, (branch, year, measure) => {
        const [word = ""] = wordsOf(measure);
        expect(event.tags, `${type}, with seed ${seed}`).toContain(`branch:${branch}`);
        expect(years, `${type}, with seed ${seed}`).toContain(year);
        expect(typesPosting(word), `${type} ${word}`).toContain(type);
        posted.add(`${type} ${word}`);
      });
    }
    if (posted.size === declared.length) break;
  }
  expect([...posted].toSorted()).toEqual(declared.toSorted());
});
