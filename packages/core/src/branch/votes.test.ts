import { given, type Line } from "@tongket/testing";
import { describe, expect, test } from "vitest";
import { branchLine } from "../../test/branch-line.ts";

const branch = branchLine("CarryInBranch", "2012-01-01");
const branches = [branch("ministry", "upper-committee"), branch("cell", "cell", "ministry")];
const disciplined = (on: string, part: object): Line => [
  "DisciplineBranch",
  on,
  { branch: "cell", form: "warning", ...part },
];
const dissolved = (on: string, part: object): Line => [
  "DissolveBranch",
  on,
  { branch: "cell", ...part },
];
const half = { inFavour: 2, summoned: 4 };
const subject = "cell";
const told = { subject, inFavour: 2, of: 4, needed: "> 1/2" };
const passes = { recorded: [expect.anything()] };

describe("discipline of a branch", () => {
  test("VoteNotCarried, CommitteeVoteNotCarried: each needs more than half", async () => {
    const votes = { vote: half, committeeVote: half };
    expect(await given(...branches).when(disciplined("2025-09-03", votes))).toEqual({
      refused: [
        { refusal: "VoteNotCarried", ...told },
        { refusal: "CommitteeVoteNotCarried", ...told },
      ],
    });
    const enough = { vote: { inFavour: 3, summoned: 5 } };
    expect(await given(...branches).when(disciplined("2025-09-03", enough))).toEqual(passes);
    expect(await given(...branches).when(disciplined("2025-09-03", {}))).toEqual(passes);
  });

  test("MoreVotesThanSummoned: a count that cannot be is refused", async () => {
    const votes = { vote: { inFavour: 4, against: 1, summoned: 4 } };
    expect(await given(...branches).when(disciplined("2012-09-03", votes))).toEqual({
      refused: [{ refusal: "MoreVotesThanSummoned", subject, votes: 5, summoned: 4 }],
    });
  });

  test("under the assumed pack of 2011 warns", async () => {
    expect(await given(...branches).when(disciplined("2012-09-03", { vote: half }))).toEqual({
      ...passes,
      warned: [{ refusal: "VoteNotCarried", ...told }],
    });
  });

  test("before any pack is not judged", async () => {
    const early: Line = [
      "CarryInBranch",
      "2011-10-01",
      { branch: "m", kind: "upper-committee", name: "M" },
    ];
    const line: Line = [
      "DisciplineBranch",
      "2011-10-05",
      { branch: "m", form: "warning", vote: half },
    ];
    expect(await given(early).when(line)).toEqual(passes);
  });
});

test("the vote on a dissolution is that of the committee", async () => {
  expect(await given(...branches).when(dissolved("2025-09-03", { committeeVote: half }))).toEqual({
    ...passes,
    warned: [{ refusal: "CommitteeVoteNotCarried", ...told }],
  });
});
