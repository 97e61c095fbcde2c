import type { AwardPack, Eligibility } from "@tongket/core/rulebook";
import { expect, test } from "vitest";
import { eligibleByLedger } from "../eligible-by-ledger.ts";
import { testOwnExample } from "../own-example.ts";
import { fileOf } from "../own-packs.ts";

const example = "company-appraisal";

const { parameters } = JSON.parse(fileOf(example, "packs/award.json")) as AwardPack;
const [bonus] = parameters.eligibility as readonly [Eligibility];

testOwnExample(example, (followed) => {
  test("the quarter is of those rated, rounded half up: 2 of 6, then 1 of 5", () => {
    const cap = { cap: "beyond-quarter", verdict: "pass" };
    expect(followed().facts("RatingsClosed")).toMatchObject([
      { year: 2024, caps: [{ ...cap, part: 2, base: 6, allowed: 2 }] },
      { year: 2025, caps: [{ ...cap, part: 1, base: 5, allowed: 1 }] },
    ]);
  });

  test("who was long on leave is not rated, and the bonus asks for two years in the end", () => {
    expect(followed().facts("RatingExempted")).toMatchObject([{ subject: "e-6", year: 2025 }]);
    const ofMember = (id: string) => eligibleByLedger(bonus, { of: "member", id }, followed());
    expect(["e-1", "e-2", "e-6"].map(ofMember)).toEqual(["pass", "fail", "fail"]);
    expect(followed().facts("AwardGranted")).toMatchObject([{ recipient: { person: "e-1" } }]);
  });
});
