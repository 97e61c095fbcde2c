import type { AwardPack, Eligibility } from "@tongket/core/rulebook";
import { proveRatingPack } from "@tongket/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eligibleByLedger } from "../eligible-by-ledger.ts";
import { type Followed, followReadme } from "../follow-readme.ts";
import { fileOf } from "../own-packs.ts";

const example = "company-appraisal";

test("its rating pack obeys the laws of ratings", () =>
  proveRatingPack(JSON.parse(fileOf(example, "packs/rating.json"))));

const { parameters } = JSON.parse(fileOf(example, "packs/award.json")) as AwardPack;
const [bonus] = parameters.eligibility as readonly [Eligibility];

describe.each(["vi", "en"] as const)("made as the README says, in %s,", (lang) => {
  let followed: Followed;
  beforeAll(() => {
    followed = followReadme(example, lang);
  });
  afterAll(() => followed.clear());

  test("every call goes well but the recording, which tells what it refused and warned of", () => {
    const failed = followed.calls.filter(({ status }) => status !== 0);
    expect(failed).toMatchObject([{ line: expect.stringMatching(/^record /), status: 1 }]);
    expect(failed[0]?.stderr).toBe(fileOf(example, `refused.${lang}.txt`));
  });

  test.each(["report", "scoreboard"])("the %s is what its file says", (name) => {
    expect(followed.made(`anew.${name}.md`)).toBe(fileOf(example, `${name}.${lang}.md`));
  });

  test("the quarter is of those rated, rounded half up: 2 of 6, then 1 of 5", () => {
    const cap = { cap: "beyond-quarter", verdict: "pass" };
    expect(followed.facts("RatingsClosed")).toMatchObject([
      { year: 2024, caps: [{ ...cap, part: 2, base: 6, allowed: 2 }] },
      { year: 2025, caps: [{ ...cap, part: 1, base: 5, allowed: 1 }] },
    ]);
  });

  test("who was long on leave is not rated, and the bonus asks for two years in the end", () => {
    expect(followed.facts("RatingExempted")).toMatchObject([{ subject: "e-6", year: 2025 }]);
    const ofMember = (id: string) => eligibleByLedger(bonus, { of: "member", id }, followed);
    expect(["e-1", "e-2", "e-6"].map(ofMember)).toEqual(["pass", "fail", "fail"]);
    expect(followed.facts("AwardGranted")).toMatchObject([{ recipient: { person: "e-1" } }]);
  });
});
