import { describe, expect, test } from "vitest";
import { packFaults, packFaultsAmong } from "./pack-faults.ts";
import type { RatingPack } from "./rating-pack.ts";
import { ratingPackFaults } from "./rating-pack-faults.ts";
import type { RulePack } from "./rule-pack.ts";

const words = (...terms: readonly string[]) => ({ value: terms.map((term) => ({ term })) });
const packOf = (matter: string, parameters: object, part: object = {}) =>
  ({
    ...{ pack: `club-${matter}`, regime: "club", matter, title: "Rules" },
    ...{ inForceFrom: "2020-01-01", inForceTo: "2020-12-31", parameters },
    ...part,
  }) as unknown as RulePack;
/** What the first fault is about, beside its place. */
const facts = (pack: RulePack) => packFaults(pack).map((one) => ({ [one.rule]: one.facts }));

const rating = (part: object) =>
  packOf("rating", {
    branchLevels: words("clean", "weak"),
    memberLevels: words("good", "failing"),
    branchDistinctions: { value: [] },
    memberGoodLevel: { value: "good" },
    ...part,
  });

describe("what a fault tells besides its place", () => {
  test("of dates, days and ranges: what they are held against", () => {
    expect(facts(packOf("membership", {}, { inForceTo: "2019-12-31" }))).toEqual([
      { DatesInverted: { inForceFrom: "2020-01-01" } },
    ]);
    const holidays = (value: readonly string[], part: object = {}) =>
      packOf("calendar", { restDays: { value: [] }, holidays: { value } }, part);
    const span = { inForceFrom: "2020-01-01", inForceTo: "2020-12-31" };
    expect(facts(holidays(["2019-12-31", "2020-01-01", "2020-12-31", "2021-01-01"]))).toEqual([
      { DayOutsideSpan: span },
      { DayOutsideSpan: span },
    ]);
    const open = { inForceTo: undefined };
    expect(facts(holidays(["2019-12-31", "2999-12-31"], open))).toEqual([
      { DayOutsideSpan: { ...span, inForceTo: "9999-12-31" } },
    ]);
    const worked = { value: ["2020-02-02", "2020-02-01"] };
    const none = { value: [] };
    const exchanged = { restDays: none, holidays: none, workedRestDays: worked };
    expect(packFaults(packOf("calendar", exchanged)).map(({ path }) => path)).toEqual([
      ["parameters", "workedRestDays", "value", 1],
    ]);
    const ages = (min: number, max: number) =>
      packOf("membership", {
        admissionAgeMonthsMin: { value: min },
        admissionAgeMonthsMax: { value: max },
      });
    expect(facts(ages(720, 216))).toEqual([{ RangeInverted: { min: 720 } }]);
    expect([facts(ages(216, 216)), facts(ages(216, 720))]).toEqual([[], []]);
    const least = packOf("membership", { admissionAgeMonthsMin: { value: 216 } });
    const most = packOf("membership", { admissionAgeMonthsMax: { value: 720 } });
    expect([facts(least), facts(most)]).toEqual([[], []]);
  });

  test("of a word that is unknown: those that are known", () => {
    const known = ["good", "failing"];
    expect(facts(rating({ memberGoodLevel: { value: "fine" } }))).toEqual([
      { LevelUnknown: { known } },
    ]);
    const cap = { term: "few", of: "branch", part: { distinction: "famous" }, base: "rated" };
    const caps = [{ ...cap, value: null }];
    const marked = { value: [{ term: "exemplary", level: "clean" }] };
    expect(facts(rating({ caps, branchDistinctions: marked }))).toEqual([
      { DistinctionUnknown: { known: ["exemplary"] } },
    ]);
    const ofMembers = [{ ...cap, of: "member", part: { distinction: "exemplary" }, value: null }];
    expect(facts(rating({ caps: ofMembers, branchDistinctions: marked }))).toEqual([
      { DistinctionUnknown: { known: [] } },
    ]);
    const kinds = [{ term: "club", under: ["team"], root: true }];
    expect(facts(packOf("structure", { branchKinds: { value: kinds } }))).toEqual([
      { KindUnknown: { known: ["club"] } },
    ]);
  });

  test("of a fact that is of another type: which type it is of", () => {
    const criteria = { value: [{ term: "honest", type: "yes-no", of: "member" }] };
    const conditions = (asked: object) => [
      { term: "one", of: "member", levels: ["good"], test: asked },
    ];
    const number = { fact: "honest", op: ">", value: 1 };
    expect(facts(rating({ criteria, conditions: conditions(number) }))).toEqual([
      { FactNotNumber: { type: "yes-no" } },
    ]);
    const yes = { fact: "disciplines", is: true };
    expect(facts(rating({ criteria, conditions: conditions(yes) }))).toEqual([
      { FactNotYesNo: { type: "count" } },
    ]);
  });

  test("of a pack among others: with which, and on which days", () => {
    const among = (pack: RulePack, ...others: readonly RulePack[]) =>
      packFaultsAmong(pack, others).map((one) => [one.rule, one.path[0], one.value, one.facts]);
    const first = packOf("membership", {}, { pack: "first" });
    const open = packOf("membership", {}, { inForceFrom: "2020-12-31", inForceTo: undefined });
    expect(among(open, first)).toEqual([
      [
        ...["PacksOverlap", "inForceFrom", "2020-12-31"],
        { other: "first", from: "2020-12-31", to: "2020-12-31" },
      ],
    ]);
    const before = packOf("membership", {}, { inForceFrom: "2019-01-01", inForceTo: "2019-12-30" });
    expect(among(before, first)).toEqual([
      [
        ...["PacksLeaveGap", "inForceTo", "2019-12-30"],
        { other: "first", from: "2019-12-31", to: "2019-12-31" },
      ],
    ]);
    const renamed = { ...first, title: "Other" } as RulePack;
    expect(among(renamed, first)).toEqual([["PackIdReused", "pack", "first", {}]]);
    expect(among(first, first)).toEqual([]);
  });
});

test("no level and no distinction is called as members themselves are", () => {
  const marked = { branchDistinctions: { value: [{ term: "member", level: "clean" }] } };
  const told = (part: object) =>
    packFaults(rating(part)).map(({ rule, path }) => `${rule} ${path.join(".")}`);
  expect(told({ memberLevels: words("good", "member") })).toEqual([
    "TermReserved parameters.memberLevels.value.1.term",
  ]);
  expect(told(marked)).toEqual(["TermReserved parameters.branchDistinctions.value.0.term"]);
});

test("a base of good branches needs a level that is marked good", () => {
  const clean = { term: "few", of: "branch", part: { level: "clean" }, value: null };
  const capped = (base: string, part: object = {}) =>
    facts(rating({ caps: [{ ...clean, base }], ...part })).flatMap(Object.keys);
  const marked = { branchGoodLevel: { value: "clean" } };
  for (const base of ["good-only", "good-or-better"]) {
    expect([base, capped(base), capped(base, marked)]).toEqual([base, ["GoodLevelMissing"], []]);
  }
  expect([capped("rated"), capped("top-level")]).toEqual([[], []]);
  const ofMembers = [{ ...clean, of: "member", part: { level: "good" }, base: "good-only" }];
  expect(facts(rating({ caps: ofMembers }))).toEqual([]);
});

test("the whole of a share is a number as well as its part", () => {
  const criteria = {
    value: [
      { term: "late", type: "count", of: "member" },
      { term: "remark", type: "text", of: "member" },
    ],
  };
  const asked = { part: "late", whole: "remark", op: "<", share: { num: 1, den: 2 } };
  const conditions = [{ term: "one", of: "member", levels: ["good"], test: asked }];
  expect(packFaults(rating({ criteria, conditions }))).toEqual([
    {
      rule: "FactNotNumber",
      path: ["parameters", "conditions", 0, "test", "whole"],
      value: "remark",
      facts: { type: "text" },
    },
  ]);
});

describe("a pack that has no such fault", () => {
  test("begins and ends on one day", () => {
    expect(facts(packOf("membership", {}, { inForceTo: "2020-01-01" }))).toEqual([]);
  });

  test("is held against no other by a span that ends before it begins", () => {
    const inverted = packOf("membership", {}, { pack: "inverted", inForceTo: "2019-12-31" });
    const later = packOf("membership", {}, { inForceFrom: "2022-01-01", inForceTo: "2022-12-31" });
    expect(packFaultsAmong(inverted, [later])).toEqual([]);
  });

  test("is a calendar with days between two that nobody wrote down", () => {
    const days = { restDays: { value: [] }, holidays: { value: [] } };
    const later = { pack: "later", inForceFrom: "2022-01-01", inForceTo: "2022-12-31" };
    const [first, next] = [packOf("calendar", days), packOf("calendar", days, later)];
    expect(packFaultsAmong(next, [first])).toEqual([]);
    const within = packOf("calendar", days, { ...later, inForceFrom: "2020-12-01" });
    expect(packFaultsAmong(within, [first])).toMatchObject([{ rule: "PacksOverlap" }]);
  });

  test("is of kinds that one structure pack or another of the regime has", () => {
    const kinds = (pack: string, ...terms: readonly string[]) =>
      packOf("structure", { branchKinds: words(...terms) }, { pack });
    const eligibility = (...recipients: readonly object[]) =>
      packOf("award", { eligibility: recipients.map((recipient) => ({ recipient })) });
    const told = (pack: RulePack, ...others: readonly RulePack[]) =>
      packFaultsAmong(pack, others).map(({ path, value, facts: { known } }) => [
        path,
        value,
        known,
      ]);
    const [old, current] = [kinds("old", "club", "team"), kinds("new", "club", "group")];
    const given = eligibility({ member: true }, { kinds: ["team", "group"], under: ["club"] });
    expect(told(given, old, current)).toEqual([]);
    const known = ["club", "team"];
    expect(told(given, old)).toEqual([
      [["parameters", "eligibility", 1, "recipient", "kinds", 1], "group", known],
    ]);
    expect(told(eligibility({ kinds: ["club"] }), old)).toEqual([]);
    const other = { ...current, regime: "company" } as RulePack;
    expect(told(given, other)).toEqual([]);
    const after = { pack: "next", inForceFrom: "2021-01-01", inForceTo: "2021-12-31" };
    expect(told(packOf("structure", { branchKinds: words("crew") }, after), old)).toEqual([]);
    const conditions = [{ kinds: ["club"] }, {}];
    expect(told(packOf("rating", { conditions }), old)).toEqual([]);
    expect([told(packOf("rating", {}), old), told(packOf("membership", {}), old)]).toEqual([
      [],
      [],
    ]);
    const calendar = packOf("calendar", {});
    expect(told(calendar, old)).toEqual([]);
  });

  test("says nothing of what it need not say", () => {
    const silent = rating({}) as RatingPack;
    expect(ratingPackFaults(silent)).toEqual([]);
    const none = { value: [] };
    expect(packFaults(packOf("award", { eligibility: [] }))).toEqual([]);
    expect(packFaults(packOf("discipline", {}))).toEqual([]);
    expect(packFaults(packOf("calendar", { restDays: none, holidays: none }))).toEqual([]);
  });
});

test("empty vocabularies are told of those without which a pack says nothing", () => {
  const none = { value: [] };
  const told = (pack: RulePack) =>
    packFaults(pack).map(({ rule, path }) => `${rule} ${path.join(".")}`);
  expect(told(packOf("structure", { branchKinds: none, courses: none }))).toEqual([
    "VocabularyEmpty parameters.branchKinds.value",
  ]);
  const nobody = { branchLevels: none, memberLevels: none, memberGoodLevel: { value: "good" } };
  expect(told(rating(nobody))).toEqual([
    "VocabularyEmpty parameters.branchLevels.value",
    "VocabularyEmpty parameters.memberLevels.value",
    "LevelUnknown parameters.memberGoodLevel.value",
  ]);
});
