import { describe, expect, test } from "vitest";
import type { Verification } from "./parameter.ts";
import { type AskedVote, objectionsToVotes, type ToldVotes } from "./vote-objections.ts";

const asked = (
  name: string,
  of: "summoned" | "voting" = "summoned",
  verification: Verification = "primary-read",
): AskedVote => ({
  name,
  value: { op: ">=", share: { num: 2, den: 3 }, of },
  source: { instrument: "Rules of the club", locator: "Art. 5" },
  verification,
});
const objections = (told: ToldVotes, part: object = {}) =>
  objectionsToVotes({ pack: "club", vote: asked("vote"), ...part }, told, "an");

describe("a vote", () => {
  test("that is carried, not told or not asked for is not objected to", () => {
    expect(objections({ vote: { inFavour: 2, summoned: 3 } })).toEqual([]);
    expect(objections({})).toEqual([]);
    expect(objections({ committeeVote: { inFavour: 0, summoned: 3 } })).toEqual([]);
  });

  test("that is not carried is refused by the statement that asks for it", () => {
    expect(objections({ vote: { inFavour: 1, summoned: 3 } })).toEqual([
      {
        refusal: "VoteNotCarried",
        facts: { subject: "an", inFavour: 1, of: 3, needed: ">= 2/3" },
        parameter: {
          pack: "club",
          name: "vote",
          source: "Rules of the club, Art. 5",
          verification: "primary-read",
        },
      },
    ]);
  });

  test("only warns where the statement may not be presented as law", () => {
    const vote = asked("vote", "summoned", "derived");
    expect(objections({ vote: { inFavour: 1, summoned: 3 } }, { vote })).toMatchObject([
      { refusal: "VoteNotCarried", advisory: true },
    ]);
  });

  test("that cannot be held against the share is not objected to", () => {
    expect(objections({ vote: { inFavour: 1 } })).toEqual([]);
  });

  test("of more than were called to it cannot be, whatever the law asks", () => {
    const told = { vote: { inFavour: 3, against: 2, summoned: 4 } };
    const facts = { subject: "an", votes: 5, summoned: 4 };
    expect(objections(told)).toEqual([{ refusal: "MoreVotesThanSummoned", facts }]);
    expect(objections({ vote: { inFavour: 5, summoned: 4 } })).toEqual([
      { refusal: "MoreVotesThanSummoned", facts },
    ]);
  });

  test("of the committee is told apart from that of the branch", () => {
    const committeeVote = asked("committee", "voting");
    const told = {
      vote: { inFavour: 0, summoned: 3 },
      committeeVote: { inFavour: 1, against: 1 },
    };
    expect(objections(told, { committeeVote })).toMatchObject([
      { refusal: "VoteNotCarried", parameter: { name: "vote" } },
      {
        refusal: "CommitteeVoteNotCarried",
        facts: { subject: "an", inFavour: 1, of: 2 },
        parameter: { pack: "club", name: "committee" },
      },
    ]);
  });
});
