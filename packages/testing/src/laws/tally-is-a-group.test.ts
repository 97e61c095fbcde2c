import { addInto, emptyTally, type Post, postInto, type Tally } from "@tongket/core";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ownGroup, type TallyGroup, tallyIsAGroup } from "./tally-is-a-group.ts";
import { failsWithinThousandRuns, inThousandRuns } from "./thousand-runs.ts";

/** Few accounts and small amounts, so that postings often meet and often cancel. */
const posting = fc.tuple(
  fc.constantFrom("b1", "b2", "__proto__"),
  fc.constantFrom(2012, 2013),
  fc.constantFrom("stock official", "admitted"),
  fc.integer({ min: -2, max: 2 }),
  fc.constantFrom(undefined, "p1", "p2"),
);

const tally: fc.Arbitrary<Tally> = fc.array(posting, { maxLength: 12 }).map((postings) => {
  const result = emptyTally();
  const post: Post = postInto(result);
  for (const [branch, ...rest] of postings) post(branch as never, ...rest);
  return result;
});

const three = fc.record({ a: tally, b: tally, c: tally });

test("tallies of any postings", () => inThousandRuns(three, (abc) => tallyIsAGroup(abc)));

test.each<readonly [string, Partial<TallyGroup>]>([
  ["adding into the first summand", { add: addInto }],
  ["losing what is negative", { negative: () => emptyTally() }],
  ["an equality that looks at counts only", { equal: (a, b) => a.counts.size === b.counts.size }],
])("%s breaks it", async (_, fault) => {
  const group = { ...ownGroup, ...fault };
  expect(await failsWithinThousandRuns(three, (abc) => tallyIsAGroup(abc, group))).toBe(true);
});
