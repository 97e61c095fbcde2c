import type { AwardPack, Eligibility } from "@tongket/core/rulebook";
import { proveRatingPack } from "@tongket/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eligibleByLedger } from "../eligible-by-ledger.ts";
import { type Followed, followReadme } from "../follow-readme.ts";
import { fileOf } from "../own-packs.ts";

const example = "union-branch";

test("its rating pack obeys the laws of ratings", () =>
  proveRatingPack(JSON.parse(fileOf(example, "packs/rating.json"))));

const { parameters } = JSON.parse(fileOf(example, "packs/award.json")) as AwardPack;
const eligibilities = parameters.eligibility as readonly [Eligibility, Eligibility];

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

  test("the cap on strong groups was kept in 2024 and not in 2025", () => {
    const cap = { cap: "strong-third", base: 4, allowed: 1 };
    expect(followed.facts("RatingsClosed")).toMatchObject([
      { year: 2024, caps: [{ ...cap, part: 1, verdict: "pass" }] },
      { year: 2025, caps: [{ ...cap, part: 2, verdict: "fail" }] },
    ]);
  });

  test("the awards went to those whose two years allow it, and to nobody else", () => {
    const [strong, outstanding] = eligibilities;
    const ofGroup = (id: string) =>
      eligibleByLedger(strong, { of: "branch", kind: "union-group", id }, followed);
    const ofMember = (id: string) => eligibleByLedger(outstanding, { of: "member", id }, followed);
    const groups = ["cranes", "stevedores", "office", "canteen"].map(ofGroup);
    expect(groups).toEqual(["pass", "fail", "fail", "fail"]);
    expect(["u-1", "u-2"].map(ofMember)).toEqual(["pass", "fail"]);
    expect(followed.facts("AwardGranted").map(({ recipient }) => recipient)).toEqual([
      { branch: "cranes" },
      { person: "u-1" },
    ]);
  });
});
