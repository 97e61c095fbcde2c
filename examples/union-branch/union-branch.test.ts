import type { AwardPack, Eligibility } from "@tongket/core/rulebook";
import { expect, test } from "vitest";
import { eligibleByLedger } from "../eligible-by-ledger.ts";
import { testOwnExample } from "../own-example.ts";
import { fileOf } from "../own-packs.ts";

const example = "union-branch";

const { parameters } = JSON.parse(fileOf(example, "packs/award.json")) as AwardPack;
const eligibilities = parameters.eligibility as readonly [Eligibility, Eligibility];

testOwnExample(example, (followed) => {
  test("the cap on strong groups was kept in 2024 and not in 2025", () => {
    const cap = { cap: "strong-third", base: 4, allowed: 1 };
    expect(followed().facts("RatingsClosed")).toMatchObject([
      { year: 2024, caps: [{ ...cap, part: 1, verdict: "pass" }] },
      { year: 2025, caps: [{ ...cap, part: 2, verdict: "fail" }] },
    ]);
  });

  test("the awards went to those whose two years allow it, and to nobody else", () => {
    const [strong, outstanding] = eligibilities;
    const ofGroup = (id: string) =>
      eligibleByLedger(strong, { of: "branch", kind: "union-group", id }, followed());
    const ofMember = (id: string) =>
      eligibleByLedger(outstanding, { of: "member", id }, followed());
    const groups = ["cranes", "stevedores", "office", "canteen"].map(ofGroup);
    expect(groups).toEqual(["pass", "fail", "fail", "fail"]);
    expect(["u-1", "u-2"].map(ofMember)).toEqual(["pass", "fail"]);
    expect(
      followed()
        .facts("AwardGranted")
        .map(({ recipient }) => recipient),
    ).toEqual([{ branch: "cranes" }, { person: "u-1" }]);
  });
});
