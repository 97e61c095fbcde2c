import { expect, test } from "vitest";
import type { VoteRule } from "./membership-pack.ts";
import { judgeVote } from "./vote.ts";

const twoThirds: VoteRule = { op: ">=", share: { num: 2, den: 3 }, of: "summoned" };
const majority: VoteRule = { op: ">", share: { num: 1, den: 2 }, of: "voting" };

test.each([
  [twoThirds, { inFavour: 6, summoned: 9 }, { verdict: "pass", of: 9 }],
  [twoThirds, { inFavour: 6, against: 0, summoned: 10 }, { verdict: "fail", of: 10 }],
  [twoThirds, { inFavour: 6, against: 1 }, { verdict: "unknown", reason: "summoned-not-known" }],
  [majority, { inFavour: 5, against: 5 }, { verdict: "fail", of: 10 }],
  [majority, { inFavour: 6, against: 5 }, { verdict: "pass", of: 11 }],
  [majority, { inFavour: 6, against: 0, summoned: 20 }, { verdict: "pass", of: 6 }],
  [majority, { inFavour: 6, summoned: 20 }, { verdict: "unknown", reason: "against-not-known" }],
  [majority, { inFavour: 0, against: 0 }, { verdict: "unknown", of: 0, reason: "none" }],
  [twoThirds, { inFavour: 0, summoned: 0 }, { verdict: "unknown", of: 0, reason: "none" }],
  [
    { ...majority, share: { num: 1, den: 0 } },
    { inFavour: 1, against: 0 },
    { verdict: "unknown", of: 1, reason: "none" },
  ],
] as const)("%j with %j", (rule, votes, expected) => {
  expect(judgeVote(rule, votes)).toEqual({ rule, inFavour: votes.inFavour, ...expected });
});

test.each([
  { inFavour: 10, summoned: 9 },
  { inFavour: 6, against: 4, summoned: 9 },
])("more votes than summoned is a fail of its own: %j", (votes) => {
  for (const rule of [twoThirds, majority]) {
    expect(judgeVote(rule, votes)).toEqual({
      rule,
      inFavour: votes.inFavour,
      of: 9,
      verdict: "fail",
      reason: "more-votes-than-summoned",
    });
  }
});

test("as many votes as summoned may be", () => {
  expect(judgeVote(majority, { inFavour: 5, against: 4, summoned: 9 }).verdict).toBe("pass");
});

test("a number of votes that is none decides nothing", () => {
  for (const votes of [
    { inFavour: 0.5, against: 0.5 },
    { inFavour: 1, against: 0.5 },
  ]) {
    expect(judgeVote(majority, votes)).toMatchObject({ verdict: "unknown", reason: "none" });
  }
});
