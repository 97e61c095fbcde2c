import { commandOf, given, type Line, openDesk } from "@tongket/testing";
import { expect, test } from "vitest";

/** Admitted on 1 February 2012, so that probation ends on 1 February 2013. */
const probationary: readonly Line[] = [
  ["EstablishBranch", "2012-01-01", { branch: "ministry", kind: "upper-committee", name: "M" }],
  ["EstablishBranch", "2012-01-01", { branch: "c", kind: "cell", name: "C", parent: "ministry" }],
  ["AdmitMember", "2012-02-01", { member: "an", branch: "c", decidedOn: "2012-02-01" }],
];
const recognised = (on: string, part: object = {}): Line => [
  "RecogniseMember",
  on,
  { member: "an", ...part },
];
const extended = (on: string): Line => ["ExtendProbation", on, { member: "an", months: 6 }];

test("no decision makes a recognition take effect before probation is over", async () => {
  const early = recognised("2013-01-31", { decidedOn: "2013-02-15" });
  expect(await given(...probationary).when(early)).toEqual({
    refused: [
      {
        refusal: "ProbationNotOver",
        person: "an",
        due: "2013-02-01",
        effectiveOn: "2013-01-31",
        decidedOn: "2013-02-15",
      },
    ],
  });
});

test("probation is extended until the day on which it ends", async () => {
  const outcome = await given(...probationary).when(extended("2013-02-01"));
  expect(outcome).toMatchObject({ recorded: [{ type: "ProbationExtended" }] });
});

test.each([
  ["ProbationNotOver", recognised("2013-01-31")],
  ["ProbationOver", extended("2013-02-02")],
])("%s names the months of probation and where they stand", async (refusal, line) => {
  const { handler } = await openDesk();
  for (const [index, one] of probationary.entries()) {
    await handler.handle(commandOf(one, `g${index}`));
  }
  expect(await handler.handle(commandOf(line, "when"))).toMatchObject({
    refusals: [
      { refusal, parameter: { pack: "vn-party-structure-2011", name: "probationMonths" } },
    ],
  });
});
