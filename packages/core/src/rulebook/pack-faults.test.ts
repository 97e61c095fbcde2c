import { describe, expect, test } from "vitest";
import { packRules } from "./pack-fault.ts";
import { packFaultsAmong } from "./pack-faults.ts";
import { pack as format } from "./packs/2018-36-hd-vptw.ts";
import { shippedPacks } from "./packs/shipped.ts";
import { readPack } from "./read-pack.ts";
import type { RulePack } from "./rule-pack.ts";

const sourced = { source: { instrument: "Rules of the club" }, verification: "policy-choice" };
const words = (...terms: readonly string[]) =>
  terms.map((term) => ({ term, labels: { en: term, vi: term } }));
const pack = (matter: string, parameters: object, part: object = {}) => ({
  pack: `club-${matter}`,
  regime: "club",
  matter,
  title: "Rules",
  inForceFrom: "2020-01-01",
  inForceTo: "2020-12-31",
  parameters,
  ...part,
});

const score = (op: string, value: unknown) => ({ fact: "score", op, value });
const condition = (levels: readonly string[], asked: unknown, part: object = {}) => ({
  ...words(`is-${levels.join("-")}`)[0],
  of: "member",
  levels,
  test: asked,
  ...sourced,
  ...part,
});
const cap = (part: object = {}) => ({
  ...words("few-excellent")[0],
  of: "member",
  part: { level: "excellent" },
  base: "good-only",
  value: { num: 20, den: 100 },
  rounding: "floor",
  ...sourced,
  ...part,
});
const criterion = (term: string, type: string, of = "member") => ({ ...words(term)[0], type, of });
const bands = [
  condition(["excellent"], score(">=", 90)),
  condition(["good"], { all: [score(">=", { num: 141, den: 2 }), score("<", 90)] }),
  condition(["failing"], score("<", { num: 141, den: 2 })),
];
const rating = (part: object = {}) =>
  pack("rating", {
    branchLevels: { ...sourced, value: words("clean", "weak") },
    memberLevels: { ...sourced, value: words("excellent", "good", "failing") },
    branchDistinctions: {
      ...sourced,
      value: [{ ...words("exemplary")[0], level: "clean" }],
    },
    memberGoodLevel: { ...sourced, value: "good" },
    criteria: {
      ...sourced,
      value: [
        criterion("score", "points"),
        criterion("late", "count"),
        criterion("honest", "yes-no"),
        criterion("remark", "text"),
        criterion("disunity", "yes-no", "branch"),
      ],
    },
    conditions: bands,
    caps: [cap()],
    ...part,
  });
const withTest = (asked: unknown) =>
  rating({ conditions: [...bands, condition(["good"], asked, words("more")[0])] });
const withCap = (part: object) => rating({ caps: [cap(part)] });
const documents = (part: object) => pack("document", { ...format.parameters, ...part });
const scored = (...tests: readonly (readonly [string, unknown])[]) =>
  rating({ conditions: tests.map(([level, asked]) => condition([level], asked)) });

const kind = (term: string, part: object = {}) => ({
  ...words(term)[0],
  under: [],
  root: true,
  base: false,
  cell: false,
  holdsMembers: true,
  ...part,
});
const structure = (...kinds: readonly object[]) => {
  const empty = { ...sourced, value: [] };
  return pack("structure", {
    branchKinds: { ...sourced, value: kinds },
    bodyKinds: empty,
    offices: empty,
    courses: empty,
    audiences: empty,
    meetingKinds: empty,
    inspectionModes: empty,
    leavingReasons: empty,
    branchDisciplineForms: empty,
    memberDisciplineForms: empty,
    awardForms: empty,
    awardCategories: empty,
    probationMonths: { ...sourced, value: 6 },
  });
};
const count = (value: number) => ({ ...sourced, value });
const vote = (num: number, den: number) => ({
  ...sourced,
  value: { op: ">=", share: { num, den }, of: "summoned" },
});
const membership = (parameters: object) => pack("membership", parameters);
const calendar = (part: object = {}) =>
  pack("calendar", {
    restDays: { ...sourced, value: [6, 7] },
    holidays: { ...sourced, value: ["2020-01-01", "2020-05-01"] },
    ...part,
  });
const holidays = (...days: readonly string[]) =>
  calendar({ holidays: { ...sourced, value: days } });

test.each([
  ["a rating pack", rating()],
  ["a structure pack of few words", structure(kind("club"))],
  ["a membership pack of one rule", membership({ admissionVote: vote(2, 3) })],
  ["a calendar", calendar()],
  [
    "steps without an upper bound",
    scored(["excellent", score(">=", 90)], ["good", score(">=", 70)]),
  ],
  [
    "a score some level leaves open",
    scored(["excellent", score(">=", 90)], ["failing", score("<", 90)]),
  ],
])("%s has no fault", (_, value) => {
  expect(readPack(value)).toMatchObject({ read: "Pack" });
});

test.each(shippedPacks)("the shipped $pack has no fault, by itself and among the others", (one) => {
  expect(readPack(JSON.parse(JSON.stringify(one)))).toEqual({ read: "Pack", pack: one });
  expect(packFaultsAmong(one, shippedPacks)).toEqual([]);
});

type Wrong = readonly [rule: string, says: string, value: unknown, path: string, ...more: string[]];

const { source: _, ...sourceless } = { ...sourced, value: "good" };
const { verification: __, ...ungraded } = { ...sourced, value: "good" };
const blank = { ...sourced, source: { instrument: " " }, value: "good" };
const nameless = { ...sourced, source: {}, value: "good" };
const conditions = "parameters.conditions";

const wrong: readonly Wrong[] = [
  ["NotAPack", "a list", [], ""],
  ["MatterUnknown", "a matter nobody has", pack("weather", {}), "matter"],
  ["MemberMissing", "no title", { ...rating(), title: undefined }, "title", "IllTyped"],
  ["MemberMissing", "no parameters", pack("rating", {}), "parameters.branchLevels"],
  ["MemberUnknown", "a colour", { ...rating(), colour: "red" }, "colour"],
  ["IllTyped", "a day that is none", { ...rating(), inForceFrom: "2020-02-30" }, "inForceFrom"],
  [
    "SourceMissing",
    "no source",
    rating({ memberGoodLevel: sourceless }),
    "parameters.memberGoodLevel.source",
  ],
  [
    "SourceMissing",
    "a blank one",
    rating({ memberGoodLevel: blank }),
    "parameters.memberGoodLevel.source.instrument",
  ],
  [
    "SourceMissing",
    "one without a name",
    rating({ memberGoodLevel: nameless }),
    "parameters.memberGoodLevel.source.instrument",
  ],
  [
    "VerificationMissing",
    "no grade",
    rating({ memberGoodLevel: ungraded }),
    "parameters.memberGoodLevel.verification",
  ],
  ["BaseUnknown", "another base", withCap({ base: "everyone" }), "parameters.caps.0.base"],
  [
    "ShareOfNothing",
    "20 of 0",
    withCap({ value: { num: 20, den: 0 } }),
    "parameters.caps.0.value.den",
  ],
  [
    "TestUnreadable",
    "an op that is none",
    withTest({ fact: "late", op: "=>", value: 1 }),
    `${conditions}.3.test`,
  ],
  [
    "TestUnreadable",
    "deep inside",
    withTest({ any: [{ not: { fact: "late" } }] }),
    `${conditions}.3.test.any.0.not`,
  ],
  ["DatesInverted", "the end first", { ...rating(), inForceTo: "2019-12-31" }, "inForceTo"],
  [
    "VocabularyEmpty",
    "no levels",
    rating({
      branchLevels: { ...sourced, value: [] },
      branchDistinctions: { ...sourced, value: [] },
    }),
    "parameters.branchLevels.value",
  ],
  [
    "TermRepeated",
    "a level twice",
    rating({ memberLevels: { ...sourced, value: words("excellent", "good", "good", "failing") } }),
    "parameters.memberLevels.value.2.term",
  ],
  [
    "TermRepeated",
    "a condition twice",
    rating({
      conditions: [condition(["good"], score(">=", 1)), condition(["good"], score(">=", 2))],
    }),
    `${conditions}.1.term`,
  ],
  ["TermRepeated", "a cap twice", rating({ caps: [cap(), cap()] }), "parameters.caps.1.term"],
  [
    "TermRepeated",
    "a criterion twice",
    rating({
      conditions: [],
      criteria: { ...sourced, value: [criterion("a", "count"), criterion("a", "points")] },
    }),
    "parameters.criteria.value.1.term",
  ],
  [
    "TermRepeated",
    "a kind twice",
    membership({
      officialMembersMin: {
        ...sourced,
        value: [
          { kind: "a", members: 3 },
          { kind: "a", members: 4 },
        ],
      },
    }),
    "parameters.officialMembersMin.value.1.kind",
  ],
  [
    "TermRepeated",
    "a form twice",
    pack("discipline", {
      votesByForm: {
        ...sourced,
        value: [
          { form: "a", vote: vote(1, 2).value },
          { form: "a", vote: vote(1, 2).value },
        ],
      },
    }),
    "parameters.votesByForm.value.1.form",
  ],
  ["TermReserved", "a kind", structure(kind("member")), "parameters.branchKinds.value.0.term"],
  [
    "TermReserved",
    "a level",
    rating({ branchLevels: { ...sourced, value: words("clean", "member") } }),
    "parameters.branchLevels.value.1.term",
  ],
  [
    "KindUnknown",
    "under none",
    structure(kind("club"), kind("group", { under: ["team"] })),
    "parameters.branchKinds.value.1.under.0",
  ],
  [
    "NoKindAtTop",
    "all below",
    structure(kind("club", { root: false })),
    "parameters.branchKinds.value",
  ],
  [
    "ShareOverWhole",
    "a cap of 120%",
    withCap({ value: { num: 120, den: 100 } }),
    "parameters.caps.0.value",
  ],
  [
    "ShareOverWhole",
    "an exceptional cap",
    withCap({ exceptional: { ...sourced, value: { num: 5, den: 4 } } }),
    "parameters.caps.0.exceptional.value",
  ],
  [
    "ShareOverWhole",
    "a vote of 3/2",
    membership({ admissionVote: vote(3, 2) }),
    "parameters.admissionVote.value.share",
  ],
  [
    "LevelUnknown",
    "the good one",
    rating({ memberGoodLevel: { ...sourced, value: "fine" } }),
    "parameters.memberGoodLevel.value",
  ],
  [
    "LevelUnknown",
    "of a distinction",
    rating({
      branchDistinctions: { ...sourced, value: [{ ...words("exemplary")[0], level: "good" }] },
    }),
    "parameters.branchDistinctions.value.0.level",
  ],
  [
    "LevelUnknown",
    "of a condition",
    rating({ conditions: [condition(["good", "fine"], score(">=", 1))] }),
    `${conditions}.0.levels.1`,
  ],
  [
    "LevelUnknown",
    "of a cap",
    withCap({ part: { level: "clean" } }),
    "parameters.caps.0.part.level",
  ],
  [
    "LevelUnknown",
    "the good one of branches",
    rating({ branchGoodLevel: { ...sourced, value: "good" } }),
    "parameters.branchGoodLevel.value",
  ],
  [
    "DistinctionUnknown",
    "of branches",
    withCap({ of: "branch", base: "rated", part: { distinction: "famous" } }),
    "parameters.caps.0.part.distinction",
  ],
  [
    "DistinctionUnknown",
    "members have none",
    withCap({ part: { distinction: "exemplary" } }),
    "parameters.caps.0.part.distinction",
  ],
  [
    "GoodLevelMissing",
    "of branches",
    withCap({ of: "branch", part: { level: "clean" } }),
    "parameters.caps.0.base",
  ],
  [
    "FactUnknown",
    "a slip",
    withTest({
      any: [
        { fact: "honest", is: true },
        { fact: "lates", op: ">", value: 1 },
      ],
    }),
    `${conditions}.3.test.any.1.fact`,
  ],
  [
    "FactUnknown",
    "one of branches",
    withTest({ fact: "disunity", is: false }),
    `${conditions}.3.test.fact`,
  ],
  [
    "FactUnknown",
    "a whole",
    withTest({ part: "late", whole: "all", op: "<", share: { num: 1, den: 2 } }),
    `${conditions}.3.test.whole`,
  ],
  [
    "FactUnknown",
    "counted of branches only",
    withTest({ fact: "members-rated", op: ">", value: 1 }),
    `${conditions}.3.test.fact`,
  ],
  [
    "FactIsCounted",
    "disciplines",
    rating({
      conditions: [],
      criteria: { ...sourced, value: [criterion("disciplines", "count")] },
    }),
    "parameters.criteria.value.0.term",
  ],
  [
    "FactNotYesNo",
    "a count",
    withTest({ not: { fact: "late", is: true } }),
    `${conditions}.3.test.not.fact`,
  ],
  [
    "FactNotYesNo",
    "counted by core",
    withTest({ fact: "disciplines", is: true }),
    `${conditions}.3.test.fact`,
  ],
  [
    "FactNotNumber",
    "a yes",
    withTest({ all: [{ fact: "honest", op: "=", value: 1 }] }),
    `${conditions}.3.test.all.0.fact`,
  ],
  [
    "FactNotNumber",
    "words",
    withTest({ part: "remark", whole: "late", op: "<", share: { num: 1, den: 2 } }),
    `${conditions}.3.test.part`,
  ],
  [
    "ScoreBandEmpty",
    "from 90 to 80",
    scored(["good", { all: [score(">=", 90), score("<", 80)] }]),
    `${conditions}.0.test`,
  ],
  [
    "ScoreBandsOverlap",
    "90 in both",
    scored(["excellent", score(">=", 90)], ["good", score("<=", 90)]),
    `${conditions}.1.test`,
  ],
  [
    "ScoreBandsOverlap",
    "from 85 to 90",
    scored(["excellent", score(">=", 85)], ["failing", score("<", 90)]),
    `${conditions}.1.test`,
  ],
  [
    "ScoreBandsOverlap",
    "steps that rise",
    scored(["excellent", score(">=", 70)], ["good", score(">=", 90)]),
    `${conditions}.1.test`,
  ],
  [
    "ScoreBandsGap",
    "90 in neither",
    scored(["excellent", score(">", 90)], ["good", score("<", 90)]),
    `${conditions}.1.test`,
  ],
  [
    "ScoreBandsGap",
    "from 80 to 90",
    scored(["excellent", score(">=", 90)], ["good", score("<", 80)]),
    `${conditions}.1.test`,
  ],
  [
    "RangeInverted",
    "60 to 18",
    membership({ admissionAgeMonthsMin: count(720), admissionAgeMonthsMax: count(216) }),
    "parameters.admissionAgeMonthsMax.value",
  ],
  [
    "NotAscending",
    "a holiday twice",
    holidays("2020-01-01", "2020-01-01"),
    "parameters.holidays.value.1",
  ],
  [
    "NotAscending",
    "Sunday before Saturday",
    calendar({ restDays: { ...sourced, value: [7, 6] } }),
    "parameters.restDays.value.1",
  ],
  [
    "NotAscending",
    "badges",
    pack("award", { eligibility: [], badgeYears: { ...sourced, value: [40, 30] } }),
    "parameters.badgeYears.value.1",
  ],
  ["DayOutsideSpan", "of the next year", holidays("2021-01-01"), "parameters.holidays.value.0"],
  [
    "MarginsLeaveNoRoom",
    "margins as wide as the paper",
    documents({ marginsMm: { ...sourced, value: { top: 20, bottom: 20, left: 105, right: 105 } } }),
    "parameters.marginsMm.value",
  ],
  [
    "PatternPlaceUnknown",
    "a day in a number",
    documents({
      number: { ...sourced, value: { pattern: { en: "{day}" }, style: { sizePt: 9 } } },
    }),
    "parameters.number.value.pattern.en",
  ],
  [
    "DocumentKindsMissing",
    "none named",
    documents({ documentKinds: [] }),
    "parameters.documentKinds",
  ],
];

const told = (faults: readonly { path: readonly (string | number)[]; rule: string }[]) =>
  faults.map(({ path, rule }) => `${rule} ${path.join(".")}`);

describe("a wrong pack is told with the place", () => {
  test.each(wrong)("%s: %s", (rule, _says, value, path, ...more) => {
    const read = readPack(value);
    const faults = read.read === "Faulty" ? told(read.faults) : [];
    if (rule === "MemberMissing") return expect(faults).toContain(`${more[0] ?? rule} ${path}`);
    return expect(faults).toEqual([`${rule} ${path}`]);
  });
});

describe("a pack among others is told with the place", () => {
  const read = (value: unknown): RulePack => {
    const found = readPack(value);
    if (found.read === "Faulty") throw new Error(JSON.stringify(found.faults));
    return found.pack;
  };
  const first = () => read(rating());
  const next = (part: object) => read({ ...rating(), pack: "next", ...part });

  const id = rating().pack;

  test.each<readonly [string, object, readonly string[]]>([
    ["follows", { inForceFrom: "2021-01-01", inForceTo: "2021-12-31" }, []],
    ["stands before", { inForceFrom: "2019-01-01", inForceTo: "2019-12-31" }, []],
    ["has another content", { pack: id, title: "Other" }, ["PackIdReused pack"]],
    ["begins at once", {}, ["PacksOverlap inForceFrom"]],
    [
      "begins within",
      { inForceFrom: "2020-06-01", inForceTo: "2021-12-31" },
      ["PacksOverlap inForceFrom"],
    ],
    [
      "ends within",
      { inForceFrom: "2019-06-01", inForceTo: "2020-01-01" },
      ["PacksOverlap inForceTo"],
    ],
    [
      "begins late",
      { inForceFrom: "2021-01-02", inForceTo: "2021-12-31" },
      ["PacksLeaveGap inForceFrom"],
    ],
    [
      "ends early",
      { inForceFrom: "2019-01-01", inForceTo: "2019-12-30" },
      ["PacksLeaveGap inForceTo"],
    ],
    ["is of another regime", { regime: "company" }, []],
  ])("one that %s", (_, part, faults) => {
    expect(told(packFaultsAmong(next(part), [first()]))).toEqual(faults);
  });

  test("kinds are those of the structure pack, where there is one", () => {
    const club = read(structure(kind("club")));
    const least = (named: string) =>
      read(
        membership({ officialMembersMin: { ...sourced, value: [{ kind: named, members: 3 }] } }),
      );
    const awarding = (part: object) =>
      read(
        pack("award", {
          eligibility: [
            {
              category: "best",
              recipient: { kinds: ["club"], ...part },
              anyOf: [{ level: "good" }],
              yearsRunning: 1,
              ...sourced,
            },
          ],
        }),
      );
    expect(told(packFaultsAmong(least("club"), [club]))).toEqual([]);
    expect(told(packFaultsAmong(least("team"), [club]))).toEqual([
      "KindUnknown parameters.officialMembersMin.value.0.kind",
    ]);
    expect(told(packFaultsAmong(least("team"), [first()]))).toEqual([]);
    expect(told(packFaultsAmong(awarding({ under: ["team"] }), [club]))).toEqual([
      "KindUnknown parameters.eligibility.0.recipient.under.0",
    ]);
    expect(told(packFaultsAmong(awarding({ under: "granting" }), [club]))).toEqual([]);
    const ofKinds = rating({
      conditions: [condition(["good"], score(">", 1), { kinds: ["team"] })],
    });
    expect(told(packFaultsAmong(read(ofKinds), [club]))).toEqual([
      `KindUnknown ${conditions}.0.kinds.0`,
    ]);
  });
});

test("every rule has its example", () => {
  const among = ["PackIdReused", "PacksOverlap", "PacksLeaveGap"];
  const shown = new Set([...wrong.map(([rule]) => rule), ...among]);
  expect([...shown].toSorted()).toEqual(packRules.toSorted());
});
