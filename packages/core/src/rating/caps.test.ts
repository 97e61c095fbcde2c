import { describe, expect, test } from "vitest";
import type { DomainEvent } from "../kernel/event.ts";
import { newEvent } from "../kernel/event.ts";
import { shippedPacks } from "../rulebook/index.ts";
import { rulebookOf } from "../rulebook/rulebook.ts";
import { capBreaches, judgeCaps, judgedCap, objectionsToCaps } from "./caps.ts";
import { CapBreachNoted, RatingAssigned, RatingsClosed } from "./events.ts";
import { evolveCohort, initialCohort } from "./state.ts";

const guidance = "2025-366-qd-tw";
const shipped = shippedPacks.find(({ pack }) => pack === guidance);
if (shipped?.matter !== "rating") throw new Error(`${guidance} is not shipped`);

const read = {
  source: { instrument: "Quy định", locator: "Điều 9" },
  verification: "primary-read",
};
const weak = { ...read, verification: "third-party" };
/** Half of the members rated, a quarter of the branches rated. */
const members = {
  ...{ term: "excellent-members", labels: {}, of: "member", part: { level: "excellent" } },
  ...{ base: "rated", value: { num: 1, den: 2 }, rounding: "floor", ...read },
};
const branches = {
  ...members,
  ...{ term: "excellent-branches", of: "branch", value: { num: 1, den: 4 } },
};
const packOf = (caps: readonly object[] | undefined, part: object = {}) =>
  ({
    ...shipped,
    parameters: { ...shipped.parameters, caps, ...part },
  }) as unknown as typeof shipped;

const rated = (subject: string, part: object): DomainEvent => {
  const data = { subject, year: 2025, baseOrganisation: "b", by: "b", pack: guidance, ...part };
  return newEvent(RatingAssigned, data as never, "2025-12-20" as never);
};
const member = (subject: string, branch: string, level: string) =>
  rated(subject, { subjectKind: "member", branch, level });
const cell = (branch: string, level: string) =>
  rated(branch, { subjectKind: "cell", branch, level });
const closed = (data: object) =>
  newEvent(
    RatingsClosed,
    { committee: "b", year: 2025, caps: [], ...data } as never,
    "2025-12-25" as never,
  );
const noted = (cap: string, on: string) =>
  newEvent(CapBreachNoted, { committee: "b", year: 2025, cap } as never, on as never);
const cohort = (...events: readonly DomainEvent[]) => {
  const state = initialCohort("cohort:b/2025" as never);
  for (const event of events) evolveCohort(state, event);
  return state;
};

/** Three of four members in two cells, and one of two cells, are excellent. */
const ratings = [
  ...[member("p1", "c", "excellent"), member("p2", "c", "excellent")],
  ...[member("p3", "d", "excellent"), member("p4", "d", "good")],
  ...[cell("c", "excellent"), cell("d", "good")],
];
const pack = packOf([members, branches]);

describe("a cap is judged over the ratings of a committee", () => {
  test("as members or as branches, with what a close states of it", () => {
    expect(judgeCaps(cohort(...ratings), pack).map(judgedCap)).toStrictEqual([
      { cap: "excellent-members", verdict: "fail", part: 3, base: 4, allowed: 2 },
      { cap: "excellent-branches", verdict: "fail", part: 1, base: 2, allowed: 0 },
    ]);
  });

  test("and what is not known of it is left out", () => {
    const unknown = { ...members, value: null };
    const unmarked = { ...branches, base: "good-only" };
    const own = packOf([unknown, unmarked], { branchGoodLevel: undefined });
    expect(judgeCaps(cohort(...ratings), own).map(judgedCap)).toStrictEqual([
      { cap: "excellent-members", verdict: "unknown", part: 3, base: 4 },
      { cap: "excellent-branches", verdict: "unknown", part: 1 },
    ]);
    expect(objectionsToCaps(cohort(...ratings), own)).toEqual([]);
  });

  test("where the pack has any", () => {
    expect(judgeCaps(cohort(...ratings), packOf(undefined))).toEqual([]);
  });
});

describe("a cap that is not kept", () => {
  const told = (cap: object) => objectionsToCaps(cohort(...ratings), packOf([cap]));
  const refusal = {
    refusal: "CapExceeded",
    facts: {
      ...{ committee: "b", year: 2025, cap: "excellent-members", part: 3, base: 4, allowed: 2 },
      ...{ of: "rated", rounding: "floor" },
    },
    parameter: {
      ...{ pack: guidance, name: "excellent-members" },
      ...{ source: "Quy định, Điều 9", verification: "primary-read" },
    },
  };

  test("blocks the close, and one that is kept does not speak", () => {
    expect(told(members)).toEqual([refusal]);
    expect(told({ ...members, value: { num: 3, den: 4 } })).toEqual([]);
  });

  test("blocks where its base is verified as well, and else warns", () => {
    expect(told({ ...members, baseStated: read })).toEqual([refusal]);
    expect(told({ ...members, baseStated: weak })).toEqual([{ ...refusal, advisory: true }]);
    expect(told({ ...members, ...weak, baseStated: read })).toMatchObject([{ advisory: true }]);
  });

  test("blocks by our own rounding only where the most lenient one is exceeded too", () => {
    expect(told({ ...members, roundingStated: weak })).toEqual([refusal]);
    const ours = { ...members, value: { num: 5, den: 8 }, roundingStated: weak };
    expect(told(ours)).toMatchObject([{ facts: { allowed: 2 }, advisory: true }]);
    expect(told({ ...ours, roundingStated: read })[0]).not.toHaveProperty("advisory");
  });
});

describe("a breach follows", () => {
  const today = "2026-02-01" as never;
  const rulebook = rulebookOf("vn-party", [pack]);
  const breachesOf = (...events: readonly DomainEvent[]) =>
    capBreaches({ before: cohort(), after: cohort(...ratings, ...events) }, { rulebook, today });
  const passed = (cap: string) => ({ cap, verdict: "pass", part: 1 });
  const failed = (cap: string) => ({ cap, verdict: "fail", part: 1 });
  const ofBoth = { committee: "b", year: 2025 };
  const ofMembers = { ...ofBoth, cap: "excellent-members", part: 3, allowed: 2 };
  const ofBranches = { ...ofBoth, cap: "excellent-branches", part: 1, allowed: 0 };

  test("for each cap that was kept at the close, or not judged at it", () => {
    const caps = [passed("excellent-members")];
    expect(breachesOf(closed({ pack: guidance, caps }))).toMatchObject([
      { type: "CapBreachNoted", effectiveOn: today, data: ofMembers },
      { type: "CapBreachNoted", effectiveOn: today, data: ofBranches },
    ]);
  });

  test("for none that was exceeded at the close already", () => {
    const caps = [passed("excellent-members"), failed("excellent-branches")];
    expect(breachesOf(closed({ pack: guidance, caps }))).toMatchObject([{ data: ofMembers }]);
  });

  test("for none that was exceeded before the commit already", () => {
    const after = cohort(...ratings, closed({ pack: guidance }));
    expect(capBreaches({ before: after, after }, { rulebook, today })).toEqual([]);
    const before = cohort(closed({ pack: guidance }));
    expect(capBreaches({ before, after }, { rulebook, today })).toMatchObject([
      { data: ofMembers },
      { data: ofBranches },
    ]);
  });

  test("behind all that made it so, also where the clock is slow", () => {
    const close = closed({ pack: guidance });
    expect(breachesOf(close, noted("excellent-members", "2026-02-02"))).toMatchObject([
      { effectiveOn: "2026-02-02", data: ofMembers },
      { effectiveOn: "2026-02-02", data: ofBranches },
    ]);
  });

  test("from no ratings that are open, or closed under a pack that is not at hand", () => {
    expect(breachesOf()).toEqual([]);
    expect(breachesOf(closed({}))).toEqual([]);
    expect(breachesOf(closed({ pack: "gone" }))).toEqual([]);
  });
});
