import { given, type Line } from "@tongket/testing";
import { expect, test } from "vitest";

const cell: readonly Line[] = [
  ["EstablishBranch", "2012-01-01", { branch: "ministry", kind: "upper-committee", name: "Bộ" }],
  [
    "EstablishBranch",
    "2012-01-01",
    { branch: "cell", kind: "cell", name: "Chi bộ", parent: "ministry" },
  ],
];

test("a member cannot be admitted twice", async () => {
  const outcome = await given(...cell, [
    "AdmitMember",
    "2012-02-01",
    { member: "an", branch: "cell", decidedOn: "2012-01-20" },
  ]).when(["AdmitMember", "2012-03-01", { member: "an", branch: "cell", decidedOn: "2012-02-20" }]);
  expect(outcome).toEqual({
    refused: [{ refusal: "IsMemberAlready", person: "an", branch: "cell" }],
  });
});
